/** Answers queries: verbatim text when SQL decides everything, decoded and sifted documents when it does not. */
import type { Collection, StoredRow } from './collection'
import type { Column } from './columns'
import { checkFilter } from './filter'
import { matches } from './match'
import { mergedSql, walksOf } from './merge'
import { checkNear, nearest, nearIn } from './near'
import { predicateOf } from './plan'
import { where } from './predicate'
import { projector } from './project'
import { readRow } from './row'
import { compareBy, type Order, orderColumns } from './sort'
import type { Store } from './store'
import { type Document, decodeStored } from './values'

export interface Find {
  filter: Document
  order: Order
  skip: number
  limit: number
  projection?: Document
}

interface Statement {
  sql: string
  parameters: Column[]
  isExact: boolean
  isSorted: boolean
}

export class Reader {
  constructor(private readonly store: Store) {}

  /** Documents as EJSON text, in order. */
  find(collection: Collection, query: Find): string[] {
    this.check(collection, query.filter)
    const { projection } = query
    const project = projection && projector(projection, query.filter)
    const texts = this.texts(collection, query)
    return project ? texts.map(project) : texts
  }

  count(collection: Collection, filter: Document): number {
    this.check(collection, filter)
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
    this.check(collection, filter)
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

  /** Documents one after the other, for whoever reads many and may stop early; in order where SQL has it. */
  *documents(collection: Collection, filter: Document, order: Order = []): Generator<Document> {
    this.check(collection, filter)
    const { sql, parameters, isExact } = statementOf(collection, filter, order)
    for (const row of this.store.scan(sql, parameters)) {
      const document = decodeStored(String(row.doc))
      if (isExact || matches(document, filter)) yield document
    }
  }

  /** Whether SQL has the order, so that nothing needs to be held back and sorted. */
  isInOrder(collection: Collection, filter: Document, order: Order): boolean {
    return statementOf(collection, filter, order).isSorted
  }

  /** SQLite's own words on how it would run a query. */
  explain(
    collection: Collection,
    filter: Document,
    order: Order = [],
  ): { plan: string[]; isExact: boolean; isSorted: boolean } {
    this.check(collection, filter)
    const { sql, parameters, isExact, isSorted } = statementOf(collection, filter, order)
    return { plan: this.store.explain(sql, parameters), isExact, isSorted }
  }

  private check(collection: Collection, filter: Document): void {
    checkFilter(filter)
    checkNear(collection, nearIn(filter))
  }

  private texts(collection: Collection, { filter, order, skip, limit }: Find): string[] {
    const near = order.length === 0 ? nearIn(filter) : undefined
    if (near) return nearest(this.store, collection, filter, near, skip + limit).slice(skip, skip + limit)
    const { sql, parameters, isExact, isSorted } = statementOf(collection, filter, order)
    if (isExact && isSorted)
      return this.store.all(`${sql} LIMIT ? OFFSET ?`, [...parameters, limit, skip]).map((row) => String(row.doc))
    const wanted = isSorted ? skip + limit : Number.POSITIVE_INFINITY
    const kept: { text: string; document: Document }[] = []
    for (const row of this.store.scan(sql, parameters, wanted)) {
      const text = String(row.doc)
      const document = decodeStored(text)
      if (isExact || matches(document, filter)) kept.push({ text, document })
      if (kept.length >= wanted) break
    }
    if (!isSorted) kept.sort((left, right) => compareBy(order, left.document, right.document))
    return kept.slice(skip, skip + limit).map((one) => one.text)
  }
}

function statementOf(collection: Collection, filter: Document, order: Order): Statement {
  const columns = orderColumns(collection, order)
  const walks = columns && walksOf(collection, filter, order)
  if (walks) {
    const parameters = walks.flatMap((walk) => walk.parameters)
    return { sql: mergedSql(collection.table, walks, columns), parameters, isExact: true, isSorted: true }
  }
  const predicate = predicateOf(collection, filter)
  const by = columns?.map(([column, way]) => `${column} ${way}`).join(', ')
  return {
    sql: `SELECT doc FROM ${collection.table}${where(predicate)}${by ? ` ORDER BY ${by}` : ''}`,
    parameters: predicate.parameters,
    isExact: predicate.isExact,
    isSorted: columns !== undefined,
  }
}
