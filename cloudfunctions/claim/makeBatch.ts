/** Gathers what is to be paid of one programme, some hundreds a call, and closes the batch once all are in. */
import { batchMachine, linesAtOnce, mostLines } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import { noMoney } from '../../domain/kernel/money'
import type { Place, Scope } from '../../domain/kernel/roles'
import { begin, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { batchFor, deskBatch, deskOver } from './batchView'
import { closeBatch } from './closeBatch'
import { gather, payable } from './gather'
import type { Batch, ClaimHandler } from './handlers'

type Input = Parameters<ClaimHandler<'makeBatch'>>[0]

/** Throws NOT_FOUND for whoever pays nothing here, NOTHING_TO_PAY for an empty one. */
const openBatch = async (input: Input, desk: Partial<Place>, scope: Scope, stamp: Stamp): Promise<Batch> => {
  const { actor, now, requestId } = stamp
  if (!actionsFor(batchMachine, { state: batchMachine.starts.gather.to, desk }, actor, now).includes('close'))
    throw new AppError('NOT_FOUND')
  if (!(await get('books', input.programmeId))) throw new AppError('NOT_FOUND')
  const id = idFor(actor.personId, requestId, 'batch')
  const again = await get('batches', id)
  if (again) return again
  if ((await payable(input.programmeId, desk, stamp)).length === 0) throw new AppError('NOTHING_TO_PAY')
  const createdAt = now.toISOString()
  const { cityId, districtId } = desk
  const fields = {
    _id: id,
    desk,
    ...(cityId ? { cityId } : {}),
    ...(districtId ? { districtId } : {}),
    scope,
    programmeId: input.programmeId,
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

const isGathering = (batch: Batch): boolean => batchMachine.actions.close.from.some((from) => from === batch.state)

export const makeBatch: ClaimHandler<'makeBatch'> = async (input, { identified, now }) => {
  const [{ actor }, desk] = await Promise.all([identified(), deskOver(input.scope)])
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const batch = input.batchId ? await batchFor(input.batchId, actor) : await openBatch(input, desk, input.scope, stamp)
  if (!isGathering(batch)) return { batch: await deskBatch(batch, actor, now), left: 0 }
  const room = Math.min(linesAtOnce, mostLines - batch.lines)
  const left = await gather(batch, room, stamp)
  const seen = await batchFor(batch._id, actor)
  const isWhole = left === 0 || seen.lines >= mostLines
  const done = isWhole ? await closeBatch(seen, stamp) : seen
  return { batch: await deskBatch(done, actor, now), left: isWhole ? 0 : left }
}
