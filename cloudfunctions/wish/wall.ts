/** The wall: a page of lamps and how many are lit. One wait; the count is of the lamps themselves, kept ten seconds in an instance. */
import { command, count, find } from '../_lib/cloud'
import type { WishHandler } from './handlers'
import { lampCard } from './show'

const PAGE = 20
const COUNT_LIVES_MS = 10_000
const MAX_KEPT = 200

type Counts = { lit: number; dark: number; at: string }
const kept = new Map<string, Promise<Counts>>()
const keptAt = new Map<string, number>()

const counted = async (driveId: string, now: Date): Promise<Counts> => {
  const [lit, dark] = await Promise.all([
    count('wishes', { driveId, wall: 'lit' }),
    count('wishes', { driveId, wall: 'dark' }),
  ])
  return { lit, dark, at: now.toISOString() }
}

/** No counter is written when a lamp is lit: whoever looks counts, and those who look in the same ten seconds share it. */
const countsOf = (driveId: string, now: Date): Promise<Counts> => {
  const age = now.getTime() - (keptAt.get(driveId) ?? 0)
  const known = kept.get(driveId)
  if (known && age >= 0 && age < COUNT_LIVES_MS) return known
  if (kept.size >= MAX_KEPT) kept.clear()
  const asked = counted(driveId, now)
  kept.set(driveId, asked)
  keptAt.set(driveId, now.getTime())
  asked.catch(() => kept.delete(driveId))
  return asked
}

export const wall: WishHandler<'wall'> = async (
  { driveId, isDark, districtId, kind, cursor, limit = PAGE },
  { personId, now },
) => {
  const filter = {
    driveId,
    wall: isDark ? 'dark' : command.in(['dark', 'lit']),
    ...(districtId === undefined ? {} : { districtId }),
    ...(kind === undefined ? {} : { kind }),
    ...(cursor === undefined ? {} : { wallKey: command.gt(cursor) }),
  }
  const [{ rows, more }, counts] = await Promise.all([
    find('wishes', filter, { order: [['wallKey', 'asc']], limit }),
    countsOf(driveId, now),
  ])
  const last = rows.at(-1)
  return {
    lamps: rows.map((wish) => lampCard(wish, personId)),
    counts,
    ...(more && last ? { next: last.wallKey } : {}),
  }
}
