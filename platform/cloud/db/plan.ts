/** Turns a filter into SQL over the indexed columns: exact where it can be, else a superset that match.ts then sifts. */
import type { Collection } from './collection'
import { columnOf, isRough, typeBounds } from './columns'
import type { Bounds } from './geo'
import { patternOf, prefixOf } from './patterns'
import { GEO_OPERATORS, regionOf } from './places'
import { all, any, exact, NOTHING, negated, type Predicate, UNDECIDED } from './predicate'
import { type Document, isDocument, isOperators, type Value } from './values'

/** `under`: the path of the array whose elements the filter is about, where only what must be present can be decided. */
export function predicateOf(collection: Collection, filter: Document, under = ''): Predicate {
  const terms = Object.entries(filter).map(([key, value]) => {
    if (!key.startsWith('$')) return fieldPredicate(collection, under + key, value, under !== '')
    const branches = Array.isArray(value) ? value.filter(isDocument) : []
    const predicates = branches.map((branch) => predicateOf(collection, branch, under))
    if (key === '$and') return all(predicates)
    if (key === '$or') return any(predicates)
    return key === '$nor' && under === '' ? negated(any(predicates)) : UNDECIDED
  })
  return all(terms)
}

function fieldPredicate(collection: Collection, path: string, condition: Value, isWithin: boolean): Predicate {
  if (!isOperators(condition))
    return collection.columnFor(path) === undefined ? UNDECIDED : fits(collection, path, condition)
  if (collection.areaTable(path) !== undefined) return areaPredicate(collection, path, condition)
  return all(
    operatorsOf(condition).map(([operator, operand]) => operation(collection, path, operator, operand, isWithin)),
  )
}

/** A pattern in two parts is the same as a list of one. */
const operatorsOf = (condition: Document): [string, Value][] =>
  Object.entries(condition).flatMap(([operator, operand]): [string, Value][] => {
    if (operator === '$regex') return [['$in', [patternOf(operand, condition.$options)]]]
    return operator === '$options' ? [] : [[operator, operand]]
  })

function operation(
  collection: Collection,
  path: string,
  operator: string,
  operand: Value,
  isWithin: boolean,
): Predicate {
  if (operator === '$elemMatch') return elementPredicate(collection, path, operand)
  if (collection.columnFor(path) === undefined) return UNDECIDED
  switch (operator) {
    case '$eq':
      return equals(collection, path, operand)
    case '$in':
      return Array.isArray(operand) ? oneOf(collection, path, operand) : UNDECIDED
    case '$all':
      return Array.isArray(operand) && operand.length > 0
        ? all(operand.map((one) => fieldPredicate(collection, path, one, isWithin)))
        : UNDECIDED
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(collection, path, operator, operand)
    default:
      return isWithin ? UNDECIDED : absence(collection, path, operator, operand)
  }
}

/** What is decided by something not being there. */
function absence(collection: Collection, path: string, operator: string, operand: Value): Predicate {
  switch (operator) {
    case '$ne':
      return negated(equals(collection, path, operand))
    case '$nin':
      return negated(Array.isArray(operand) ? oneOf(collection, path, operand) : UNDECIDED)
    case '$not':
      return negated(fieldPredicate(collection, path, operand, false))
    case '$exists': {
      const isAbsent = operand === false && !collection.isMulti(path)
      return isAbsent ? { ...exact(`${collection.columnFor(path)} IS NULL`), isExact: false } : UNDECIDED
    }
    default:
      return UNDECIDED
  }
}

/** One element has to meet everything, so a document has to meet each part, by whichever element. */
function elementPredicate(collection: Collection, path: string, operand: Value): Predicate {
  if (!isDocument(operand)) return UNDECIDED
  // An array within the array has no columns of its own.
  if (operand.$elemMatch !== undefined) return UNDECIDED
  const isOnValue = isOperators(operand) && !('$and' in operand || '$or' in operand || '$nor' in operand)
  const parts = isOnValue
    ? fieldPredicate(collection, path, operand, true)
    : predicateOf(collection, operand, `${path}.`)
  return { ...parts, isExact: false }
}

/** A value whose column form is equal when the value is. */
const isPlain = (value: Value): boolean => !Array.isArray(value) && !(value instanceof RegExp)

function fits(collection: Collection, path: string, value: Value): Predicate {
  return value instanceof RegExp ? pattern(collection, path, value) : equals(collection, path, value)
}

function equals(collection: Collection, path: string, value: Value): Predicate {
  const column = collection.columnFor(path) ?? ''
  if (!isPlain(value)) return UNDECIDED
  const sure = (predicate: Predicate): Predicate => (isRough(value) ? { ...predicate, isExact: false } : predicate)
  if (value === null) return throughElements(collection, path, exact(`${column} IS NULL`), 'value IS NULL', false)
  return sure(throughElements(collection, path, exact(`${column} = ?`, columnOf(value)), 'value = ?'))
}

/** What begins with the pattern's beginning, or is that pattern itself. */
function pattern(collection: Collection, path: string, value: RegExp): Predicate {
  const start = prefixOf(value)
  if (start === undefined) return UNDECIDED
  const build = (column: string): string => `((${column} >= ? AND ${column} < ?) OR ${column} = ?)`
  const own = exact(build(collection.columnFor(path) ?? ''), start, `${start}\u{10ffff}\u{10ffff}`, columnOf(value))
  return { ...throughElements(collection, path, own, build('value')), isExact: false }
}

function oneOf(collection: Collection, path: string, values: Value[]): Predicate {
  if (values.length === 0) return NOTHING
  const isListable = (value: Value): boolean => value !== null && isPlain(value) && !isRough(value)
  const others = values.filter((value) => !isListable(value))
  if (others.length > 0) {
    const listed = values.filter(isListable)
    const alone = others.map((value) => fits(collection, path, value))
    return any(listed.length > 0 ? [oneOf(collection, path, listed), ...alone] : alone)
  }
  const padded = padToPowerOfTwo(values.map(columnOf))
  const list = `IN (${padded.map(() => '?').join(',')})`
  return throughElements(collection, path, exact(`${collection.columnFor(path)} ${list}`, ...padded), `value ${list}`)
}

/** Keeps the number of different statements small however long the lists are. */
function padToPowerOfTwo<T>(columns: T[]): T[] {
  const size = 2 ** Math.ceil(Math.log2(columns.length))
  return [...columns, ...Array.from({ length: size - columns.length }, () => columns.slice(-1)).flat()]
}

const SIGNS = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' } as const
const NEAR_SIGNS = { $gt: '>=', $gte: '>=', $lt: '<=', $lte: '<=' } as const

function range(collection: Collection, path: string, operator: keyof typeof SIGNS, operand: Value): Predicate {
  const bounds = typeBounds(operand)
  if (!bounds || Number.isNaN(columnOf(operand)) || columnOf(operand) === Number.NEGATIVE_INFINITY) return UNDECIDED
  const isLower = operator === '$gt' || operator === '$gte'
  const isNear = isRough(operand) || collection.isRough(path)
  const sign = isNear ? NEAR_SIGNS[operator] : SIGNS[operator]
  const build = (column: string): string => {
    const fence = isLower ? bounds.high && `${column} < ${bounds.high}` : bounds.low && `${column} >= ${bounds.low}`
    return [`${column} ${sign} ?`, ...(fence ? [fence] : [])].join(' AND ')
  }
  const own = exact(build(collection.columnFor(path) ?? ''), columnOf(operand))
  const found = throughElements(collection, path, own, build('value'))
  return isNear ? { ...found, isExact: false } : found
}

/** Once a field has held an array, a document may also match by one of its elements. */
function throughElements(
  collection: Collection,
  path: string,
  own: Predicate,
  ofElement: string,
  isExact = true,
): Predicate {
  const isSure = own.isExact && !collection.isRough(path)
  if (!collection.isMulti(path)) return { ...own, isExact: isSure }
  const field = collection.fieldNumber(path)
  return {
    sql: `id IN (SELECT id FROM ${collection.table} WHERE ${own.sql} UNION ALL SELECT id FROM ${collection.elements} WHERE field = ${field} AND ${ofElement})`,
    parameters: [...own.parameters, ...own.parameters],
    isExact: isSure && isExact,
  }
}

function areaPredicate(collection: Collection, path: string, condition: Document): Predicate {
  const terms = Object.entries(condition).map(([operator, operand]) =>
    GEO_OPERATORS.has(operator) ? touching(collection, path, regionOf(operator, operand).bounds) : UNDECIDED,
  )
  return all(terms)
}

/** Documents whose box meets a box. */
export function touching(collection: Collection, path: string, { west, south, east, north }: Bounds): Predicate {
  const areas = collection.areaTable(path)
  const across = west <= east ? 'west <= ? AND east >= ?' : '(west <= ? OR east >= ?)'
  const sql = `seq IN (SELECT seq FROM ${areas} WHERE south <= ? AND north >= ? AND ${across})`
  return { sql, parameters: [north, south, east, west], isExact: false }
}
