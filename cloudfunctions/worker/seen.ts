/** Who looked at the caller's number, when and why. */
import { find, opened } from '../_lib/cloud'
import type { WorkerHandler } from './handlers'
import { ownedBy } from './own'

export const seen: WorkerHandler<'seen'> = async (_input, { personId }) => {
  const doc = await ownedBy(personId)
  if (!doc) return { rows: [] }
  const { rows } = await find('looks', { workerId: doc._id }, { order: [['listKey', 'desc']], limit: 100 })
  return {
    rows: rows
      .map((look) => opened('looks', look))
      .map(({ at, role, byName, what, reason }) => ({ at, role, byName, what, reason })),
  }
}
