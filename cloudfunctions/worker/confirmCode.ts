/** A new confirmation code in place of a lost one: the old ones stop working. */
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { desk, workerMachine } from '../../domain/worker'
import { find, get, remove } from '../_lib/cloud'
import { reaches } from '../_lib/scopes'
import { confirmationId, giveCode } from './assisted'
import type { WorkerHandler } from './handlers'

export const confirmCode: WorkerHandler<'confirmCode'> = async ({ id, requestId }, { identified, now }) => {
  const [{ actor }, doc] = await Promise.all([identified(), get('workers', id)])
  if (!doc || !canRead(workerMachine, doc, actor) || !reaches(actor, desk, doc)) throw new AppError('NOT_FOUND')
  if (!workerMachine.actions.confirm.from.some((state) => state === doc.state)) throw new AppError('ACTION_NOT_ALLOWED')
  const given = await giveCode(id, { now, requestId })
  const { rows } = await find('confirmations', { workerId: id }, { limit: 50 })
  await Promise.all(
    rows.filter(({ _id }) => _id !== confirmationId(given.confirmCode)).map(({ _id }) => remove('confirmations', _id)),
  )
  return given
}
