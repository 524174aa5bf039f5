/** Refuses a query that no index serves, here or in the real cloud: for tests, so that none is met first by a full collection. */
import { fail } from '../errors'
import type { Collection } from './collection'
import type { Reader } from './read'
import { isServed, wordsOf } from './shapes'
import type { Order } from './sort'
import type { Document } from './values'

export class StrictQueries {
  /** Every shape that passed. */
  private readonly served = new Set<string>()

  constructor(private readonly reader: Reader) {}

  check(collection: Collection, filter: Document, order: Order): void {
    const key = `${collection.name}: ${wordsOf(filter, order)}`
    if (this.served.has(key)) return
    const scan = this.reader.explain(collection, filter, order).plan.find((line) => /^SCAN c\d+$/.test(line))
    if (scan || !isServed(collection.layout.indexes, filter, order))
      throw fail(`no index serves this query: ${key}${scan ? ` (${scan})` : ''}`)
    this.served.add(key)
  }
}
