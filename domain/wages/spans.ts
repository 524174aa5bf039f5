/** Shifts as stretches of minutes on one long clock, cut at midnight: each day pays its own multiple. */
import { addDays, type Day, daysBetween, isDay, toDay } from '../kernel/time'

/** Shaped as a shift is, so that the schema may ask about it before it is one. */
type Told =
  | { readonly way: 'hours'; readonly on: string; readonly minutes: number }
  | { readonly way: 'clock'; readonly on: string; readonly from: string; readonly to: string }

const MINUTES_A_DAY = 1440
const epoch = toDay('2018-01-01')

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const midnightOf = (on: string): number => daysBetween(epoch, toDay(on)) * MINUTES_A_DAY
const dayAt = (minute: number): Day => addDays(epoch, Math.floor(minute / MINUTES_A_DAY))

export type Span = { readonly start: number; readonly end: number }

export function spanOf({ on, from, to }: { on: string; from: string; to: string }): Span {
  const start = midnightOf(on) + minuteOf(from)
  const end = midnightOf(on) + minuteOf(to)
  return { start, end: end > start ? end : end + MINUTES_A_DAY }
}

/** The parts of a stretch, one for each day it touches. */
export function partsByDay({ start, end }: Span): { on: Day; minutes: number }[] {
  const on = dayAt(start)
  const stop = Math.min(end, midnightOf(on) + MINUTES_A_DAY)
  const part = { on, minutes: stop - start }
  return stop < end ? [part, ...partsByDay({ start: stop, end })] : [part]
}

const byStart = (a: Span, b: Span): number => a.start - b.start

/** What nobody can read has been complained of already. */
const isReadable = (shift: Told): boolean =>
  isDay(shift.on) &&
  (shift.way === 'hours'
    ? shift.minutes <= MINUTES_A_DAY
    : [shift.from, shift.to].every((clock) => /^\d\d:\d\d$/.test(clock)))

export function hasNoOverlap(shifts: readonly Told[]): boolean {
  const spans = shifts
    .filter(isReadable)
    .flatMap((shift) => (shift.way === 'clock' ? [spanOf(shift)] : []))
    .sort(byStart)
  return spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? start))
}

export function isWithinDays(shifts: readonly Told[]): boolean {
  const minutes = new Map<string, number>()
  const partsIn = (shift: Told): readonly { on: string; minutes: number }[] =>
    shift.way === 'clock' ? partsByDay(spanOf(shift)) : [shift]
  const parts = shifts.filter(isReadable).flatMap(partsIn)
  for (const part of parts) minutes.set(part.on, (minutes.get(part.on) ?? 0) + part.minutes)
  return [...minutes.values()].every((all) => all <= MINUTES_A_DAY)
}
