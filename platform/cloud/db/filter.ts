/** Checks a filter before it runs: an operator this cloud does not know is refused by name, never ignored. */
import { fail, refuse } from '../errors'
import { compileExpression } from './aggregate/expression'
import { approximate, isInt64, isNumeric, type Numeric } from './numbers'
import { readPattern, sourceOf } from './patterns'
import { GEO_OPERATORS, regionOf } from './places'
import { type Document, isDocument, isOperators, type Value } from './values'

const LOGICAL = new Set(['$and', '$or', '$nor'])

export const hasLogic = (condition: Document): boolean => Object.keys(condition).some((key) => LOGICAL.has(key))

/** Where a filter stands: an order by distance needs the top, an expression the document. */
type Place = 'top' | 'branch' | 'element'

export function checkFilter(filter: Document, place: Place = 'top'): void {
  for (const [key, value] of Object.entries(filter)) {
    if (LOGICAL.has(key)) checkBranches(key, value, key !== '$and' && place === 'top' ? 'branch' : place)
    else if (key === '$expr') checkExpression(value, place)
    else if (key.startsWith('$')) throw refuse(`The query operator ${key}`)
    else checkCondition(value, place)
  }
}

function checkExpression(value: Value, place: Place): void {
  if (place === 'element') throw fail('$expr can only be applied to the top-level document')
  compileExpression(value)
}

function checkBranches(key: string, value: Value, place: Place): void {
  if (!Array.isArray(value) || value.length === 0) throw fail(`${key} must be a nonempty array`)
  for (const branch of value) {
    if (!isDocument(branch)) throw fail(`${key} entries must be objects`)
    checkFilter(branch, place)
  }
}

export function checkCondition(condition: Value, place: Place = 'element'): void {
  if (!isOperators(condition)) return
  for (const [operator, operand] of Object.entries(condition)) {
    if (GEO_OPERATORS.has(operator)) {
      if (place !== 'top' && operator === '$nearSphere') throw fail('geo $nearSphere must be top-level expression')
      regionOf(operator, operand)
    } else {
      const check = CHECKS[operator]
      if (!operator.startsWith('$')) throw fail(`unknown operator: ${operator}`)
      if (!check) throw refuse(`The query operator ${operator}`)
      check(operand, operator, condition)
    }
  }
}

type Check = (operand: Value, operator: string, condition: Document) => void

const noPattern: Check = (operand, operator) => {
  if (operand instanceof RegExp) throw fail(`Can't have RegEx as arg to ${operator}.`)
}

const aList: Check = (operand, operator) => {
  if (!Array.isArray(operand)) throw fail(`${operator} needs an array`)
  if (operand.some(isOperators)) throw fail(`cannot nest $ under ${operator}`)
}

const CHECKS: Record<string, Check> = {
  $eq: () => {},
  $ne: noPattern,
  $gt: noPattern,
  $gte: noPattern,
  $lt: noPattern,
  $lte: noPattern,
  $in: aList,
  $nin: aList,
  $exists: () => {},
  $mod: checkMod,
  $all: checkAll,
  $elemMatch: checkElements,
  $size: checkSize,
  $not: (operand) => {
    if (operand instanceof RegExp) return
    if (!isOperators(operand)) throw fail('$not needs a regex or a document')
    checkCondition(operand)
  },
  $regex: (operand, _operator, { $options: options }) => {
    if (typeof operand === 'string') readPattern(operand, typeof options === 'string' ? options : '')
    else if (!(operand instanceof RegExp)) throw fail('$regex has to be a string')
    else if (typeof options === 'string') readPattern(sourceOf(operand), options)
  },
  $options: (operand, _operator, condition) => {
    if (condition.$regex === undefined) throw fail('$options needs a $regex')
    if (typeof operand !== 'string') throw fail('$options has to be a string')
  },
}

function checkMod(operand: Value): void {
  if (!Array.isArray(operand) || operand.length < 2) throw fail('malformed mod, not enough elements')
  if (operand.length > 2) throw fail('malformed mod, too many elements')
  const [divisor, remainder] = operand
  if (!isFiniteNumber(divisor)) throw fail('malformed mod, divisor not a number')
  if (!isFiniteNumber(remainder)) throw fail('malformed mod, remainder not a number')
  if (Math.trunc(approximate(divisor)) === 0) throw fail('divisor cannot be 0')
}

const isFiniteNumber = (value: Value | undefined): value is Numeric =>
  isNumeric(value) && Number.isFinite(approximate(value))

function checkAll(operand: Value): void {
  if (!Array.isArray(operand)) throw fail('$all needs an array')
  const conditions = operand.filter(isOperators)
  for (const condition of conditions) {
    if (Object.keys(condition)[0] !== '$elemMatch') throw fail('no $ expressions in $all')
    checkCondition(condition)
  }
  if (conditions.length > 0 && conditions.length < operand.length) throw fail('$all/$elemMatch has to be consistent')
}

function checkElements(operand: Value): void {
  if (!isDocument(operand)) throw fail('$elemMatch needs an Object')
  if (isOperators(operand) && !hasLogic(operand)) checkCondition(operand)
  else checkFilter(operand, 'element')
}

function checkSize(operand: Value): void {
  if (!isNumeric(operand) || !isInt64(operand)) throw fail('Failed to parse $size. Expected an integer')
  if (operand < 0) throw fail('Failed to parse $size. Expected a non-negative number')
}
