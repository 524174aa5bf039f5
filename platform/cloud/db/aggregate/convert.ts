/** Operators that say a value's type or turn it into another. */
import { Decimal128, ObjectId } from 'bson'
import { fail } from '../../errors'
import { approximate, integerOf, isNumeric, type Numeric, writtenOf } from '../numbers'
import type { Value } from '../values'
import { instantIn, instantInText } from './dates'
import { namesOf, type Operator, positional } from './operator'
import { roundedTowards } from './quotient'
import { isNothing, isTrue, type Result, typeName } from './result'

type Target = 'bool' | 'date' | 'decimal' | 'double' | 'int' | 'long' | 'objectId' | 'string'

/** The numbers BSON gives its types. */
const TARGETS = new Map<Value, Target>([
  [1, 'double'],
  [2, 'string'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [16, 'int'],
  [18, 'long'],
  [19, 'decimal'],
])

const refused = (value: Result, target: Target): never => {
  throw fail(`Unsupported conversion from ${typeName(value)} to ${target} in $convert with no onError value`)
}

const unreadable = (text: string, target: Target): never => {
  throw fail(`Failed to parse ${target} '${text}' in $convert with no onError value`)
}

function toNumber(value: Value, target: 'double' | 'decimal' | 'int' | 'long'): Numeric {
  const isWhole = target === 'int' || target === 'long'
  if (isNumeric(value)) return sized(isWhole ? roundedTowards(value, 'towards zero', 0) : value, target)
  if (typeof value === 'boolean') return sized(value ? 1 : 0, target)
  if (value instanceof Date && target !== 'int') return sized(value.getTime(), target)
  if (typeof value !== 'string') return refused(value, target)
  if (!(isWhole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i).test(value)) return unreadable(value, target)
  if (target === 'decimal') return Decimal128.fromString(value)
  return sized(isWhole ? BigInt(value.replace('+', '')) : Number(value), target)
}

function sized(value: Numeric, target: 'double' | 'decimal' | 'int' | 'long'): Numeric {
  if (target === 'decimal') return value instanceof Decimal128 ? value : Decimal128.fromString(String(value))
  if (target === 'double') return approximate(value)
  if (!Number.isFinite(approximate(value)))
    throw fail(`Attempt to convert ${value} value to integer type in $convert with no onError value`)
  const whole = value instanceof Decimal128 ? wholeOf(value) : BigInt(value)
  const limit = target === 'int' ? 2n ** 31n : 2n ** 63n
  if (whole < -limit || whole >= limit)
    throw fail(`Conversion would overflow target type in $convert with no onError value: ${value}`)
  return integerOf(whole)
}

/** Towards zero. */
function wholeOf(value: Decimal128): bigint {
  const { digits, exponent } = writtenOf(value)
  return exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits / 10n ** BigInt(-exponent)
}

function toText(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || isNumeric(value)) return String(value)
  if (value instanceof ObjectId) return value.toHexString()
  return value instanceof Date ? value.toISOString() : refused(value, 'string')
}

function toDate(value: Value): Date {
  if (typeof value === 'string') {
    const found = instantInText(value)
    return found === undefined ? unreadable(value, 'date') : new Date(found)
  }
  if (!isNumeric(value))
    return value instanceof Date || value instanceof ObjectId ? new Date(instantIn(value)) : refused(value, 'date')
  const date = new Date(approximate(value))
  if (Number.isNaN(date.getTime())) throw fail(`${value} is no date`)
  return date
}

function toObjectId(value: Value): ObjectId {
  if (value instanceof ObjectId) return value
  if (typeof value !== 'string') return refused(value, 'objectId')
  return /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : unreadable(value, 'objectId')
}

function converted(value: Value, target: Target): Value {
  switch (target) {
    case 'bool':
      return isTrue(value)
    case 'date':
      return toDate(value)
    case 'objectId':
      return toObjectId(value)
    case 'string':
      return toText(value)
    default:
      return toNumber(value, target)
  }
}

function targetOf(to: Result): Target {
  const byName = [...TARGETS.values()].find((target) => target === to)
  const target = byName ?? (isNumeric(to) ? TARGETS.get(approximate(to)) : undefined)
  if (target) return target
  throw fail(`Unknown type name: ${String(to)}`)
}

/** `onError` stands in for what cannot be converted, but not for a type that does not exist. */
const convert: Operator = (operand, { compile }, name) => {
  const { input, to, onError, onNull } = namesOf(operand, ['input', 'to'], ['onError', 'onNull'], name)
  const [from, into, failed, empty] = [input, to, onError, onNull].map((source) =>
    source === undefined ? undefined : compile(source),
  )
  return (scope) => {
    const [value, type] = [from?.(scope), into?.(scope)]
    if (isNothing(value)) return empty ? empty(scope) : null
    if (isNothing(type)) return null
    const target = targetOf(type)
    if (!failed) return converted(value, target)
    try {
      return converted(value, target)
    } catch {
      return failed(scope)
    }
  }
}

const to = (target: Target): Operator =>
  positional(1, 1, (value) => (isNothing(value) ? null : converted(value, target)))

export const CONVERSIONS: Record<string, Operator> = {
  $convert: convert,
  $toBool: to('bool'),
  $toDate: to('date'),
  $toDecimal: to('decimal'),
  $toDouble: to('double'),
  $toInt: to('int'),
  $toLong: to('long'),
  $toObjectId: to('objectId'),
  $toString: to('string'),
  $type: positional(1, 1, typeName),
}
