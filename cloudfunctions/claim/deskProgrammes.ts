/** The programmes of a place, newest first, with their books. */
import { programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { command, find } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { locate } from '../_lib/scopes'
import { deskProgramme } from './deskView'
import type { ClaimHandler } from './handlers'

const PAGE = 20

export const deskProgrammes: ClaimHandler<'deskProgrammes'> = async ({ scope, cursor }, { identified, now }) => {
  const where = { [placeField[scope.level]]: scope.id, ...behind(cursor) }
  const [{ actor }, located, page] = await Promise.all([
    identified(),
    locate(scope),
    find('programmes', where, { order: [['listKey', 'desc']], limit: PAGE }),
  ])
  if (!located || !canRead(programmeMachine, { state: 'draft', ...located.place }, actor))
    throw new AppError('NOT_FOUND')
  const rows = page.rows.filter((programme) => canRead(programmeMachine, programme, actor))
  const ids = rows.map(({ _id }) => _id)
  const books = ids.length > 0 ? await find('books', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  return {
    rows: rows.map((programme) =>
      deskProgramme(
        programme,
        books.rows.find(({ _id }) => _id === programme._id),
        actor,
        now,
      ),
    ),
    ...nextOf(page),
  }
}
