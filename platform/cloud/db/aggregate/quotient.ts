/** What decimals and 64-bit integers need beyond adding and multiplying: dividing, remainders and rounding, in exact digits. */
import { Decimal128 } from 'bson'
import {
  approximate,
  DECIMAL_DIGITS,
  integerOf,
  isInt64,
  lengthOf,
  type Numeric,
  roundedDecimal,
  scaled,
  writtenOf,
} from '../numbers'

export type Rounding = 'up' | 'down' | 'towards zero'

const areFinite = (...values: Numeric[]): boolean => values.every((value) => Number.isFinite(approximate(value)))

export function divideDecimals(left: Numeric, right: Numeric): Decimal128 {
  if (!areFinite(left, right)) return Decimal128.fromString(String(approximate(left) / approximate(right)))
  const [one, other] = [writtenOf(left), writtenOf(right)]
  const shift = Math.max(0, DECIMAL_DIGITS + 1 + lengthOf(other.digits) - lengthOf(one.digits))
  const dividend = scaled(one, one.exponent - shift)
  let [digits, exponent] = [dividend / other.digits, one.exponent - other.exponent - shift]
  // One digit more than can be kept says that something was left over, so that a tie is told from what only looks like one.
  if (dividend % other.digits !== 0n) [digits, exponent] = [digits * 10n + (digits < 0n ? -1n : 1n), exponent - 1]
  const ideal = one.exponent - other.exponent
  while (exponent < ideal && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1]
  return roundedDecimal({ digits, exponent })
}

/** With the sign of the dividend, as in C. */
export function remainder(left: Numeric, right: Numeric): Numeric {
  if (left instanceof Decimal128 || right instanceof Decimal128) return decimalRemainder(left, right)
  if (!isInt64(left) || !isInt64(right)) return Number(left) % Number(right)
  return integerOf(BigInt(left) % BigInt(right))
}

function decimalRemainder(left: Numeric, right: Numeric): Decimal128 {
  if (!areFinite(left, right)) return Decimal128.fromString(String(approximate(left) % approximate(right)))
  const [one, other] = [writtenOf(left), writtenOf(right)]
  const exponent = Math.min(one.exponent, other.exponent)
  const [dividend, divisor] = [one, other].map((part) => scaled(part, exponent))
  return roundedDecimal({ digits: (dividend ?? 0n) % (divisor ?? 1n), exponent })
}

/** To so many places after the point; negative ones stand before it. */
export function roundedTowards(value: Numeric, way: Rounding, places: number): Numeric {
  if (!areFinite(value)) return value
  const { digits, exponent } = writtenOf(value)
  if (exponent >= -places) return value
  const unit = 10n ** BigInt(-places - exponent)
  const [whole, rest] = [digits / unit, digits % unit]
  const step = rest === 0n || way === 'towards zero' ? 0n : way === 'up' ? (rest > 0n ? 1n : 0n) : rest < 0n ? -1n : 0n
  const text = `${whole + step}E${-places}`
  if (value instanceof Decimal128) return Decimal128.fromString(text)
  const rounded = Number(text)
  return Number.isSafeInteger(rounded) || typeof value === 'number'
    ? rounded
    : BigInt(whole + step) * 10n ** BigInt(-places)
}
