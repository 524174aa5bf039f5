/** A claim at its beginning: whose, by which edition, for how much, on whose desk. */

import type { Answers } from '../../domain/claim'
import { benefits, type ClaimForm, claimMachine, type Period, queueOf } from '../../domain/claim'
import { dueOn, onOf } from '../../domain/kernel/time'
import { begin, type Stamp } from '../_lib/cases'
import { dueKeyOf } from '../_lib/claimMove'
import { opened } from '../_lib/cloud'
import { listKeyOf } from '../_lib/lists'
import { declaredIn, knownOf } from './facts'
import { amountFor, cardFields, takeEvidence } from './form'
import type { Claim, Programme, Worker } from './handlers'
import { judgeNow } from './judging'

/** On whose desk a programme's claims lie: an organisation's on its own, all others where the worker is. */
export const deskFor = (
  { scope }: Pick<Programme, 'scope'>,
  place: Pick<Worker, 'cityId' | 'districtId' | 'streetId' | 'siteId'>,
) => {
  if (scope.level === 'org') return { orgId: scope.id }
  const { cityId, districtId, streetId, siteId } = place
  return { cityId, districtId, streetId, siteId }
}

const SIX_FIGURES = 1_000_000

/** '20210201-482913': what a person reads out on the telephone, in figures alone. */
export const receiptNoOf = (id: string, now: Date): string => {
  const figures = String(Number.parseInt(id.slice(0, 8), 16) % SIX_FIGURES).padStart(6, '0')
  return `${onOf(now).replaceAll('-', '')}-${figures}`
}

export type Asked = {
  readonly claimId: string
  readonly programme: Programme
  readonly worker: Worker
  readonly period: Period
  readonly form: ClaimForm
  readonly answers: Answers
}

/** What the form makes of a claim: judged, priced, its pictures sealed. A draft is not held against what is asked. */
export const formFields = async (
  { programme: { details }, worker, form, answers }: Asked,
  kept: Pick<Claim, 'evidence' | 'account'>,
  evidenceId: string,
  now: Date,
) => {
  const said = { ...answers, ...declaredIn(form.answers) }
  const { verdict, rules } = judgeNow(details, knownOf(worker, said, now), now)
  const amountFen = amountFor(details, form.quantity)
  const card = cardFields(details, form.card, kept)
  const evidence = await takeEvidence(details, form, kept.evidence, evidenceId)
  return {
    verdict,
    rules,
    fields: {
      said: JSON.stringify(said),
      amountFen,
      ...(form.quantity === undefined ? {} : { quantity: form.quantity }),
      ...card,
      evidence,
      isClear: verdict === 'yes',
      payee: opened('workers', worker).name,
    },
  }
}

type Fields = Awaited<ReturnType<typeof formFields>>['fields']

export const beginClaim = async (
  { claimId, programme, worker, period }: Asked,
  fields: Fields,
  start: 'draft' | 'submit',
  stamp: Stamp,
): Promise<Claim> => {
  const { now } = stamp
  const { cityId, districtId, streetId, siteId, orgId } = worker
  const createdAt = now.toISOString()
  const state = claimMachine.starts[start].to
  const { benefit, title } = programme.details
  const begun = {
    _id: claimId,
    cityId,
    districtId,
    streetId,
    siteId,
    ...(orgId ? { orgId } : {}),
    desk: deskFor(programme, worker),
    programmeId: programme._id,
    edition: programme.edition,
    period,
    benefit,
    claimant: benefits[benefit].claimant,
    title,
    ...(worker.ownerId ? { ownerId: worker.ownerId } : {}),
    writtenBy: programme.ownerId,
    workerId: worker._id,
    personKey: worker.documentKey,
    people: 1,
    ...fields,
    queue: queueOf(state, undefined),
    dueKey: dueKeyOf(dueOfStart(start, now), claimId),
    isLate: false,
    isListed: false,
    receiptNo: receiptNoOf(claimId, now),
    ...(start === 'submit' ? { submittedAt: createdAt } : {}),
    createdAt,
    listKey: listKeyOf(createdAt, claimId),
  }
  return (await begin('claims', claimMachine, start, begun, stamp)).doc
}

const dueOfStart = (start: 'draft' | 'submit', now: Date): string | undefined => {
  const row = claimMachine.starts[start]
  return 'due' in row ? dueOn(row.due, now).at : undefined
}
