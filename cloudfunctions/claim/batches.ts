/** The batches of a place, newest first. */
import { batchMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { find } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { deskBatch, deskOver } from './batchView'
import type { ClaimHandler } from './handlers'

const PAGE = 20

export const batches: ClaimHandler<'batches'> = async ({ scope, cursor }, { identified, now }) => {
  const where = { [`desk.${placeField[scope.level]}`]: scope.id, ...behind(cursor) }
  const [{ actor }, desk, page] = await Promise.all([
    identified(),
    deskOver(scope),
    find('batches', where, { order: [['listKey', 'desc']], limit: PAGE }),
  ])
  if (!canRead(batchMachine, { state: batchMachine.starts.gather.to, desk, ...desk }, actor))
    throw new AppError('NOT_FOUND')
  const rows = page.rows.filter((batch) => canRead(batchMachine, batch, actor))
  return { rows: await Promise.all(rows.map((batch) => deskBatch(batch, actor, now))), ...nextOf(page) }
}
