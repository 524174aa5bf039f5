/** A list of values and an order: one walk of the index for each value, merged as they come, as MongoDB does it. */
import type { Collection } from './collection'
import { compare } from './order'
import { predicateOf } from './plan'
import { any, type Predicate } from './predicate'
import { isServed } from './shapes'
import type { Order } from './sort'
import { type Document, isOperators, type Value } from './values'

/** More walks than this are slower than sorting what they find. */
const MAX_WALKS = 64

/** The predicate of each walk, or undefined when a single one does. */
export function walksOf(collection: Collection, filter: Document, order: Order): Predicate[] | undefined {
  if (order.length === 0) return undefined
  const lists = Object.entries(filter).flatMap(([path, condition]) => {
    const values = listIn(path, condition)
    return values && !collection.isMulti(path) && collection.columnFor(path) ? [{ path, values }] : []
  })
  const [list] = lists
  if (!list || lists.length > 1 || !isServed(collection.layout.indexes, filter, order)) return undefined
  const walks = list.values.map((value) => predicateOf(collection, { ...filter, [list.path]: value }))
  const whole = any(walks)
  return walks.length > 1 && whole.isExact && whole.sql !== undefined ? walks : undefined
}

function listIn(path: string, condition: Value): Value[] | undefined {
  if (path.startsWith('$') || !isOperators(condition) || Object.keys(condition).length > 1) return undefined
  const { $in: list } = condition
  if (!Array.isArray(list) || list.length > MAX_WALKS) return undefined
  const different = list.filter((one, at) => list.findIndex((other) => compare(one, other) === 0) === at)
  return different.length > 1 ? different : undefined
}

/** One statement for all walks. The order stands by position, else SQLite would collect first and sort after. */
export function mergedSql(table: string, walks: Predicate[], columns: [column: string, way: string][]): string {
  const keys = columns.map(([column]) => `, ${column}`).join('')
  const ways = columns.map(([, way], position) => `${position + 2} ${way}`).join(', ')
  const selects = walks.map((walk) => `SELECT doc${keys} FROM ${table} WHERE ${walk.sql}`)
  return `${selects.join(' UNION ALL ')} ORDER BY ${ways}`
}
