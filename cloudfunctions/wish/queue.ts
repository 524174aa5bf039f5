/** The wishes of a scope in one state, oldest first: those due first. */
import { AppError } from '../../domain/kernel/errors'
import { isPartyTo } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { wishMachine } from '../../domain/wish'
import { command, find } from '../_lib/cloud'
import { locate } from '../_lib/scopes'
import { deskPage } from './desk'
import type { WishHandler } from './handlers'

const PAGE = 20

export const queue: WishHandler<'queue'> = async ({ scope, driveId, state, cursor }, { identified, now }) => {
  /** No wish is listed by an organisation. */
  if (scope.level === 'org') throw new AppError('NOT_FOUND')
  const where = {
    [placeField[scope.level]]: scope.id,
    state,
    ...(driveId === undefined ? {} : { driveId }),
    ...(cursor === undefined ? {} : { listKey: command.gt(cursor) }),
  }
  const [{ actor }, located, page] = await Promise.all([
    identified(),
    locate(scope),
    find('wishes', where, { order: [['listKey', 'asc']], limit: PAGE }),
  ])
  if (!located || !isPartyTo(wishMachine, { state: 'submitted', ...located.place }, actor))
    throw new AppError('NOT_FOUND')
  return deskPage({ ...page, rows: page.rows.filter((wish) => isPartyTo(wishMachine, wish, actor)) }, actor, now)
}
