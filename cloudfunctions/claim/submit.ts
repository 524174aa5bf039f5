/** Hands a claim in, keeps a draft, or sends a returned one again: one person once by their document, in four waits. */
import { claimMachine, claimQuotas, type ProgrammeDetails } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, next, system } from '../../domain/kernel/machine'
import { isDone, type Stamp } from '../_lib/cases'
import { moveClaim } from '../_lib/claimFollow'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { take } from '../_lib/quotas'
import { isOpenOn, rulesOf } from './editions'
import type { Claim, ClaimHandler, Programme, Worker } from './handlers'
import { holdKey, isStillAlone, type Wanted } from './keys'
import { myClaim } from './mineView'
import { type Asked, beginClaim, formFields } from './newClaim'
import { isFor } from './open'
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
  const set = {
    ...fields,
    edition,
    ...(action === 'submit' ? { submittedAt: stamp.now.toISOString() } : {}),
  }
  const { declares: _declares, ...form } = input.form
  const more = action === 'mend' ? { set, unset: ['parts' as const] } : { set }
  return moveClaim(before, { action, version: input.claim?.version, form, more }, stamp)
}

/** They were erased meanwhile, or claimed at the same moment what shuts this out: it ends where it began. */
const endAgain = async (claim: Claim, code: 'CLAIM_EXCLUDED' | 'NOT_FOUND', now: Date): Promise<never> => {
  if (actionsFor(claimMachine, claim, system, now).includes('leave'))
    await moveClaim(
      claim,
      { action: 'leave', version: undefined, form: {} },
      { actor: system, now, requestId: `leave-${claim.version}` },
    )
  throw new AppError(code)
}

export const submit: ClaimHandler<'submit'> = async (input, context) => {
  const { personId, now } = context
  const { requestId, programmeId, period, form, isDraft = false } = input
  const claimId = input.claim?.id ?? idFor(personId, requestId, 'claim')
  const [identified, found, owned, answers, before, isFirst] = await Promise.all([
    context.identified(),
    get('programmes', programmeId),
    ownedBy(personId),
    answersOf(personId),
    get('claims', claimId),
    take('claims', personId, claimQuotas.submits, now),
  ])
  const stamp: Stamp = { actor: identified.actor, now, requestId }
  if (before && (isDone(before.events, stamp) || !input.claim)) return { claim: await myClaim(before, personId, now) }
  if (input.claim && !before) throw new AppError('NOT_FOUND')
  if (before) next(claimMachine, before, rowFor(before, isDraft), identified.actor, now)
  if (!isFirst) throw new AppError('TRIES_USED_UP')
  const { programme, worker } = await standingOf(input, found, owned, before, now)
  const asked: Asked = { claimId, programme, worker, period: before?.period ?? period, form, answers }
  const { fields, verdict } = await formFields(asked, before ?? { evidence: [] }, (before?.version ?? -1) + 1, now)
  if (verdict === 'no' && !isDraft) throw new AppError('CLAIM_NOT_ELIGIBLE')
  const { details } = programme
  const wanted: Wanted = { programmeId, period: asked.period, personKey: worker.documentKey, claimId, details }
  if (!isDraft) await holdKey(wanted, now)
  const claim = before
    ? await goOn(before, input, programme.edition, fields, stamp)
    : await beginClaim(asked, fields, isDraft ? 'draft' : 'submit', stamp)
  const [still, isAlone] = await Promise.all([get('workers', worker._id), isDraft || isStillAlone(wanted, now)])
  if (still?.ownerId === undefined) return endAgain(claim, 'NOT_FOUND', now)
  if (!isAlone) return endAgain(claim, 'CLAIM_EXCLUDED', now)
  return { claim: await myClaim(claim, personId, now) }
}
