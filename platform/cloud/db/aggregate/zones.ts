/** Time zones by name or by offset: how far local time stands from UTC at an instant, and which instant a local time was. */
import { fail } from '../../errors'

const MINUTE = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds to add to UTC for the local time at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return fixed
  const parts = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const local = utcOf(part('year'), part('month'), part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(instant / 1000) * 1000
}

/** The instant at which clocks there showed this; in an hour that came twice, the first of the two. */
export function instantOf(zone: string, local: number): number {
  const before = offsetAt(zone, local - 24 * 60 * MINUTE)
  const early = local - before
  if (offsetAt(zone, early) === before) return early
  return local - offsetAt(zone, early)
}

/** Like Date.UTC, which takes the years 0 to 99 for those of the last century. */
export function utcOf(year: number, month: number, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second, millisecond)
}

function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (!found) return undefined
  const [, sign, hours, minutes = '0'] = found
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
    return format
  } catch {
    throw fail(`unrecognized time zone identifier: "${zone}"`)
  }
}
