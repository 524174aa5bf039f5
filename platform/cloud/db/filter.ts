/** Checks a filter before it runs: an operator this cloud does not know is refused by name, never ignored. */
import { CloudError, refuse } from '../errors'
import { type Document, isDocument, isOperators, type Value } from './values'

const LOGICAL = new Set(['$and', '$or', '$nor'])
const COMPARISON = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$exists',
  '$mod',
  '$all',
  '$elemMatch',
  '$size',
  '$not',
  '$regex',
  '$options',
])

export function checkFilter(filter: Document): void {
  for (const [key, value] of Object.entries(filter)) {
    if (LOGICAL.has(key)) checkBranches(key, value)
    else if (key.startsWith('$')) throw refuse(`The query operator ${key}`)
    else checkCondition(value)
  }
}

function checkBranches(key: string, value: Value): void {
  if (!Array.isArray(value) || value.length === 0)
    throw new CloudError('DATABASE_REQUEST_FAILED', `${key} must be a nonempty array`)
  for (const branch of value) {
    if (!isDocument(branch)) throw new CloudError('DATABASE_REQUEST_FAILED', `${key} entries must be objects`)
    checkFilter(branch)
  }
}

function checkCondition(condition: Value): void {
  if (!isOperators(condition)) return
  for (const [operator, operand] of Object.entries(condition)) {
    if (!COMPARISON.has(operator)) throw refuse(`The query operator ${operator}`)
    if (operator === '$not') checkCondition(operand)
    if (operator === '$elemMatch' && isDocument(operand)) {
      if (isOperators(operand)) checkCondition(operand)
      else checkFilter(operand)
    }
    if ((operator === '$in' || operator === '$nin' || operator === '$all') && !Array.isArray(operand))
      throw new CloudError('DATABASE_REQUEST_FAILED', `${operator} needs an array`)
  }
}
