/** Turns a filter into SQL over the indexed columns: exact where it can be, else a superset that match.ts then sifts. */
import type { Collection } from './collection'
import { type Column, columnOf, typeBounds } from './order'
import { type Document, isDocument, isOperators, type Value } from './values'

export interface Predicate {
  /** Undefined when SQL can say nothing. */
  sql: string | undefined
  parameters: Column[]
  /** True when SQL alone decides; false when the rows it leaves must still be tested. */
  isExact: boolean
}

const UNDECIDED: Predicate = { sql: undefined, parameters: [], isExact: false }
const NOTHING: Predicate = { sql: '0', parameters: [], isExact: true }
const exact = (sql: string, ...parameters: Column[]): Predicate => ({ sql, parameters, isExact: true })

export function predicateOf(collection: Collection, filter: Document): Predicate {
  const terms = Object.entries(filter).map(([key, value]) => {
    if (key === '$and' || key === '$or') {
      const branches = Array.isArray(value) ? value.filter(isDocument) : []
      const predicates = branches.map((branch) => predicateOf(collection, branch))
      return key === '$and' ? all(predicates) : any(predicates)
    }
    return key.startsWith('$') ? UNDECIDED : fieldPredicate(collection, key, value)
  })
  return all(terms)
}

function all(terms: Predicate[]): Predicate {
  const decided = terms.filter((term) => term.sql !== undefined)
  return {
    sql: decided.length > 0 ? decided.map((term) => term.sql).join(' AND ') : undefined,
    parameters: decided.flatMap((term) => term.parameters),
    isExact: terms.every((term) => term.isExact),
  }
}

function any(terms: Predicate[]): Predicate {
  if (terms.some((term) => term.sql === undefined))
    return { ...UNDECIDED, isExact: terms.some((term) => term.isExact && term.sql === undefined) }
  return {
    sql: `(${terms.map((term) => `(${term.sql})`).join(' OR ')})`,
    parameters: terms.flatMap((term) => term.parameters),
    isExact: terms.every((term) => term.isExact),
  }
}

function fieldPredicate(collection: Collection, path: string, condition: Value): Predicate {
  if (collection.columnFor(path) === undefined) return UNDECIDED
  if (!isOperators(condition)) return equals(collection, path, condition)
  return all(Object.entries(condition).map(([operator, operand]) => comparison(collection, path, operator, operand)))
}

function comparison(collection: Collection, path: string, operator: string, operand: Value): Predicate {
  const column = collection.columnFor(path) ?? ''
  switch (operator) {
    case '$eq':
      return equals(collection, path, operand)
    case '$in':
      return Array.isArray(operand) ? oneOf(collection, path, operand) : UNDECIDED
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(collection, path, operator, operand)
    case '$ne':
    case '$nin': {
      if (collection.isMulti(path)) return UNDECIDED
      const operands = operator === '$ne' ? [operand] : Array.isArray(operand) ? operand : []
      if (!operands.every(isPlain)) return UNDECIDED
      return all(operands.map((value) => exact(`${column} IS NOT ?`, columnOf(value))))
    }
    case '$exists':
      return operand === false && !collection.isMulti(path)
        ? { ...exact(`${column} IS NULL`), isExact: false }
        : UNDECIDED
    default:
      return UNDECIDED
  }
}

/** A value whose column form is equal exactly when the value is. */
const isPlain = (value: Value): boolean => !Array.isArray(value) && !(value instanceof RegExp)

function equals(collection: Collection, path: string, value: Value): Predicate {
  const column = collection.columnFor(path) ?? ''
  if (!isPlain(value)) return UNDECIDED
  if (value === null) return throughElements(collection, path, exact(`${column} IS NULL`), 'value IS NULL', false)
  return throughElements(collection, path, exact(`${column} = ?`, columnOf(value)), 'value = ?')
}

function oneOf(collection: Collection, path: string, values: Value[]): Predicate {
  if (values.length === 0) return NOTHING
  if (!values.every(isPlain)) return UNDECIDED
  if (values.includes(null)) return any(values.map((value) => equals(collection, path, value)))
  const padded = padToPowerOfTwo(values.map(columnOf))
  const list = `IN (${padded.map(() => '?').join(',')})`
  return throughElements(collection, path, exact(`${collection.columnFor(path)} ${list}`, ...padded), `value ${list}`)
}

/** Keeps the number of different statements small however long the lists are. */
function padToPowerOfTwo(columns: Column[]): Column[] {
  const size = 2 ** Math.ceil(Math.log2(columns.length))
  const last = columns.at(-1) ?? null
  return [...columns, ...Array.from({ length: size - columns.length }, () => last)]
}

const SIGNS = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const

function range(collection: Collection, path: string, operator: keyof typeof SIGNS, operand: Value): Predicate {
  const bounds = typeBounds(operand)
  if (!bounds || Number.isNaN(operand)) return UNDECIDED
  const isLower = operator === '$gt' || operator === '$gte'
  const build = (column: string): string => {
    const fence = isLower ? bounds.high && `${column} < ${bounds.high}` : bounds.low && `${column} >= ${bounds.low}`
    return [`${column} ${SIGNS[operator]} ?`, ...(fence ? [fence] : [])].join(' AND ')
  }
  return throughElements(
    collection,
    path,
    exact(build(collection.columnFor(path) ?? ''), columnOf(operand)),
    build('value'),
  )
}

/** Once a field has held an array, a document may also match by one of its elements. */
function throughElements(
  collection: Collection,
  path: string,
  own: Predicate,
  ofElement: string,
  isExact = true,
): Predicate {
  if (!collection.isMulti(path)) return own
  const field = collection.fieldNumber(path)
  return {
    sql: `id IN (SELECT id FROM ${collection.table} WHERE ${own.sql} UNION ALL SELECT id FROM ${collection.elements} WHERE field = ${field} AND ${ofElement})`,
    parameters: [...own.parameters, ...own.parameters],
    isExact,
  }
}

export type Order = [path: string, direction: 1 | -1][]

/** The SQL order, or undefined when the rows must be sorted here. */
export function orderBy(collection: Collection, order: Order): string | undefined {
  const terms: string[] = []
  for (const [path, direction] of order) {
    const column = collection.columnFor(path)
    if (column === undefined || collection.isMulti(path)) return undefined
    terms.push(`${column} ${direction === -1 ? 'DESC' : 'ASC'}`)
  }
  return terms.length > 0 ? `ORDER BY ${terms.join(', ')}` : ''
}
