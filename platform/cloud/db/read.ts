/** Answers queries: verbatim text when SQL decides everything, decoded and sifted documents when it does not. */
import { CloudError } from '../errors'
import type { Collection, StoredRow } from './collection'
import { readRow } from './collection'
import { checkFilter } from './filter'
import { matches } from './match'
import { compare } from './order'
import { readPath } from './paths'
import { type Order, orderBy, type Predicate, predicateOf } from './plan'
import { projectText } from './project'
import type { Store } from './store'
import { type Document, decodeStored, type Value } from './values'

export interface Find {
  filter: Document
  order: Order
  skip: number
  limit: number
  projection?: Document
}

export class Reader {
  constructor(private readonly store: Store) {}

  /** Documents as EJSON text, in order. */
  find(collection: Collection, query: Find): string[] {
    checkFilter(query.filter)
    const texts = this.texts(collection, query)
    const { projection } = query
    return projection ? texts.map((text) => projectText(text, projection)) : texts
  }

  count(collection: Collection, filter: Document): number {
    checkFilter(filter)
    const predicate = predicateOf(collection, filter)
    if (predicate.isExact) {
      const row = this.store.get(
        `SELECT COUNT(*) AS total FROM ${collection.table}${where(predicate)}`,
        predicate.parameters,
      )
      return Number(row?.total ?? 0)
    }
    let total = 0
    for (const row of this.store.scan(`SELECT doc FROM ${collection.table}${where(predicate)}`, predicate.parameters))
      if (matches(decodeStored(String(row.doc)), filter)) total++
    return total
  }

  /** Rows a write is about to change. */
  rows(collection: Collection, filter: Document, limit = Number.POSITIVE_INFINITY): StoredRow[] {
    checkFilter(filter)
    const predicate = predicateOf(collection, filter)
    const sql = `SELECT seq, version, doc FROM ${collection.table}${where(predicate)}`
    const found: StoredRow[] = []
    for (const row of this.store.scan(sql, predicate.parameters)) {
      const stored = readRow(row)
      if (predicate.isExact || matches(stored.document, filter)) found.push(stored)
      if (found.length >= limit) break
    }
    return found
  }

  /** SQLite's own words on how it would run a query. */
  explain(
    collection: Collection,
    filter: Document,
    order: Order = [],
  ): { plan: string[]; isExact: boolean; isSorted: boolean } {
    checkFilter(filter)
    const predicate = predicateOf(collection, filter)
    const sorted = orderBy(collection, order)
    const sql = `SELECT doc FROM ${collection.table}${where(predicate)} ${sorted ?? ''}`
    const plan = this.store.explain(sql, predicate.parameters)
    return { plan, isExact: predicate.isExact, isSorted: sorted !== undefined }
  }

  private texts(collection: Collection, { filter, order, skip, limit }: Find): string[] {
    const predicate = predicateOf(collection, filter)
    const sorted = orderBy(collection, order)
    const sql = `SELECT doc FROM ${collection.table}${where(predicate)} ${sorted ?? ''}`
    if (predicate.isExact && sorted !== undefined) {
      return this.store
        .all(`${sql} LIMIT ? OFFSET ?`, [...predicate.parameters, limit, skip])
        .map((row) => String(row.doc))
    }
    const wanted = sorted === undefined ? Number.POSITIVE_INFINITY : skip + limit
    const kept: { text: string; document: Document }[] = []
    for (const row of this.store.scan(sql, predicate.parameters, wanted)) {
      const text = String(row.doc)
      const document = decodeStored(text)
      if (predicate.isExact || matches(document, filter)) kept.push({ text, document })
      if (kept.length >= wanted) break
    }
    if (sorted === undefined) kept.sort((left, right) => compareBy(order, left.document, right.document))
    return kept.slice(skip, skip + limit).map((one) => one.text)
  }
}

const where = (predicate: Predicate): string => (predicate.sql === undefined ? '' : ` WHERE ${predicate.sql}`)

export function compareBy(order: Order, left: Document, right: Document): number {
  for (const [path, direction] of order) {
    const result = compare(sortValue(left, path, direction), sortValue(right, path, direction)) * direction
    if (result !== 0) return result
  }
  return 0
}

/** An array sorts by its smallest element going up, its largest going down. */
function sortValue(document: Document, path: string, direction: 1 | -1): Value | undefined {
  const { values } = readPath(document, path)
  return values.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best), values[0])
}

export function readOrder(value: Value): Order {
  if (value === null || typeof value !== 'object') throw new CloudError('INVALID_PARAM', 'the order must be an object')
  return Object.entries(value).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1)
      throw new CloudError('INVALID_PARAM', `the order of "${path}" must be 1 or -1`)
    return [path, direction]
  })
}
