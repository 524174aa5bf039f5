/** Keeps a unique index unique, where SQLite alone cannot: over arrays, and over what a transaction has not yet written. */
import { type CloudError, fail } from '../errors'
import type { CollectionIndex } from '../manifest'
import type { Collection } from './collection'
import { columnOf, keyColumn } from './columns'
import { columnPaths, isSameKey, type Key, keysIn, shownKey } from './indexing'
import { readRow } from './row'
import type { Store } from './store'
import type { Document, Value } from './values'

export interface Asking {
  isAsked?: (index: CollectionIndex) => boolean
  /** Documents a transaction has changed: theirs are the keys it gave them. */
  isGone?: (id: Value | undefined) => boolean
}

/** The failure of a document whose key a stored one already has. */
export function takenBy(
  store: Store,
  collection: Collection,
  document: Document,
  { isAsked = () => true, isGone = () => false }: Asking,
): CloudError | undefined {
  for (const index of collection.layout.indexes) {
    if (!index.unique || !isAsked(index)) continue
    const key = keysIn(document, index).find((one) =>
      holdersOf(store, collection, index, one, document._id).some((other) => !isGone(other._id)),
    )
    if (key) return duplicate(collection, index, key)
  }
  return undefined
}

/** Other documents that stand in an index under a key. */
function holdersOf(
  store: Store,
  collection: Collection,
  index: CollectionIndex,
  key: Key,
  self: Value | undefined,
): Document[] {
  const { table, elements } = collection
  const terms = columnPaths(index).map((path, at) => {
    const column = keyColumn(key[at])
    const own = `${collection.columnFor(path)} IS ?`
    if (!collection.isMulti(path)) return { sql: own, values: [column] }
    const ofElement = `SELECT id FROM ${elements} WHERE field = ${collection.fieldNumber(path)} AND value IS ?`
    return { sql: `(${own} OR id IN (${ofElement}))`, values: [column, column] }
  })
  const sql = `SELECT seq, version, doc FROM ${table} WHERE ${terms.map((term) => term.sql).join(' AND ')} AND id IS NOT ?`
  return store
    .all(sql, [...terms.flatMap((term) => term.values), columnOf(self)])
    .map((row) => readRow(row).document)
    .filter((other) => keysIn(other, index).some((one) => isSameKey(key, one)))
}

/** The failure of a document whose key one of the others has. */
export function takenAmong(collection: Collection, document: Document, others: Document[]): CloudError | undefined {
  for (const index of collection.layout.indexes) {
    const held = index.unique ? others.flatMap((other) => keysIn(other, index)) : []
    const key = held.length > 0 && keysIn(document, index).find((one) => held.some((other) => isSameKey(one, other)))
    if (key) return duplicate(collection, index, key)
  }
  return undefined
}

export const duplicateId = (collection: Collection, { _id: id }: Document): CloudError =>
  duplicate(collection, { name: '_id_', keys: [['_id', 1]], unique: true }, [id])

function duplicate({ name }: Collection, index: CollectionIndex, key: Key): CloudError {
  const words = `${name} index: ${index.name} dup key: { ${shownKey(index, key)} }`
  return fail(`E11000 duplicate key error collection: ${words}`)
}
