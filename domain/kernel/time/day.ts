/** Days and instants in Asia/Shanghai as a fixed +08:00, because old phones have no Intl and the city has no summer time. */
import * as v from 'valibot'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** China has kept one offset since 1992; every instant this product holds is later. */
const OFFSET = 8 * 60 * MINUTE

const dayForm = /^[1-9]\d{3}-\d{2}-\d{2}$/
const clockForm = /^([01]\d|2[0-3]):([0-5]\d)$/
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

function isRealDay(text: string): boolean {
  if (!dayForm.test(text)) return false
  const time = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** A calendar day in Shanghai, 'YYYY-MM-DD'. Days compare with < and > as plain strings do. */
export const Day = v.pipe(v.string(), v.check(isRealDay, '没有这一天'), v.brand('Day'))
export type Day = v.InferOutput<typeof Day>

/** A moment, ISO-8601 in UTC with milliseconds, as Date.toISOString writes it. */
export const Instant = v.pipe(
  v.string(),
  v.check((text) => instantForm.test(text) && !Number.isNaN(Date.parse(text)), '没有这个时间'),
)
export type Instant = v.InferOutput<typeof Instant>

export function isDay(text: string): text is Day {
  return isRealDay(text)
}

/** For literals and for text already known to be a day; anything else throws. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

function timeOf(instant: Date | string): number {
  const time = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${String(instant)}`)
  return time
}

/** The day an instant falls on in Shanghai. */
export function onOf(instant: Date | string): Day {
  return toDay(new Date(timeOf(instant) + OFFSET).toISOString().slice(0, 10))
}

/** The wall clock an instant shows in Shanghai, 'HH:mm'. */
export function clockOf(instant: Date | string): string {
  return new Date(timeOf(instant) + OFFSET).toISOString().slice(11, 16)
}

/** The instant at which Shanghai's wall clock shows 'HH:mm' on a day. */
export function instantAt(day: Day, clock: string): Instant {
  if (!clockForm.test(clock)) throw new RangeError(`not a wall clock: ${clock}`)
  return new Date(Date.parse(`${day}T${clock}:00.000Z`) - OFFSET).toISOString()
}

/** A day ends at 24:00 (民法典 art 203), kept as the last millisecond that still belongs to it. */
export function endOf(day: Day): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + DAY - OFFSET - 1).toISOString()
}

export function addMinutes(instant: Date | string, n: number): Instant {
  return new Date(timeOf(instant) + n * MINUTE).toISOString()
}

export function addDays(day: Day, n: number): Day {
  return toDay(new Date(Date.parse(`${day}T00:00:00.000Z`) + n * DAY).toISOString().slice(0, 10))
}

/** The same day n months on; a month that lacks it gives its last day (民法典 art 202). */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day)
  const first = new Date(Date.UTC(year, month - 1 + n, 1)).toISOString().slice(0, 8)
  for (let d = date; ; d -= 1) {
    const candidate = `${first}${String(d).padStart(2, '0')}`
    if (isDay(candidate)) return candidate
  }
}

/** How many days later `to` is than `from`; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay()
}

export function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** Whole years lived on a day. Who was born on 29 February grows older on 1 March of a common year. */
export function ageOn(bornOn: Day, day: Day): number {
  const years = partsOf(day).year - partsOf(bornOn).year
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** A shift in whole minutes, cut at midnight, since each day pays its own multiple. */
export function minutesByDay(startAt: Instant, endAt: Instant): { on: Day; minutes: number }[] {
  const parts: { on: Day; minutes: number }[] = []
  const end = minuteOf(endAt)
  for (let start = minuteOf(startAt); start < end; ) {
    const on = onOf(new Date(start * MINUTE))
    const stop = Math.min(end, minuteOf(endOf(on)) + 1)
    parts.push({ on, minutes: stop - start })
    start = stop
  }
  return parts
}

function minuteOf(instant: Instant): number {
  return Math.floor(timeOf(instant) / MINUTE)
}
