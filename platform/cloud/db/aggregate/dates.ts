/** Operators on dates, in whatever time zone is asked for. */
import { ObjectId } from 'bson'
import { fail } from '../../errors'
import { approximate, isInt64, isNumeric } from '../numbers'
import { isDocument } from '../values'
import { isoMidnight, type Moment, momentOf } from './calendar'
import { ISO_FORMAT, readDate, readPlainDate, writeDate } from './date-text'
import { argumentsOf, named, type Operator } from './operator'
import { isNothing, type Result, typeName } from './result'
import { instantOf, utcOf } from './zones'

type Arguments = Readonly<Record<string, Result>>

export function instantIn(value: Result): number {
  if (value instanceof Date) return value.getTime()
  if (value instanceof ObjectId) return value.getTimestamp().getTime()
  throw fail(`can't convert from BSON type ${typeName(value)} to Date`)
}

/** The zone asked for, UTC when none was, and null when it came to nothing. */
function zoneIn({ timezone }: Arguments, has: (key: string) => boolean): string | null {
  if (!has('timezone')) return 'UTC'
  if (isNothing(timezone)) return null
  if (typeof timezone === 'string') return timezone
  throw fail(`timezone must evaluate to a string, found ${typeName(timezone)}`)
}

const isNamed = (operand: unknown): boolean =>
  isDocument(operand) && !Object.keys(operand).some((key) => key.startsWith('$'))

/** One part of a date, given as the date alone, as `[date]` or as `{ date, timezone }`. */
const part =
  (take: (moment: Moment) => number): Operator =>
  (operand, compiler, name) => {
    const [only = null] = isNamed(operand) ? [operand] : argumentsOf(operand, 1, 1, name)
    const sources = isNamed(only) ? only : { date: only }
    return named(['date'], ['timezone'], (values, has) => {
      const zone = zoneIn(values, has)
      return isNothing(values.date) || zone === null ? null : take(momentOf(instantIn(values.date), zone))
    })(sources, compiler, name)
  }

function toParts(values: Arguments, has: (key: string) => boolean): Result {
  const zone = zoneIn(values, has)
  if (isNothing(values.date) || zone === null || values.iso8601 === null) return null
  const moment = momentOf(instantIn(values.date), zone)
  const { hour, minute, second, millisecond } = moment
  const time = { hour, minute, second, millisecond }
  if (values.iso8601 !== true) return { year: moment.year, month: moment.month, day: moment.day, ...time }
  return { isoWeekYear: moment.isoWeekYear, isoWeek: moment.isoWeek, isoDayOfWeek: moment.isoDayOfWeek, ...time }
}

const TIME = ['hour', 'minute', 'second', 'millisecond'] as const
const PARTS = ['year', 'isoWeekYear', 'month', 'isoWeek', 'day', 'isoDayOfWeek', ...TIME]

function fromParts(values: Arguments, has: (key: string) => boolean): Result {
  const isIso = has('isoWeekYear')
  if (isIso === has('year')) throw fail("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  const zone = zoneIn(values, has)
  if (zone === null || PARTS.some((name) => has(name) && isNothing(values[name]))) return null
  const number = (name: string, otherwise: number): number => {
    const value = has(name) ? values[name] : otherwise
    if (isNumeric(value) && isInt64(value)) return approximate(value)
    throw fail(`'${name}' must evaluate to an integer, found ${typeName(value)}`)
  }
  const year = number(isIso ? 'isoWeekYear' : 'year', 1)
  if (year < 1 || year > 9999) throw fail(`'year' must evaluate to an integer in the range 1 to 9999, found ${year}`)
  const midnight = isIso
    ? isoMidnight(year, number('isoWeek', 1), number('isoDayOfWeek', 1))
    : utcOf(year, number('month', 1), number('day', 1))
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = TIME.map((name) => number(name, 0))
  return new Date(instantOf(zone, midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond))
}

function toText(values: Arguments, has: (key: string) => boolean): Result {
  const zone = zoneIn(values, has)
  if (isNothing(values.date)) return has('onNull') ? values.onNull : null
  if (zone === null || (has('format') && isNothing(values.format))) return null
  const format = has('format') ? values.format : ISO_FORMAT
  if (typeof format !== 'string')
    throw fail(`$dateToString requires that 'format' be a string, found: ${typeName(format)}`)
  return writeDate(momentOf(instantIn(values.date), zone), format)
}

function fromText(values: Arguments, has: (key: string) => boolean): Result {
  const { dateString, format } = values
  const zone = zoneIn(values, has)
  if (isNothing(dateString)) return has('onNull') ? values.onNull : null
  if (zone === null || (has('format') && isNothing(format))) return null
  const found =
    typeof dateString === 'string' ? instantInText(dateString, format, has('timezone') ? zone : undefined) : undefined
  if (found !== undefined) return new Date(found)
  if (has('onError')) return values.onError
  throw fail(
    typeof dateString === 'string'
      ? `Error parsing date string '${dateString}'`
      : `$dateFromString requires that 'dateString' be a string, found: ${typeName(dateString)}`,
  )
}

export function instantInText(text: string, format?: Result, zone?: string): number | undefined {
  if (isNothing(format)) return readPlainDate(text, zone)
  if (typeof format === 'string') return readDate(text, format, zone ?? 'UTC')
  throw fail(`$dateFromString requires that 'format' be a string, found: ${typeName(format)}`)
}

export const DATES: Record<string, Operator> = {
  $dateFromParts: named([], [...PARTS, 'timezone'], fromParts),
  $dateFromString: named(['dateString'], ['format', 'timezone', 'onError', 'onNull'], fromText),
  $dateToParts: named(['date'], ['timezone', 'iso8601'], toParts),
  $dateToString: named(['date'], ['format', 'timezone', 'onNull'], toText),
  $dayOfMonth: part(({ day }) => day),
  $dayOfWeek: part(({ dayOfWeek }) => dayOfWeek),
  $dayOfYear: part(({ dayOfYear }) => dayOfYear),
  $hour: part(({ hour }) => hour),
  $isoDayOfWeek: part(({ isoDayOfWeek }) => isoDayOfWeek),
  $isoWeek: part(({ isoWeek }) => isoWeek),
  $isoWeekYear: part(({ isoWeekYear }) => isoWeekYear),
  $millisecond: part(({ millisecond }) => millisecond),
  $minute: part(({ minute }) => minute),
  $month: part(({ month }) => month),
  $second: part(({ second }) => second),
  $week: part(({ week }) => week),
  $year: part(({ year }) => year),
}
