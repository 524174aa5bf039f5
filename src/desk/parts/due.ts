/** By when a registration wants an answer, in the words of the row: late and soon are separate marks, each with its word. */
import { daysBetween, onOf } from '../../../domain/kernel/time/day'
import { sayDay } from '../../../domain/kernel/time/words'
import type { RosterRow } from '../../../domain/worker/views'

type Timed = Pick<RosterRow, 'dueAt' | 'isLate'>

export const isLate = ({ dueAt, isLate: isMarked }: Timed, now: Date): boolean =>
  isMarked || (dueAt !== undefined && new Date(dueAt) < now)

/** '晚 2 天', '今天前', '2 月 9 日（周二）前'; nothing when nobody is waiting for the desk. */
export const sayRowDue = (row: Timed, now: Date): string | undefined => {
  if (!row.dueAt) return undefined
  const days = daysBetween(onOf(now), onOf(row.dueAt))
  if (isLate(row, now)) return days < 0 ? `晚 ${-days} 天` : '刚晚'
  if (days === 0) return '今天'
  return days === 1 ? '明天' : `${sayDay(onOf(row.dueAt), now)}前`
}

/** Somebody at this desk can move it, and a day is set for that. */
export const waitsForDesk = ({ dueAt, can }: Pick<RosterRow, 'dueAt' | 'can'>): boolean =>
  dueAt !== undefined && can.length > 0
