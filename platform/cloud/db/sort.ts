/** The order of an answer: by SQL where columns have it, else by comparing documents. */
import { invalid } from '../errors'
import type { Collection } from './collection'
import { compareKeys } from './order'
import { keysOf } from './paths'
import type { Document, Value } from './values'

export type Order = [path: string, direction: 1 | -1][]

export function readOrder(value: Value): Order {
  if (value === null || typeof value !== 'object') throw invalid('the order must be an object')
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalid(`the order of "${path}" must be 1 or -1`)
    return [path, direction]
  })
}

/** The columns in order, or undefined when the rows must be sorted here. */
export function orderColumns(
  collection: Collection,
  order: Order,
): [column: string, way: 'ASC' | 'DESC'][] | undefined {
  const columns = order.flatMap(([path, direction]): [string, 'ASC' | 'DESC'][] => {
    const column = collection.columnFor(path)
    const isSure = column !== undefined && !collection.isMulti(path) && !collection.isRough(path)
    return isSure ? [[column, direction === -1 ? 'DESC' : 'ASC']] : []
  })
  return columns.length === order.length ? columns : undefined
}

export function compareBy(order: Order, left: Document, right: Document): number {
  for (const [path, direction] of order) {
    const result = compareKeys(sortKey(left, path, direction), sortKey(right, path, direction)) * direction
    if (result !== 0) return result
  }
  return 0
}

/** An array sorts by its smallest element going up, its largest going down. */
export const sortKey = (document: Document, path: string, direction: 1 | -1): Value | undefined =>
  keysOf(document, path).values.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best))
