/** MongoDB's arithmetic: 64-bit integers and decimals stay exact, everything else is a double. */
import { Decimal128 } from 'bson'
import { fail } from '../errors'
import type { Value } from './values'

/** A bigint is an integer beyond what a double holds exactly; a number without a fraction counts as an integer too. */
export type Numeric = number | bigint | Decimal128

/** A value as `digits × 10 ^ exponent`, exactly. */
export interface Exact {
  digits: bigint
  exponent: number
}

const INT64 = 2n ** 63n
export const DECIMAL_DIGITS = 34

export const isNumeric = (value: Value | undefined): value is Numeric =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal128

/** The nearest double. */
export const approximate = (value: Numeric): number => Number(value instanceof Decimal128 ? value.toString() : value)

/** Whether a double says exactly what the value says. */
export const isApproximate = (value: Numeric): boolean =>
  Number.isNaN(approximate(value)) || (value instanceof Decimal128 && compareNumbers(value, approximate(value)) !== 0)

/** NaN is the least of all numbers, and equal to itself. */
export function compareNumbers(left: Numeric, right: Numeric): number {
  if (!(left instanceof Decimal128) && !(right instanceof Decimal128)) {
    if (left < right) return -1
    if (left > right) return 1
    return Number(Number.isNaN(right)) - Number(Number.isNaN(left))
  }
  const [one, other] = [approximate(left), approximate(right)]
  if (one !== other) return compareNumbers(one, other)
  if (isEndless(left) || isEndless(right)) return Math.sign(one) * (Number(isEndless(left)) - Number(isEndless(right)))
  return compareExact(exactOf(left), exactOf(right))
}

/** Infinite, and not only more than a double can say. */
const isEndless = (value: Numeric): boolean =>
  value instanceof Decimal128 ? /inf|nan/i.test(value.toString()) : !Number.isFinite(Number(value))

function compareExact(left: Exact, right: Exact): number {
  const exponent = Math.min(left.exponent, right.exponent)
  const difference = scaled(left, exponent) - scaled(right, exponent)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Its digits at a lower exponent. */
export const scaled = ({ digits, exponent }: Exact, to: number): bigint => digits * 10n ** BigInt(exponent - to)

function exactOf(value: Numeric): Exact {
  if (value instanceof Decimal128) return writtenOf(value)
  if (typeof value === 'bigint' || Number.isInteger(value)) return { digits: BigInt(value), exponent: 0 }
  let [rest, halvings] = [value, 0]
  for (; !Number.isInteger(rest); halvings++) rest *= 2
  // A half is five tenths.
  return { digits: BigInt(rest) * 5n ** BigInt(halvings), exponent: -halvings }
}

/** A finite number as it is written: a tenth is one tenth, not what a double makes of it. */
export function writtenOf(value: Numeric): Exact {
  const [mantissa = '0', exponent = '0'] = String(value).toUpperCase().split('E')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

interface Operation {
  number(left: number, right: number): number
  integer(left: bigint, right: bigint): bigint
  exact(left: Exact, right: Exact): Exact
}

const ADDITION: Operation = {
  number: (left, right) => left + right,
  integer: (left, right) => left + right,
  exact: (left, right) => {
    const exponent = Math.min(left.exponent, right.exponent)
    return { digits: scaled(left, exponent) + scaled(right, exponent), exponent }
  },
}

const MULTIPLICATION: Operation = {
  number: (left, right) => left * right,
  integer: (left, right) => left * right,
  exact: (left, right) => ({ digits: left.digits * right.digits, exponent: left.exponent + right.exponent }),
}

export const add = (left: Numeric, right: Numeric): Numeric => calculate(ADDITION, left, right)
export const multiply = (left: Numeric, right: Numeric): Numeric => calculate(MULTIPLICATION, left, right)

function calculate(operation: Operation, left: Numeric, right: Numeric): Numeric {
  if (left instanceof Decimal128 || right instanceof Decimal128) return calculateDecimal(operation, left, right)
  if (isInt64(left) && isInt64(right)) {
    const quick = operation.number(Number(left), Number(right))
    if (Number.isSafeInteger(quick)) return quick
    return integerOf(operation.integer(BigInt(left), BigInt(right)))
  }
  return operation.number(Number(left), Number(right))
}

function calculateDecimal(operation: Operation, left: Numeric, right: Numeric): Decimal128 {
  const [one, other] = [decimalOf(left), decimalOf(right)]
  const approximately = operation.number(approximate(one), approximate(other))
  if (isEndless(one) || isEndless(other)) return Decimal128.fromString(String(approximately))
  return roundedDecimal(operation.exact(exactOf(one), exactOf(other)))
}

/** A double becomes a decimal with the fifteen digits it is sure of, as in MongoDB. */
function decimalOf(value: Numeric): Decimal128 {
  if (value instanceof Decimal128) return value
  const text =
    typeof value === 'number' && !Number.isInteger(value) ? String(Number(value.toPrecision(15))) : `${value}`
  return Decimal128.fromString(text)
}

export const lengthOf = (digits: bigint): number => String(digits).replace('-', '').length

/** To 34 digits, a tie to the even one. */
export function roundedDecimal({ digits, exponent }: Exact): Decimal128 {
  const surplus = lengthOf(digits) - DECIMAL_DIGITS
  if (surplus <= 0) return Decimal128.fromString(`${digits}E${exponent}`)
  const unit = 10n ** BigInt(surplus)
  const [whole, rest] = [digits / unit, (digits % unit) * 2n]
  const size = rest < 0n ? -rest : rest
  const isUp = size > unit || (size === unit && whole % 2n !== 0n)
  const rounded = whole + (isUp ? (digits < 0n ? -1n : 1n) : 0n)
  return Decimal128.fromString(`${rounded}E${exponent + surplus}`)
}

/** Whole, and small enough for 64 bits: a double beyond them stays a double. */
export const isInt64 = (value: Numeric): value is number | bigint =>
  typeof value === 'bigint' || (Number.isInteger(value) && Math.abs(approximate(value)) < 2 ** 63)

/** As a number while that is exact; an integer of more than 64 bits does not exist. */
export function integerOf(value: bigint): number | bigint {
  if (value < -INT64 || value >= INT64) throw fail(`${value} does not fit into a 64-bit integer`)
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}
