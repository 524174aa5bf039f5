/** Dates written out by a format and read back by one: the format letters of `$dateToString` and `$dateFromString`. */
import { fail } from '../../errors'
import { isoMidnight, type Moment } from './calendar'
import { instantOf, utcOf } from './zones'

export const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const padded = (value: number, width: number): string => String(value).padStart(width, '0')

function zoneText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${padded(size % 60, 2)}`
}

const WRITERS: Record<string, (moment: Moment) => string> = {
  d: ({ day }) => padded(day, 2),
  G: ({ isoWeekYear }) => padded(isoWeekYear, 4),
  H: ({ hour }) => padded(hour, 2),
  j: ({ dayOfYear }) => padded(dayOfYear, 3),
  L: ({ millisecond }) => padded(millisecond, 3),
  m: ({ month }) => padded(month, 2),
  M: ({ minute }) => padded(minute, 2),
  S: ({ second }) => padded(second, 2),
  u: ({ isoDayOfWeek }) => String(isoDayOfWeek),
  U: ({ week }) => padded(week, 2),
  V: ({ isoWeek }) => padded(isoWeek, 2),
  w: ({ dayOfWeek }) => String(dayOfWeek),
  Y: ({ year }) => padded(year, 4),
  z: ({ offsetMinutes }) => zoneText(offsetMinutes),
  Z: ({ offsetMinutes }) => `${offsetMinutes < 0 ? '' : '+'}${offsetMinutes}`,
  '%': () => '%',
}

export function writeDate(moment: Moment, format: string): string {
  if (/%$/.test(format.replaceAll('%%', ''))) throw fail("Unmatched '%' at end of format string")
  return format.replace(/%(.)/gsu, (_found, letter: string) => {
    const write = WRITERS[letter]
    if (!write) throw fail(`Invalid format character '%${letter}' in format string`)
    return write(moment)
  })
}

const READERS: Record<string, string> = {
  d: '(?<day>\\d{1,2})',
  G: '(?<isoWeekYear>\\d{4})',
  H: '(?<hour>\\d{1,2})',
  j: '(?<dayOfYear>\\d{1,3})',
  L: '(?<millisecond>\\d{1,3})',
  m: '(?<month>\\d{1,2})',
  M: '(?<minute>\\d{1,2})',
  S: '(?<second>\\d{1,2})',
  u: '(?<isoDayOfWeek>[1-7])',
  V: '(?<isoWeek>\\d{1,2})',
  Y: '(?<year>\\d{4})',
  z: '(?<zone>[+-]\\d{2}:?\\d{2}|Z)',
  Z: '(?<minutes>[+-]\\d{1,3})',
  '%': '%',
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The instant a text names under a format, or undefined when it does not fit. */
export function readDate(text: string, format: string, zone: string): number | undefined {
  const source = format.replace(/%(.)|[^%]+|%$/gsu, (found, letter: string | undefined) => {
    if (letter === undefined) return escaped(found)
    const reader = READERS[letter]
    if (reader === undefined) throw fail(`Invalid format character '%${letter}' in format string`)
    return reader
  })
  const { groups } = new RegExp(`^${source}$`, 'su').exec(text) ?? {}
  return groups && instantOfParts(groups, zone)
}

type Parts = Readonly<Record<string, string | undefined>>

function instantOfParts(parts: Parts, given: string): number | undefined {
  const number = (name: string, otherwise: number): number =>
    parts[name] === undefined ? otherwise : Number(parts[name])
  const [hour, minute, second] = [number('hour', 0), number('minute', 0), number('second', 0)]
  const midnight = midnightOf(parts, number)
  if (midnight === undefined || hour > 24 || minute > 59 || second > 59) return undefined
  const local =
    midnight + ((hour * 60 + minute) * 60 + second) * 1000 + Number((parts.millisecond ?? '0').padEnd(3, '0'))
  if (parts.minutes !== undefined) return local - Number(parts.minutes) * 60_000
  return instantOf(parts.zone ?? given, local)
}

function midnightOf(parts: Parts, number: (name: string, otherwise: number) => number): number | undefined {
  if (parts.isoWeekYear !== undefined) {
    const [week, day] = [number('isoWeek', 1), number('isoDayOfWeek', 1)]
    return week >= 1 && week <= 53 ? isoMidnight(Number(parts.isoWeekYear), week, day) : undefined
  }
  if (parts.year === undefined) return undefined
  if (parts.dayOfYear !== undefined) return utcOf(Number(parts.year), 1, number('dayOfYear', 1))
  const [year, month, day] = [Number(parts.year), number('month', 1), number('day', 1)]
  const midnight = utcOf(year, month, day)
  return new Date(midnight).getUTCMonth() === month - 1 ? midnight : undefined
}

const PLAIN = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<millisecond>\d{1,3})\d*)?)?)? ?(?<zone>Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?|[A-Z][A-Za-z_]+\/[A-Za-z_/]+)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<hour>\d{2}):?(?<minute>\d{2}):?(?<second>\d{2})?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/,
  /^(?<year>\d{4})-W(?<isoWeek>\d{2})(?:-(?<isoDayOfWeek>[1-7]))?$/,
]

/** What may be read without a format: ISO 8601 and what comes close to it. */
export function readPlainDate(text: string, zone: string | undefined): number | undefined {
  for (const pattern of PLAIN) {
    const { groups } = pattern.exec(text.trim()) ?? {}
    if (!groups) continue
    if (groups.zone !== undefined && zone !== undefined)
      throw fail(
        `you cannot pass in a date/time string with time zone information ('${text}') together with a timezone argument`,
      )
    const parts = groups.isoWeek === undefined ? groups : { ...groups, isoWeekYear: groups.year }
    return instantOfParts(parts, zone ?? 'UTC')
  }
  return undefined
}
