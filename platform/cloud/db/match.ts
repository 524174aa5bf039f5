/** Tests a document against a filter with MongoDB's rules, where SQL alone cannot. The filter was checked before. */
import { compare, isSameType } from './order'
import { leavesOf } from './paths'
import { type Document, isDocument, isOperators, type Value } from './values'

type Leaf = Value | undefined

export function matches(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (!key.startsWith('$')) return meets(leavesOf(document, key).values, condition)
    const branches = Array.isArray(condition) ? condition.filter(isDocument) : []
    if (key === '$and') return branches.every((branch) => matches(document, branch))
    const isAny = branches.some((branch) => matches(document, branch))
    return key === '$or' ? isAny : !isAny
  })
}

/** Whether the values at a path meet a condition: a plain value, a pattern, or operators that must all hold. */
export function meets(leaves: Leaf[], condition: Value): boolean {
  if (!isOperators(condition)) return equals(leaves, condition)
  return Object.entries(condition).every(([operator, operand]) => holds(leaves, operator, operand, condition))
}

function holds(leaves: Leaf[], operator: string, operand: Value, condition: Document): boolean {
  const operands = Array.isArray(operand) ? operand : []
  switch (operator) {
    case '$eq':
      return equals(leaves, operand)
    case '$ne':
      return !equals(leaves, operand)
    case '$in':
      return operands.some((one) => equals(leaves, one))
    case '$nin':
      return !operands.some((one) => equals(leaves, one))
    case '$gt':
      return compares(leaves, operand, (order) => order > 0)
    case '$gte':
      return compares(leaves, operand, (order) => order >= 0)
    case '$lt':
      return compares(leaves, operand, (order) => order < 0)
    case '$lte':
      return compares(leaves, operand, (order) => order <= 0)
    case '$exists':
      return leaves.some((leaf) => leaf !== undefined) === Boolean(operand)
    case '$size':
      return leaves.some((leaf) => Array.isArray(leaf) && leaf.length === operand)
    case '$not':
      return !meets(leaves, operand)
    case '$all':
      return (
        operands.length > 0 && operands.every((one) => (isOperators(one) ? meets(leaves, one) : equals(leaves, one)))
      )
    case '$elemMatch':
      return leaves.some((leaf) => Array.isArray(leaf) && leaf.some((item) => elementMeets(item, operand)))
    case '$mod':
      return spread(leaves).some(
        (leaf) => typeof leaf === 'number' && Math.trunc(leaf) % Number(operands[0]) === Number(operands[1]),
      )
    case '$regex':
      return equals(leaves, patternOf(operand, condition.$options))
    default:
      return true
  }
}

const elementMeets = (item: Value, condition: Value): boolean =>
  isOperators(condition)
    ? meets([item], condition)
    : isDocument(condition) && isDocument(item) && matches(item, condition)

/** A value stands for itself and, when it is an array, for each of its elements. */
const spread = (leaves: Leaf[]): Leaf[] => leaves.flatMap((leaf) => (Array.isArray(leaf) ? [leaf, ...leaf] : [leaf]))

function equals(leaves: Leaf[], value: Value): boolean {
  if (value instanceof RegExp)
    return spread(leaves).some((leaf) =>
      typeof leaf === 'string'
        ? new RegExp(value).test(leaf)
        : leaf instanceof RegExp && String(leaf) === String(value),
    )
  // An array is not null; only what is missing or null is.
  if (value === null)
    return leaves.some((leaf) => leaf === undefined || leaf === null || (Array.isArray(leaf) && leaf.includes(null)))
  return spread(leaves).some((leaf) => leaf !== undefined && compare(leaf, value) === 0)
}

function compares(leaves: Leaf[], operand: Value, accepts: (order: number) => boolean): boolean {
  if (operand === null) return accepts(0) && equals(leaves, null)
  return spread(leaves).some(
    (leaf) => leaf !== undefined && isSameType(leaf, operand) && accepts(compare(leaf, operand)),
  )
}

function patternOf(pattern: Value, options: Value | undefined): RegExp {
  if (pattern instanceof RegExp)
    return new RegExp(pattern.source, typeof options === 'string' ? options : pattern.flags)
  return new RegExp(String(pattern), typeof options === 'string' ? options : '')
}
