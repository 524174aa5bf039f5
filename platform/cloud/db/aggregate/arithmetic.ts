/** Operators on numbers, and the two that also move dates. */
import { Decimal128 } from 'bson'
import { fail } from '../../errors'
import { add, approximate, integerOf, isInt64, isNumeric, multiply, type Numeric } from '../numbers'
import { type Operator, positional } from './operator'
import { divideDecimals, type Rounding, remainder, roundedTowards } from './quotient'
import { isNothing, type Result, typeName } from './result'

const MANY = Number.POSITIVE_INFINITY

/** The first date an instant may not pass, either way. */
const LAST_INSTANT = 8.64e15

function dateAt(milliseconds: number): Date {
  if (!(Math.abs(milliseconds) <= LAST_INSTANT)) throw fail('date overflow')
  return new Date(Math.round(milliseconds))
}

function sum(...values: Result[]): Result {
  if (values.some(isNothing)) return null
  const dates = values.filter((value) => value instanceof Date)
  if (dates.length > 1) throw fail('only one date allowed in an $add expression')
  const numbers = values.filter((value) => !(value instanceof Date))
  const total = numbers.reduce<Numeric>((so, value) => add(so, numberOf(value, '$add', 'numeric or date types')), 0)
  const [date] = dates
  return date ? dateAt(date.getTime() + approximate(total)) : total
}

function difference(left: Result, right: Result): Result {
  if (isNothing(left) || isNothing(right)) return null
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (left instanceof Date && isNumeric(right)) return dateAt(left.getTime() - approximate(right))
  if (!isNumeric(left) || !isNumeric(right)) throw fail(`can't $subtract ${typeName(right)} from ${typeName(left)}`)
  return add(left, negative(right))
}

const negative = (value: Numeric): Numeric =>
  value instanceof Decimal128 ? multiply(value, -1) : typeof value === 'bigint' ? -value : 0 - value

function product(...values: Result[]): Result {
  if (values.some(isNothing)) return null
  return values.reduce<Numeric>((so, value) => multiply(so, numberOf(value, '$multiply')), 1)
}

function quotient(left: Result, right: Result): Result {
  if (isNothing(left) || isNothing(right)) return null
  if (!isNumeric(left) || !isNumeric(right))
    throw fail(`$divide only supports numeric types, not ${typeName(left)} and ${typeName(right)}`)
  if (approximate(right) === 0) throw fail("can't $divide by zero")
  if (left instanceof Decimal128 || right instanceof Decimal128) return divideDecimals(left, right)
  return Number(left) / Number(right)
}

function modulo(left: Result, right: Result): Result {
  if (isNothing(left) || isNothing(right)) return null
  if (!isNumeric(left) || !isNumeric(right))
    throw fail(`$mod only supports numeric types, not ${typeName(left)} and ${typeName(right)}`)
  if (approximate(right) === 0) throw fail("can't $mod by zero")
  return remainder(left, right)
}

function power(base: Result, exponent: Result): Result {
  if (isNothing(base) || isNothing(exponent)) return null
  const [by, to] = [numberOf(base, '$pow'), numberOf(exponent, '$pow')]
  if (approximate(by) === 0 && approximate(to) < 0) throw fail('$pow cannot take a base of 0 and a negative exponent')
  if (isInt64(by) && isInt64(to) && to >= 0 && to <= 64) {
    const whole = BigInt(by) ** BigInt(to)
    const isSmall = whole >= -(2n ** 63n) && whole < 2n ** 63n
    if (isSmall) return integerOf(whole)
  }
  return asDecimal(approximate(by) ** approximate(to), by, to)
}

/** A function known only to a double's digits; a decimal goes in and comes out as one. */
const real =
  (name: string, apply: (value: number) => number, isAllowed: (value: number) => boolean = () => true): Operator =>
  (operand, compiler, called) =>
    positional(1, 1, (value) => {
      if (isNothing(value)) return null
      const number = numberOf(value, name)
      if (!isAllowed(approximate(number)) && !Number.isNaN(approximate(number)))
        throw fail(
          `${name}'s argument must be ${name === '$sqrt' ? 'greater than or equal to 0' : 'a positive number'}, but is ${number}`,
        )
      return asDecimal(apply(approximate(number)), number)
    })(operand, compiler, called)

const asDecimal = (value: number, ...from: Numeric[]): Numeric =>
  from.some((one) => one instanceof Decimal128) ? Decimal128.fromString(String(value)) : value

function logarithm(value: Result, base: Result): Result {
  if (isNothing(value) || isNothing(base)) return null
  const [of, to] = [numberOf(value, '$log'), numberOf(base, '$log')]
  if (approximate(of) <= 0) throw fail(`$log's argument must be a positive number, but is ${of}`)
  if (approximate(to) <= 0 || approximate(to) === 1)
    throw fail(`$log's base must be a positive number not equal to 1, but is ${to}`)
  return asDecimal(Math.log(approximate(of)) / Math.log(approximate(to)), of, to)
}

/** To a whole number, or to so many places when there is a second argument. */
const rounding =
  (way: Rounding, most: 1 | 2): Operator =>
  (operand, compiler, name) =>
    positional(1, most, (value, places) => {
      if (isNothing(value) || places === null) return null
      const digits = places === undefined ? 0 : approximate(numberOf(places, name))
      if (!Number.isInteger(digits) || digits < -20 || digits > 100)
        throw fail(`cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`)
      return roundedTowards(numberOf(value, name), way, digits)
    })(operand, compiler, name)

function absolute(value: Result): Result {
  if (isNothing(value)) return null
  const number = numberOf(value, '$abs')
  if (number === -(2n ** 63n)) throw fail("can't take $abs of long long min")
  return approximate(number) < 0 ? negative(number) : number
}

function numberOf(value: Result, name: string, wanted = 'numeric types'): Numeric {
  if (isNumeric(value)) return value
  throw fail(`${name} only supports ${wanted}, not ${typeName(value)}`)
}

export const ARITHMETIC: Record<string, Operator> = {
  $abs: positional(1, 1, absolute),
  $add: positional(0, MANY, sum),
  $ceil: rounding('up', 1),
  $divide: positional(2, 2, quotient),
  $exp: real('$exp', Math.exp),
  $floor: rounding('down', 1),
  $ln: real('$ln', Math.log, (value) => value > 0),
  $log: positional(2, 2, logarithm),
  $log10: real('$log10', Math.log10, (value) => value > 0),
  $mod: positional(2, 2, modulo),
  $multiply: positional(0, MANY, product),
  $pow: positional(2, 2, power),
  $sqrt: real('$sqrt', Math.sqrt, (value) => value >= 0),
  $subtract: positional(2, 2, difference),
  $trunc: rounding('towards zero', 2),
}
