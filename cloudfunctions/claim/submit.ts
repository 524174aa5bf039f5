/** Hands a claim in, keeps a draft, or sends a returned one again: one person once by their document, in four waits. */
import { claimMachine, claimQuotas, type MyClaim, type ProgrammeDetails } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { isDone, type Stamp } from '../_lib/cases'
import { moveClaim } from '../_lib/claimFollow'
import { forgetClaim } from '../_lib/claimForgetting'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { isSpent, takeFirst, takeOne } from '../_lib/quotas'
import { isOpenOn, rulesOf } from './editions'
import type { Claim, ClaimHandler, Programme, Worker } from './handlers'
import { holdKey, isStillAlone, type Wanted } from './keys'
import { myClaim } from './mineView'
import { type Asked, beginClaim, formFields } from './newClaim'
import { isFor } from './open'
import { dropReplaced, dropUnused, replacedBy } from './pictures'
import { answersOf } from './programmes'
import { ownedBy, standsWell } from './standing'

type Input = Parameters<ClaimHandler<'submit'>>[0]

/** A returned claim is mended by the edition it was judged by, a new one by today's. */
const standingOf = async (
  input: Input,
  programme: Programme | undefined,
  found: Worker | undefined,
  before: Claim | undefined,
  now: Date,
): Promise<{ programme: Programme; worker: Worker }> => {
  if (!programme || programme.edition === 0) throw new AppError('NOT_FOUND')
  if (!standsWell(found) || !isFor(programme, found)) throw new AppError('CLAIM_NOT_ELIGIBLE')
  if (before?.submittedAt !== undefined)
    return { programme: { ...programme, details: await rulesOf(before), edition: before.edition }, worker: found }
  if (!isOpenOn(programme, now)) throw new AppError('PROGRAMME_CLOSED')
  if (input.edition !== programme.edition) throw new AppError('CONFLICT')
  if (!periodsIn(programme.details).includes(input.period)) throw new AppError('INPUT_INVALID', periodProblem)
  return { programme, worker: found }
}

const periodProblem = { fields: { period: '这个月领不了，换一个月' } }
const periodsIn = (details: ProgrammeDetails): readonly string[] =>
  details.months.length > 0 ? details.months : ['once']

/** The row by which a claim that is there already goes on. */
const rowFor = (before: Claim, isDraft: boolean): 'keep' | 'submit' | 'mend' => {
  if (before.submittedAt !== undefined) return 'mend'
  return isDraft ? 'keep' : 'submit'
}

type Fields = Awaited<ReturnType<typeof formFields>>['fields']

const goOn = (before: Claim, input: Input, edition: number, fields: Fields, stamp: Stamp): Promise<Claim> => {
  const action = rowFor(before, input.isDraft ?? false)
  const replaced = replacedBy(before, fields.evidence)
  const set = {
    ...fields,
    edition,
    ...(replaced.length > 0 ? { replaced } : {}),
    ...(action === 'submit' ? { submittedAt: stamp.now.toISOString() } : {}),
  }
  const { declares: _declares, ...form } = input.form
  const more = action === 'mend' ? { set, unset: ['parts' as const] } : { set }
  return moveClaim(before, { action, version: input.claim?.version, form, more }, stamp)
}

/** They were erased meanwhile: it ends as all they claimed did. */
const forgotten = async (claim: Claim, now: Date): Promise<never> => {
  await forgetClaim(claim, undefined, now)
  throw new AppError('NOT_FOUND')
}

/** Another was handed in at the same moment that shuts this one out. */
const takenBack = async (claim: Claim, { actor, now }: Stamp): Promise<never> => {
  const stamp = { actor, now, requestId: `withdraw-${claim.version}` }
  await moveClaim(claim, { action: 'withdraw', version: undefined, form: {} }, stamp)
  throw new AppError('CLAIM_EXCLUDED')
}

/** It is theirs and no roster's. Erased, it is nobody's. */
const isTheirs = ({ ownerId, workerId }: Claim, personId: string): boolean =>
  ownerId === personId && workerId !== undefined

type Ready = {
  readonly asked: Asked
  readonly before: Claim | undefined
  readonly input: Input
  /** One of the day's tries is taken already. */
  readonly isCounted: boolean
}

/** Side by side, one wait: the key, and the first of the day's tries. A key without a claim is free again soon. */
const admit = async (wanted: Wanted, isDraft: boolean, isCounted: boolean, { actor, now }: Stamp): Promise<void> => {
  const [held, tried] = await Promise.allSettled([
    isDraft || holdKey(wanted, now),
    isCounted || takeFirst('claims', actor.personId, claimQuotas.submits, now),
  ])
  if (tried.status === 'rejected') throw tried.reason
  if (!tried.value) throw new AppError('TRIES_USED_UP')
  if (held.status === 'rejected') throw held.reason
}

/** Takes the key and writes the claim; refused, it leaves neither pictures nor a claim behind. */
const handIn = async ({ asked, before, input, isCounted }: Ready, stamp: Stamp): Promise<MyClaim> => {
  const { claimId, programme, worker, period } = asked
  const { isDraft = false, programmeId } = input
  const id = `${claimId}-${idFor(stamp.actor.personId, stamp.requestId, 'evidence').slice(0, 12)}`
  const { fields, verdict } = await formFields(asked, before ?? { evidence: [] }, id, stamp.now)
  const wanted: Wanted = { programmeId, period, personKey: worker.documentKey, claimId, details: programme.details }
  try {
    if (verdict === 'no' && !isDraft) throw new AppError('CLAIM_NOT_ELIGIBLE')
    await admit(wanted, isDraft, isCounted, stamp)
    const claim = before
      ? await goOn(before, input, programme.edition, fields, stamp)
      : await beginClaim(asked, fields, isDraft ? 'draft' : 'submit', stamp)
    await dropReplaced(claim)
    const [still, isAlone, shown] = await Promise.all([
      get('workers', worker._id),
      isDraft || isStillAlone(wanted, stamp.now),
      myClaim(claim, stamp.actor.personId, stamp.now),
    ])
    if (still?.ownerId === undefined) return forgotten(claim, stamp.now)
    return isAlone ? shown : takenBack(claim, stamp)
  } catch (error) {
    if (error instanceof AppError) await dropUnused(claimId, fields.evidence)
    throw error
  }
}

export const submit: ClaimHandler<'submit'> = async (input, context) => {
  const { personId, now } = context
  const { requestId, programmeId, period, form, isDraft = false } = input
  const claimId = input.claim?.id ?? idFor(personId, requestId, 'claim')
  const [identified, found, owned, answers, before, isCounted, hasNone] = await Promise.all([
    context.identified(),
    get('programmes', programmeId),
    ownedBy(personId),
    answersOf(personId),
    get('claims', claimId),
    takeOne('claims', personId, claimQuotas.submits, now),
    isSpent('claims', personId, claimQuotas.submits, now),
  ])
  const stamp: Stamp = { actor: identified.actor, now, requestId }
  if (input.claim && !before) throw new AppError('NOT_FOUND')
  if (before && !isTheirs(before, personId)) throw new AppError('NOT_FOUND')
  if (before && owned === undefined) return forgotten(before, now)
  if (before && (isDone(before.events, stamp) || !input.claim)) return { claim: await myClaim(before, personId, now) }
  if (before) next(claimMachine, before, rowFor(before, isDraft), identified.actor, now)
  if (!isCounted && hasNone) throw new AppError('TRIES_USED_UP')
  const { programme, worker } = await standingOf(input, found, owned, before, now)
  const asked: Asked = { claimId, programme, worker, period: before?.period ?? period, form, answers }
  return { claim: await handIn({ asked, before, input, isCounted }, stamp) }
}
