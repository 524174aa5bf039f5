/** Texts that have been replaced, kept while a transaction that began before may still read them. */
import type { Collection, StoredRow } from './collection'
import { encode, type Value } from './values'

interface Replaced {
  /** The version that replaced this text: a snapshot before it still reads the text. */
  replacedBy: number
  version: number
  text: string
}

export const keyOf = (collection: Collection, id: Value): string => `${collection.name}/${encode(id)}`

export class History {
  private readonly replaced = new Map<string, Replaced[]>()

  add(collection: Collection, row: StoredRow, replacedBy: number): void {
    const key = keyOf(collection, row.document._id ?? null)
    const list = this.replaced.get(key) ?? []
    list.push({ replacedBy, version: row.version, text: row.text })
    this.replaced.set(key, list)
  }

  clear(): void {
    this.replaced.clear()
  }

  /** A document as it was at a version. */
  textAt(version: number, collection: Collection, id: Value): string | undefined {
    const row = collection.byId(id)
    if (row && row.version <= version) return row.text
    return this.of(collection, id).find((one) => one.version <= version && one.replacedBy > version)?.text
  }

  /** Whether a document has been written, or removed, after a version. */
  isWrittenSince(version: number, collection: Collection, id: Value): boolean {
    const row = collection.byId(id)
    return row ? row.version > version : this.of(collection, id).some((one) => one.replacedBy > version)
  }

  private of(collection: Collection, id: Value): Replaced[] {
    return this.replaced.get(keyOf(collection, id)) ?? []
  }
}
