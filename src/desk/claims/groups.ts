/** The rows of a work list by the day they are due. */
import type { DeskClaim } from '../../../domain/claim/views-desk'
import { daysBetween, onOf } from '../../../domain/kernel/time'
import { isLate } from '../parts/due'

export const groups = ['晚了', '今天', '明天', '以后'] as const
export type Group = (typeof groups)[number]

const LATER = '以后'

export const groupOf = (row: DeskClaim, now: Date): Group => {
  if (isLate(row, now)) return '晚了'
  if (row.dueAt === undefined) return LATER
  const days = daysBetween(onOf(now), onOf(row.dueAt))
  return ({ 0: '今天', 1: '明天' } as const)[days] ?? LATER
}

export const grouped = (rows: readonly DeskClaim[], now: Date) =>
  groups
    .map((group) => ({ group, rows: rows.filter((row) => groupOf(row, now) === group) }))
    .filter((one) => one.rows.length > 0)
