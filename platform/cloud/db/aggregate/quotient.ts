/** What decimals and 64-bit integers need beyond adding and multiplying: dividing, remainders and rounding, in exact digits. */
import { Decimal128 } from 'bson'
import { approximate, isInt64, type Numeric } from '../numbers'

const DIGITS = 34

/** A finite number as `digits × 10 ^ exponent`. */
interface Exact {
  digits: bigint
  exponent: number
}

export type Rounding = 'up' | 'down' | 'towards zero'

function exactly(value: Numeric): Exact {
  const [mantissa = '0', exponent = '0'] = String(value).toUpperCase().split('E')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

const sized = (value: bigint): number => String(value).replace('-', '').length

/** Half to even, as decimals round. */
function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const [whole, rest] = [dividend / divisor, dividend % divisor]
  const twice = (rest < 0n ? -rest : rest) * 2n
  const size = divisor < 0n ? -divisor : divisor
  const isAway = twice > size || (twice === size && whole % 2n !== 0n)
  return isAway ? whole + (dividend < 0n !== divisor < 0n ? -1n : 1n) : whole
}

const decimal = ({ digits, exponent }: Exact): Decimal128 => {
  const surplus = sized(digits) - DIGITS
  if (surplus <= 0) return Decimal128.fromString(`${digits}E${exponent}`)
  return Decimal128.fromString(`${divideHalfEven(digits, 10n ** BigInt(surplus))}E${exponent + surplus}`)
}

const areFinite = (...values: Numeric[]): boolean => values.every((value) => Number.isFinite(approximate(value)))

export function divideDecimals(left: Numeric, right: Numeric): Decimal128 {
  if (!areFinite(left, right)) return Decimal128.fromString(String(approximate(left) / approximate(right)))
  const [one, other] = [exactly(left), exactly(right)]
  const shift = Math.max(0, DIGITS + 1 + sized(other.digits) - sized(one.digits))
  const scaled = one.digits * 10n ** BigInt(shift)
  let [digits, exponent] = [scaled / other.digits, one.exponent - other.exponent - shift]
  // One digit more than can be kept says that something was left over, so that a tie is told from what only looks like one.
  if (scaled % other.digits !== 0n) [digits, exponent] = [digits * 10n + (digits < 0n ? -1n : 1n), exponent - 1]
  const ideal = one.exponent - other.exponent
  while (exponent < ideal && digits % 10n === 0n) [digits, exponent] = [digits / 10n, exponent + 1]
  return decimal({ digits, exponent })
}

/** With the sign of the dividend, as in C. */
export function remainder(left: Numeric, right: Numeric): Numeric {
  if (left instanceof Decimal128 || right instanceof Decimal128) return decimalRemainder(left, right)
  if (!isInt64(left) || !isInt64(right)) return Number(left) % Number(right)
  const rest = BigInt(left) % BigInt(right)
  return Number.isSafeInteger(Number(rest)) ? Number(rest) : rest
}

function decimalRemainder(left: Numeric, right: Numeric): Decimal128 {
  if (!areFinite(left, right)) return Decimal128.fromString(String(approximate(left) % approximate(right)))
  const [one, other] = [exactly(left), exactly(right)]
  const exponent = Math.min(one.exponent, other.exponent)
  const [dividend, divisor] = [one, other].map((part) => part.digits * 10n ** BigInt(part.exponent - exponent))
  return decimal({ digits: (dividend ?? 0n) % (divisor ?? 1n), exponent })
}

/** To so many places after the point; negative ones stand before it. */
export function roundedTowards(value: Numeric, way: Rounding, places: number): Numeric {
  if (!areFinite(value)) return value
  const { digits, exponent } = exactly(value)
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
