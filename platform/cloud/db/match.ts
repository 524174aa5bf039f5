/** Tests a document against a filter with MongoDB's rules, where SQL alone cannot. The filter was checked before. */
import { compileExpression } from './aggregate/expression'
import { isTrue, type Result } from './aggregate/result'
import { hasLogic } from './filter'
import { approximate, isNumeric } from './numbers'
import { compare, isSameType } from './order'
import { leavesOf } from './paths'
import { patternOf } from './patterns'
import { GEO_OPERATORS, meetsRegion } from './places'
import { type Document, isDocument, isOperators, type Value } from './values'

type Leaf = Value | undefined
/** The values a condition may meet: what stands at a path, and, outside $elemMatch, the elements of an array there. */
type Reach = (leaves: Leaf[]) => Leaf[]

const withElements: Reach = (leaves) => leaves.flatMap((leaf) => (Array.isArray(leaf) ? [leaf, ...leaf] : [leaf]))
const asTheyAre: Reach = (leaves) => leaves

export function matches(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (!key.startsWith('$')) return meets(leavesOf(document, key), condition)
    if (key === '$expr') return isTrue(expressionOf(filter)(document))
    const branches = Array.isArray(condition) ? condition.filter(isDocument) : []
    if (key === '$and') return branches.every((branch) => matches(document, branch))
    const isAny = branches.some((branch) => matches(document, branch))
    return key === '$or' ? isAny : !isAny
  })
}

const expressions = new WeakMap<Document, (document: Document) => Result>()

function expressionOf(filter: Document): (document: Document) => Result {
  const known = expressions.get(filter) ?? compileExpression(filter.$expr ?? null)
  expressions.set(filter, known)
  return known
}

/** Whether the values at a path meet a condition: a plain value, a pattern, or operators that must all hold. */
export function meets(leaves: Leaf[], condition: Value, reach = withElements): boolean {
  if (!isOperators(condition)) return fits(leaves, condition, reach)
  return Object.entries(condition).every(([operator, operand]) => holds(leaves, operator, operand, condition, reach))
}

/** Whether one element of an array meets a condition by itself. */
export function elementMeets(item: Value, condition: Value): boolean {
  if (isOperators(condition) && !hasLogic(condition)) return meets([item], condition, asTheyAre)
  if (!isDocument(condition)) return false
  if (isDocument(item)) return matches(item, condition)
  return Array.isArray(item) && matches(Object.fromEntries(item.entries()), condition)
}

function holds(leaves: Leaf[], operator: string, operand: Value, condition: Document, reach: Reach): boolean {
  const operands = Array.isArray(operand) ? operand : []
  switch (operator) {
    case '$eq':
      return equals(leaves, operand, reach)
    case '$ne':
      return !equals(leaves, operand, reach)
    case '$in':
      return operands.some((one) => fits(leaves, one, reach))
    case '$nin':
      return !operands.some((one) => fits(leaves, one, reach))
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return compares(leaves, operand, SIDES[operator], reach)
    case '$not':
      return !meets(leaves, operand, reach)
    case '$all':
      return operands.length > 0 && operands.every((one) => meets(leaves, one, reach))
    case '$mod':
      return reach(leaves).some((leaf) => hasRemainder(leaf, operands))
    case '$regex':
      return fits(leaves, patternIn(condition), reach)
    default:
      return holdsForWhole(leaves, operator, operand)
  }
}

/** Operators that look at an array as one. */
function holdsForWhole(leaves: Leaf[], operator: string, operand: Value): boolean {
  switch (operator) {
    case '$exists':
      return leaves.some((leaf) => leaf !== undefined) === isTrue(operand)
    case '$size':
      return leaves.some((leaf) => Array.isArray(leaf) && compare(leaf.length, operand) === 0)
    case '$elemMatch':
      return leaves.some((leaf) => Array.isArray(leaf) && leaf.some((item) => elementMeets(item, operand)))
    default:
      return !GEO_OPERATORS.has(operator) || meetsRegion(leaves, operator, operand)
  }
}

/** A pattern is looked for, anything else must be equal. */
function fits(leaves: Leaf[], value: Value, reach: Reach): boolean {
  if (!(value instanceof RegExp)) return equals(leaves, value, reach)
  return reach(leaves).some((leaf) =>
    typeof leaf === 'string' ? value.test(leaf) : leaf instanceof RegExp && compare(leaf, value) === 0,
  )
}

function equals(leaves: Leaf[], value: Value, reach: Reach): boolean {
  if (value === null) return reach(leaves).some((leaf) => leaf === undefined || leaf === null)
  return reach(leaves).some((leaf) => leaf !== undefined && compare(leaf, value) === 0)
}

const SIDES: Record<string, (order: number) => boolean> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
}

function compares(leaves: Leaf[], operand: Value, accepts: ((order: number) => boolean) | undefined, reach: Reach) {
  if (!accepts) return false
  if (operand === null) return accepts(0) && equals(leaves, null, reach)
  return reach(leaves).some((leaf) => {
    if (leaf === undefined || !isSameType(leaf, operand)) return false
    // NaN is neither more nor less than a number, whatever its place in the order.
    if (isNotANumber(leaf) !== isNotANumber(operand)) return false
    return accepts(compare(leaf, operand))
  })
}

const isNotANumber = (value: Value): boolean => isNumeric(value) && Number.isNaN(approximate(value))

function hasRemainder(leaf: Leaf, [divisor, remainder]: Value[]): boolean {
  const [value, by, wanted] = [leaf, divisor, remainder].map(wholeOf)
  return value !== undefined && by !== undefined && value % by === wanted
}

/** Without its fraction. */
export function wholeOf(value: Leaf): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (!isNumeric(value)) return undefined
  const number = approximate(value)
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined
}

const patterns = new WeakMap<Document, RegExp>()

function patternIn(condition: Document): RegExp {
  const known = patterns.get(condition) ?? patternOf(condition.$regex, condition.$options)
  patterns.set(condition, known)
  return known
}
