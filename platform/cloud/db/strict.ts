/** Refuses a query that no index serves, here or in the real cloud: for tests, so that none is met first by a full collection. */
import { CloudError } from '../errors'
import type { Collection } from './collection'
import type { Reader } from './read'
import { indexesFor, wordsOf } from './shapes'
import type { Order } from './sort'
import type { Document } from './values'

export interface SeenQuery {
  collection: string
  /** Its fields and their kinds, without values. */
  words: string
  indexes: string[]
}

export class StrictQueries {
  private readonly served = new Map<string, SeenQuery>()

  constructor(private readonly reader: Reader) {}

  /** Every shape that passed, once. */
  seen(): SeenQuery[] {
    return [...this.served.values()]
  }

  check(collection: Collection, filter: Document, order: Order): void {
    const words = wordsOf(filter, order)
    const key = `${collection.name}: ${words}`
    if (this.served.has(key)) return
    const indexes = indexesFor(collection.layout.indexes, filter, order)
    const scan = this.reader.explain(collection, filter, order).plan.find((line) => /^SCAN c\d+$/.test(line))
    if (!indexes || scan)
      throw new CloudError('DATABASE_REQUEST_FAILED', `no index serves this query: ${key}${scan ? ` (${scan})` : ''}`)
    this.served.set(key, { collection: collection.name, words, indexes })
  }
}
