/** An employer's claim at its beginning, and with another roster in place of its first. */
import { benefits, claimMachine, type Period, type ProgrammeDetails, queueOf } from '../../domain/claim'
import { noMoney } from '../../domain/kernel/money'
import { dueOn } from '../../domain/kernel/time'
import { begin, type Stamp } from '../_lib/cases'
import { moveClaim } from '../_lib/claimFollow'
import { dueKeyOf } from '../_lib/claimMove'
import { listKeyOf } from '../_lib/lists'
import type { Employer } from './employer'
import type { Claim, Programme } from './handlers'
import { deskFor, receiptNoOf } from './newClaim'

export type Read = { readonly claimId: string; readonly details: ProgrammeDetails; readonly edition: number }

const dueAt = (now: Date): string => dueOn(claimMachine.starts.gather.due, now).at

export const beginRoster = async (
  { claimId, details, edition }: Read,
  programme: Programme,
  { place, own }: Employer,
  month: Period,
  sheets: number,
  stamp: Stamp,
): Promise<Claim> => {
  const { now, actor } = stamp
  const createdAt = now.toISOString()
  const begun = {
    _id: claimId,
    ...place,
    desk: deskFor(programme, place),
    employer: own,
    programmeId: programme._id,
    edition,
    period: month,
    benefit: details.benefit,
    claimant: benefits[details.benefit].claimant,
    title: details.title,
    ownerId: actor.personId,
    writtenBy: programme.ownerId,
    amountFen: noMoney,
    people: 0,
    evidence: [],
    reading: 0,
    sheets,
    /** What an employer writes of its people is its own word: somebody looks at each roster. */
    isClear: false,
    queue: queueOf(claimMachine.starts.gather.to, undefined),
    dueKey: dueKeyOf(dueAt(now), claimId),
    isLate: false,
    isListed: false,
    receiptNo: receiptNoOf(claimId, now),
    createdAt,
    listKey: listKeyOf(createdAt, claimId),
  }
  return (await begin('claims', claimMachine, 'gather', begun, stamp)).doc
}

export const reread = (
  before: Claim,
  { edition }: Read,
  version: number | undefined,
  sheets: number,
  stamp: Stamp,
): Promise<Claim> => {
  const set = { reading: (before.reading ?? 0) + 1, sheets, edition, amountFen: noMoney, people: 0 }
  return moveClaim(before, { action: 'reread', version, form: {}, more: { set } }, stamp)
}

/** Whether the reading that stands is the one this request began. */
export const isLatest = ({ events }: Claim, { requestId, actor }: Stamp): boolean => {
  const readings = events.filter(({ action }) => action === 'gather' || action === 'reread')
  const last = readings.at(-1)
  return last?.requestId === requestId && last.by === actor.personId
}
