/** `$sort` over documents that no index has in order. */
import { fail } from '../../errors'
import { compareKeys } from '../order'
import { type Order, readOrder, sortKey } from '../sort'
import { type Document, isDocument, type Value } from '../values'
import { sizeOf } from './result'
import type { Planner, Stage } from './stage'

interface Keyed {
  document: Document
  keys: (Value | undefined)[]
}

export function orderOf(spec: Value): Order {
  if (!isDocument(spec)) throw fail('the $sort key specification must be an object')
  if (Object.keys(spec).length === 0) throw fail('$sort stage must have at least one sort key')
  return readOrder(spec)
}

/** When only the first so many are wanted, no more than twice as many are held. */
export function sorting(order: Order, { budget }: Planner, wanted = Number.POSITIVE_INFINITY): Stage {
  const compared = (one: Keyed, other: Keyed): number => {
    for (const [at, [, way]] of order.entries()) {
      const result = compareKeys(one.keys[at], other.keys[at]) * way
      if (result !== 0) return result
    }
    return 0
  }
  return (documents) => {
    let kept: Keyed[] = []
    let bytes = 0
    for (const document of documents) {
      budget.tick()
      kept.push({ document, keys: order.map(([path, way]) => sortKey(document, path, way)) })
      bytes += sizeOf(document)
      if (kept.length >= 2 * wanted + 64) {
        kept = kept.sort(compared).slice(0, wanted)
        bytes = kept.reduce((sum, one) => sum + sizeOf(one.document), 0)
      }
      budget.hold('$sort', bytes)
    }
    return kept.sort(compared).map((one) => one.document)
  }
}
