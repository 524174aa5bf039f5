/** What waits at this desk in figures; beyond one page it says 多. */
import { daysBetween, onOf } from '../../../domain/kernel/time'
import type { RosterRow } from '../../../domain/worker/views'
import type { Place, StateName } from '../parts/access'
import { isLate, waitsForDesk } from '../parts/due'

export type Queue = {
  readonly place: Place
  readonly state: StateName
  readonly label: string
  readonly rows: readonly RosterRow[]
  readonly hasMore: boolean
}

const isDueToday = ({ dueAt }: RosterRow, now: Date): boolean =>
  dueAt !== undefined && daysBetween(onOf(now), onOf(dueAt)) === 0

/** Two roles may see the same registration: it is counted once. */
const distinct = (queues: readonly Queue[]): RosterRow[] => [
  ...new Map(queues.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const))).values(),
]

export const countsOf = (queues: readonly Queue[], now: Date) => {
  const waiting = distinct(queues).filter(waitsForDesk)
  const late = waiting.filter((row) => isLate(row, now)).length
  const today = waiting.filter((row) => !isLate(row, now) && isDueToday(row, now)).length
  return { waiting: waiting.length, late, today, hasMore: queues.some(({ hasMore }) => hasMore) }
}

export const sayCount = (count: number, hasMore: boolean): string => (hasMore ? `${count} 多` : `${count}`)

export const queueWords = ({ rows, hasMore }: Queue, now: Date): string => {
  const late = rows.filter((row) => waitsForDesk(row) && isLate(row, now)).length
  const all = `${sayCount(rows.length, hasMore)}${hasMore ? '份' : ' 份'}`
  return late > 0 ? `${all}，晚了 ${late}` : all
}

/** The queue that can be worked through from here, the late one first. */
export const firstToDo = (queues: readonly Queue[], now: Date): Queue | undefined => {
  const open = queues.filter(({ rows }) => rows.some(waitsForDesk))
  return open.find(({ rows }) => rows.some((row) => waitsForDesk(row) && isLate(row, now))) ?? open[0]
}
