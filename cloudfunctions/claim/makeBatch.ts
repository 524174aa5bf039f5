/** Gathers what is to be paid of one programme, some hundreds a call, and closes the batch once all are in. */
import { batchMachine, linesAtOnce, mostLines } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import { noMoney } from '../../domain/kernel/money'
import type { Place } from '../../domain/kernel/roles'
import { begin, type Stamp } from '../_lib/cases'
import { get, remove } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { batchFor, deskBatch, deskOver, isGathering, mustPay } from './batchView'
import { closeBatch } from './closeBatch'
import { countWaiting, gather, type Payable, payable } from './gather'
import type { Batch, ClaimHandler } from './handlers'

type Input = Parameters<ClaimHandler<'makeBatch'>>[0]

/** The one that goes on, or that this request began before; undefined where there is none yet. */
const standing = async (input: Input, desk: Partial<Place>, stamp: Stamp): Promise<Batch | undefined> => {
  const { actor, now, requestId } = stamp
  if (input.batchId) return mustPay(await batchFor(input.batchId, actor), actor)
  const begun = { state: batchMachine.starts.gather.to, desk }
  if (!actionsFor(batchMachine, begun, actor, now).includes('close')) throw new AppError('NOT_FOUND')
  const [books, again] = await Promise.all([
    get('books', input.programmeId),
    get('batches', idFor(actor.personId, requestId, 'batch')),
  ])
  if (!books) throw new AppError('NOT_FOUND')
  return again
}

const newBatch = async ({ scope, programmeId }: Input, desk: Partial<Place>, stamp: Stamp): Promise<Batch> => {
  const { actor, now, requestId } = stamp
  const createdAt = now.toISOString()
  const id = idFor(actor.personId, requestId, 'batch')
  const { cityId, districtId } = desk
  const fields = {
    _id: id,
    desk,
    ...(cityId ? { cityId } : {}),
    ...(districtId ? { districtId } : {}),
    scope,
    programmeId,
    ownerId: actor.personId,
    lines: 0,
    totalFen: noMoney,
    paid: 0,
    paidFen: noMoney,
    failed: 0,
    createdAt,
    listKey: listKeyOf(createdAt, id),
  }
  return (await begin('batches', batchMachine, 'gather', fields, stamp)).doc
}

/** Of an empty one nothing stays. Throws NOTHING_TO_PAY. */
const dropEmpty = async ({ _id, version }: Batch): Promise<never> => {
  await remove('batches', _id, { version, lines: 0 })
  throw new AppError('NOTHING_TO_PAY')
}

/** Throws CONFLICT where another call goes on with it at the same moment. */
const goOn = async (batch: Batch, { claims, hasMore }: Payable, stamp: Stamp): Promise<Batch> => {
  await gather(batch, claims, stamp)
  const seen = await batchFor(batch._id, stamp.actor)
  if (!isGathering(seen) || (hasMore && seen.lines < mostLines)) return seen
  /** Of many lines the closing has a call of its own, so that none comes near its time. */
  if (claims.length > 0 && seen.lines > linesAtOnce) return seen
  return seen.lines === 0 ? dropEmpty(seen) : closeBatch(seen, stamp)
}

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'CONFLICT'

export const makeBatch: ClaimHandler<'makeBatch'> = async (input, { identified, now }) => {
  const [{ actor }, desk] = await Promise.all([identified(), deskOver(input.scope)])
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const found = await standing(input, desk, stamp)
  const answer = async (batch: Batch) => ({
    batch: await deskBatch(batch, actor, now),
    left: isGathering(batch) ? Math.max(1, await countWaiting(batch)) : 0,
  })
  if (found && !isGathering(found)) return answer(found)
  const most = Math.min(linesAtOnce, mostLines - (found?.lines ?? 0))
  const next = await payable(found ?? input, most, stamp)
  if (!found && next.claims.length === 0) throw new AppError('NOTHING_TO_PAY')
  const batch = found ?? (await newBatch(input, desk, stamp))
  try {
    return await answer(await goOn(batch, next, stamp))
  } catch (error) {
    if (!isConflict(error)) throw error
    return answer(await batchFor(batch._id, actor))
  }
}
