/** Inserts, updates and removals, each decided and written inside one commit. */
import { randomBytes } from 'node:crypto'
import { CloudError } from '../errors'
import type { Collection, StoredRow } from './collection'
import type { Reader } from './read'
import { applyUpdate } from './update'
import { type Document, decodeStored, encode, isDocument, isOperators, type Value } from './values'

export interface Modify {
  filter: Document
  change: Document
  isMulti: boolean
  /** True for operators, false for a whole document. */
  isMerge: boolean
  isUpsert: boolean
}

export interface Modified {
  updated: number
  upsertedId?: Value
}

/** Ids as the real cloud makes them: 32 hexadecimal characters. */
export const newId = (): string => randomBytes(16).toString('hex')

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

export function checkDocument(document: Document): Document {
  const named = Object.keys(document).find((key) => key.startsWith('$') || key.includes('.'))
  if (named !== undefined)
    throw new CloudError('DATABASE_REQUEST_FAILED', `The field name '${named}' is not valid for storage`)
  const id = document._id
  if (Array.isArray(id) || id instanceof RegExp || id === null)
    throw new CloudError('DATABASE_REQUEST_FAILED', "The '_id' value cannot be of this type")
  if (encode(document).length > MAX_DOCUMENT_BYTES)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'document exceeds the limit of 16 MB')
  return id === undefined ? { _id: newId(), ...document } : document
}

/** The document a change makes of an existing one, or undefined when nothing would change. */
export function changed(text: string, change: Document, isMerge: boolean): Document | undefined {
  const before = decodeStored(text)
  const after = isMerge ? before : { _id: before._id ?? null, ...change }
  if (isMerge) applyUpdate(after, change)
  return encode(after) === text ? undefined : checkDocument(after)
}

/** The document an upsert creates: the filter's equalities, then the change. */
export function created(filter: Document, change: Document, isMerge: boolean): Document {
  const document: Document = {}
  for (const [key, value] of Object.entries(filter)) {
    if (key.startsWith('$')) continue
    if (!isOperators(value)) applyUpdate(document, key === '_id' ? {} : { $set: { [key]: value } })
    else if (value.$eq !== undefined) applyUpdate(document, { $set: { [key]: value.$eq } })
  }
  const id = filter._id
  const base: Document = id === undefined || isOperators(id) ? { _id: newId() } : { _id: id }
  if (!isMerge) return checkDocument({ ...base, ...change })
  applyUpdate(document, change, true)
  return checkDocument({ ...base, ...document })
}

export class Writer {
  constructor(
    private readonly reader: Reader,
    private readonly nextVersion: () => number,
    private readonly onReplaced: (collection: Collection, row: StoredRow, version: number) => void,
  ) {}

  insert(collection: Collection, document: Document): Value {
    const complete = checkDocument(document)
    collection.insert(complete, this.nextVersion())
    return complete._id ?? null
  }

  modify(collection: Collection, { filter, change, isMulti, isMerge, isUpsert }: Modify): Modified {
    const rows = this.rows(collection, filter, isMulti)
    if (rows.length === 0 && isUpsert)
      return { updated: 0, upsertedId: this.insert(collection, created(filter, change, isMerge)) }
    let updated = 0
    for (const row of rows) {
      const document = changed(row.text, change, isMerge)
      if (!document) continue
      this.replace(collection, row, document)
      updated++
    }
    return { updated }
  }

  remove(collection: Collection, filter: Document, isMulti: boolean): number {
    const rows = this.rows(collection, filter, isMulti)
    for (const row of rows) this.drop(collection, row)
    return rows.length
  }

  replace(collection: Collection, row: StoredRow, document: Document): void {
    const version = this.nextVersion()
    this.onReplaced(collection, row, version)
    collection.replace(row, document, version)
  }

  drop(collection: Collection, row: StoredRow): void {
    this.onReplaced(collection, row, this.nextVersion())
    collection.remove(row)
  }

  private rows(collection: Collection, filter: Document, isMulti: boolean): StoredRow[] {
    const { _id: id, ...rest } = filter
    if (id !== undefined && Object.keys(rest).length === 0 && !isDocument(id)) {
      const row = collection.byId(id)
      return row ? [row] : []
    }
    return this.reader.rows(collection, filter, isMulti ? undefined : 1)
  }
}
