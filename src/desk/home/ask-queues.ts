/** What waits at this desk: the roster's own waiting states, asked for each place held. */
import { type StateRow, stateRow } from '../../../domain/kernel/machine'
import type { GrantView } from '../../../domain/staff/schema'
import { workerMachine } from '../../../domain/worker/machine'
import { workers } from '../../cloud/apis'
import { type Place, placesOf, rosterGrants, type StateName, statesFor } from '../parts/access'
import type { Queue } from './counts'

const isWaiting = ({ tone }: StateRow): boolean => tone === 'wait'

const queueAt = async (place: Place, state: StateName): Promise<Queue> => {
  const { rows, next } = await workers.roster({ scope: place.scope, filter: { state } })
  return { place, state, label: stateRow(workerMachine, state).label, rows, hasMore: next !== undefined }
}

/** One question for each place and waiting state, all asked together; empty queues are left out. */
export const queuesOf = async (grants: readonly GrantView[]): Promise<Queue[]> => {
  const readers = rosterGrants(grants)
  const states = statesFor(readers).filter((state) => isWaiting(stateRow(workerMachine, state)))
  const queues = await Promise.all(placesOf(readers).flatMap((place) => states.map((state) => queueAt(place, state))))
  return queues.filter(({ rows }) => rows.length > 0)
}
