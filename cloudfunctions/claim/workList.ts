/** One work list by the day it is due, overdue on top; two waits whatever is stored. */
import { AppError } from '../../domain/kernel/errors'
import { command, find } from '../_lib/cloud'
import { locate } from '../_lib/scopes'
import { isWatched, lateAt, mayRead, queueAt, readsAtDesk, watches } from './atDesk'
import { aroundOf, deskClaim } from './deskRow'
import type { ClaimHandler } from './handlers'

const PAGE = 20

export const workList: ClaimHandler<'workList'> = async (
  { scope, queue, programmeId, cursor },
  { identified, now },
) => {
  if (queue === 'late' && !isWatched(scope)) throw new AppError('NOT_FOUND')
  const where = {
    ...(queue === 'late' ? lateAt(scope) : queueAt(scope, queue)),
    ...(programmeId === undefined ? {} : { programmeId }),
    ...(cursor === undefined ? {} : { dueKey: command.gt(cursor) }),
  }
  const [{ actor }, located, page] = await Promise.all([
    identified(),
    locate(scope),
    find('claims', where, { order: [['dueKey', 'asc']], limit: PAGE }),
  ])
  if (!mayRead(scope, located, actor)) throw new AppError('NOT_FOUND')
  if (queue === 'late' && !watches(scope, located, actor)) throw new AppError('NOT_FOUND')
  const rows = page.rows.filter((claim) => readsAtDesk(claim, actor))
  const around = await aroundOf(rows)
  const last = page.rows.at(-1)
  return {
    rows: rows.map((claim) => deskClaim(claim, around, actor, now)),
    ...(page.more && last ? { next: last.dueKey } : {}),
  }
}
