/** A claim as whoever made it sees it: what comes next, by whom, by when, and every deed left to them. */
import {
  benefits,
  bounceReasons,
  type ClaimState,
  claimMachine,
  gifts,
  isClaimants,
  type MyClaim,
  type ProgrammeDetails,
  stepOf,
} from '../../domain/claim'
import { actionsFor, saysOf, stateRow } from '../../domain/kernel/machine'
import { onOf, sayDay } from '../../domain/kernel/time'
import { stateOf } from '../_lib/claimMove'
import { command, count, masked, opened } from '../_lib/cloud'
import { type EventRow, sealedValue } from '../_lib/history'
import { rulesOf } from './editions'
import { answersIn } from './facts'
import type { Claim } from './handlers'
import { deskOf, periodLabel } from './words'

const isBegun = (action: string): boolean => Object.hasOwn(claimMachine.starts, action)

const whoMoved = ({ ownerId }: Claim, { by, action }: EventRow, reader: string): string => {
  if (by === reader) return '您'
  if (by === ownerId || isClaimants(action) || isBegun(action)) return '本人'
  return by === 'system' ? '系统' : '工作人员'
}

/** Newest first; the words are the machine's. */
export const timelineOf = (claim: Claim, reader: string) =>
  [...claim.events].reverse().map((event) => {
    const note = sealedValue(claim._id, event, 'reason')
    return {
      text: saysOf(claimMachine, event.action),
      at: event.at,
      by: whoMoved(claim, event, reader),
      ...(note ? { note } : {}),
    }
  })

/** What the newest row that says something under this name said. */
const lastSaid = ({ _id, events }: Claim, field: string): string | undefined =>
  [...events].reverse().reduce<string | undefined>((found, event) => found ?? sealedValue(_id, event, field), undefined)

/** Why it was sent back, refused or bounced, while it stands so. */
export const becauseOf = (claim: Claim): string | undefined => {
  if (stateRow(claimMachine, claim.state).tone !== 'stop') return undefined
  const because = lastSaid(claim, 'because')
  const bounced = Object.entries(bounceReasons).find(([name]) => name === because)?.[1].label
  const event = [...claim.events].reverse().find(({ to, from }) => to === claim.state && from !== to)
  return (event && sealedValue(claim._id, event, 'reason')) ?? bounced
}

export const nextOf = (claim: Claim, now: Date): string =>
  stateRow(claimMachine, claim.state)
    .next.replace('{desk}', deskOf(claim.queue))
    .replace('{by}', claim.dueAt ? sayDay(onOf(claim.dueAt), now) : '尽快')
    .trim()

/** How many stand before it; only while it waits to be looked at. */
const placeOf = async ({ programmeId, queue, dueKey }: Claim): Promise<number | undefined> =>
  queue === 'review' ? (await count('claims', { programmeId, queue, dueKey: command.lt(dueKey) })) + 1 : undefined

const evidenceLines = (claim: Claim, { evidence }: ProgrammeDetails) =>
  evidence.map(({ evidenceId, label }) => ({
    evidenceId,
    label,
    count: claim.evidence.filter((one) => one.evidenceId === evidenceId).length,
  }))

const ownDeeds = (claim: Claim, personId: string, now: Date) => {
  const can = actionsFor(claimMachine, claim, { personId, grants: [] }, now)
  return { can, ...(can.includes('appeal') && claim.dueAt ? { appealBy: claim.dueAt } : {}) }
}

export const myClaim = async (claim: Claim, personId: string, now: Date): Promise<MyClaim> => {
  const state: ClaimState = stateOf(claim)
  const { label, tone } = stateRow(claimMachine, state)
  const [details, place] = await Promise.all([rulesOf(claim), placeOf(claim)])
  const { said, bank } = opened('claims', claim)
  const because = becauseOf(claim)
  const account = masked('claims', claim).account
  const paidOn = lastSaid(claim, 'paidOn')
  return {
    id: claim._id,
    version: claim.version,
    programmeId: claim.programmeId,
    edition: claim.edition,
    title: claim.title,
    benefitLabel: benefits[claim.benefit].label,
    gives: details.gives,
    ...(details.what && !gifts[details.gives].isToCard ? { what: details.what } : {}),
    period: claim.period,
    periodLabel: periodLabel(claim.period),
    receiptNo: claim.receiptNo,
    amountFen: claim.amountFen,
    state,
    stateLabel: label,
    tone,
    next: { text: nextOf(claim, now), isLate: claim.isLate, ...(claim.dueAt ? { dueAt: claim.dueAt } : {}) },
    step: stepOf[state],
    ...(because ? { because } : {}),
    parts: claim.parts ?? [],
    ...(place === undefined ? {} : { place }),
    ...(account ? { maskedAccount: account } : {}),
    ...(bank ? { bank } : {}),
    answers: answersIn(said),
    ...(claim.quantity === undefined ? {} : { quantity: claim.quantity }),
    evidence: evidenceLines(claim, details),
    ...(paidOn ? { paidOn } : {}),
    timeline: timelineOf(claim, personId),
    ...ownDeeds(claim, personId, now),
  }
}
