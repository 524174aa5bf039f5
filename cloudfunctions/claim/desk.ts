/** What waits in each work list of a place, in one wait: the first hundred of each by the index alone, nothing counted over all. */
import { type QueueLine, type QueueName, queueNames, queues } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Scope } from '../../domain/kernel/roles'
import { onOf } from '../../domain/kernel/time'
import { dueOfKey } from '../_lib/claimMove'
import { type Filter, findOnly } from '../_lib/cloud'
import { locate } from '../_lib/scopes'
import { isWatched, lateAt, mayRead, queueAt, watches, worksOn } from './atDesk'
import type { ClaimHandler } from './handlers'

const MOST = 100

type Keys = { readonly rows: readonly { readonly dueKey: string }[]; readonly more: boolean }
const noKeys: Keys = { rows: [], more: false }

const keysOf = (where: Filter): Promise<Keys> =>
  findOnly('claims', where, ['dueKey'], { order: [['dueKey', 'asc']], limit: MOST })

const lineOf = (queue: QueueName, { rows, more }: Keys, now: Date): QueueLine => {
  const dues = rows.map(({ dueKey }) => dueOfKey(dueKey)).filter((due) => due !== undefined)
  const isLate = (due: string): boolean => due <= now.toISOString()
  return {
    queue,
    label: queues[queue].label,
    waiting: rows.length,
    late: dues.filter(isLate).length,
    today: dues.filter((due) => !isLate(due) && onOf(due) === onOf(now)).length,
    hasMore: more,
  }
}

const listed = queueNames.filter((queue) => queues[queue].by !== undefined)

const keysAt = (scope: Scope) =>
  Promise.all([
    Promise.all(listed.map(async (queue) => [queue, await keysOf(queueAt(scope, queue))] as const)),
    isWatched(scope) ? keysOf(lateAt(scope)) : noKeys,
  ])

/** Whoever works there sees their own lists, whoever watches sees all of them. */
export const desk: ClaimHandler<'desk'> = async ({ scope }, { identified, now }) => {
  const [{ actor }, located, [keys, late]] = await Promise.all([identified(), locate(scope), keysAt(scope)])
  if (!mayRead(scope, located, actor)) throw new AppError('NOT_FOUND')
  const own = keys.filter(([queue]) => worksOn(queue, scope, located, actor))
  const lines = (own.length > 0 ? own : keys).map(([queue, found]) => lineOf(queue, found, now))
  const isWatcher = watches(scope, located, actor)
  return { queues: lines, late: isWatcher ? late.rows.length : lines.reduce((sum, line) => sum + line.late, 0) }
}
