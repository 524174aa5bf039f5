/** Answers an objection: where it was right about a published name the claim is not paid, where it was not the list goes on. */
import { claimMachine, objectionMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, canRead, next } from '../../domain/kernel/machine'
import { isDone, type Stamp } from '../_lib/cases'
import { moveClaim } from '../_lib/claimFollow'
import { change, get } from '../_lib/cloud'
import { beside, moveObjection } from '../_lib/objections'
import { markObjected } from '../_lib/roster'
import type { Claim, ClaimHandler, Objection } from './handlers'
import { deskObjection } from './objectionView'

type Input = Parameters<ClaimHandler<'actObjection'>>[0]

/** First the money, then the answer: sent again after a crash, what is done is done once. */
const quashed = async (claim: Claim, { form }: Input, stamp: Stamp): Promise<void> => {
  if (isDone(claim.events, stamp) || !actionsFor(claimMachine, claim, stamp.actor, stamp.now).includes('quash')) return
  const more = { set: { decidedBy: stamp.actor.personId } }
  await moveClaim(claim, { action: 'quash', version: claim.version, form, more }, stamp)
}

/** The clock, which put a list with a word against it off for a day, looks at it at once. */
const clearSoon = async ({ _id, dueAt, wakeAt, version }: Claim, now: Date): Promise<void> => {
  const isPutOff = dueAt !== undefined && wakeAt !== undefined && wakeAt > dueAt
  if (isPutOff) await change('claims', _id, { version }, { set: { wakeAt: now.toISOString() } })
}

const letGoOn = async ({ rowId }: Objection, claim: Claim | undefined, now: Date): Promise<void> => {
  if (rowId !== undefined) await markObjected(rowId, false)
  if (claim) await clearSoon(claim, now)
}

const answered = async (input: Input, objection: Objection, claim: Claim | undefined, stamp: Stamp) => {
  const { action, version, form } = input
  next(objectionMachine, beside(objection, claim), action, stamp.actor, stamp.now)
  if (version !== objection.version) throw new AppError('CONFLICT')
  /** On a roster one person's row is at stake, and not the claim: whoever decides over that strikes it. */
  if (claim && objection.rowId === undefined && action === 'admit') await quashed(claim, input, stamp)
  const moved = await moveObjection(objection, claim, { action, version, form }, stamp)
  if (action === 'dismiss') await letGoOn(objection, claim, stamp.now)
  return moved
}

export const actObjection: ClaimHandler<'actObjection'> = async (input, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), get('objections', input.id)])
  if (!stored || !canRead(objectionMachine, stored, { ...actor, personId: '' })) throw new AppError('NOT_FOUND')
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const claim = await get('claims', stored.claimId)
  const done = isDone(stored.events, stamp) ? stored : await answered(input, stored, claim, stamp)
  return { objection: deskObjection(done, claim, actor, now) }
}
