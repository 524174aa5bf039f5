/** Inserts, updates and removals, each decided and written inside one commit. */
import { randomBytes } from 'node:crypto'
import { fail } from '../errors'
import type { Collection, StoredRow, Written } from './collection'
import { checkFilter } from './filter'
import { matches } from './match'
import { same } from './order'
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
/** A key of the text that begins with "$" and is not one of EJSON's own types. */
const OPERATOR_KEY =
  /[{,]"(\$(?!(?:numberInt|numberLong|numberDouble|numberDecimal|date|oid|binary|regularExpression)")[^"]*)"/

/** A document ready to be stored, with the text it is stored as. */
export function complete(document: Document): Written {
  const whole = document._id === undefined ? { _id: newId(), ...document } : document
  const id = whole._id
  if (Array.isArray(id) || id instanceof RegExp || id === null) throw fail("The '_id' value cannot be of this type")
  const dotted = Object.keys(whole).find((key) => key.includes('.'))
  const text = encode(whole)
  const bad = dotted ?? OPERATOR_KEY.exec(text)?.[1]
  if (bad !== undefined) throw fail(`The field name '${bad}' is not valid for storage`)
  if (text.length > MAX_DOCUMENT_BYTES) throw fail('document exceeds the limit of 16 MB')
  return { document: whole, text }
}

/**
 * The document a change makes of an existing one, or undefined when nothing would change: the real cloud does not
 * count such an update (developers.weixin.qq.com/community/develop/doc/000a2e28284f305bf99733ddd56800).
 */
export function changed(text: string, change: Document, isMerge: boolean, filter: Document = {}): Written | undefined {
  const before = decodeStored(text)
  if (!isMerge && change._id !== undefined && !same(change._id, before._id))
    throw fail("After applying the update, the (immutable) field '_id' was found to have been altered")
  const after = isMerge ? before : { ...change, _id: before._id ?? null }
  if (isMerge) applyUpdate(after, change, filter)
  const written = complete(after)
  return written.text === text ? undefined : written
}

/** The document an upsert creates: the filter's equalities, then the change. */
export function created(filter: Document, change: Document, isMerge: boolean): Written {
  const { _id: id, ...fields } = equalitiesOf(filter)
  const base: Document = { _id: id ?? newId() }
  if (!isMerge) return complete({ ...base, ...change })
  const document: Document = {}
  applyUpdate(document, { $set: fields })
  applyUpdate(document, change, {}, true)
  return complete({ ...base, ...document })
}

function equalitiesOf(filter: Document): Document {
  const pairs = Object.entries(filter).flatMap(([key, value]): [string, Value][] => {
    if (key === '$and' && Array.isArray(value))
      return value.filter(isDocument).flatMap((branch) => Object.entries(equalitiesOf(branch)))
    if (key.startsWith('$')) return []
    if (!isOperators(value)) return [[key, value]]
    return value.$eq === undefined ? [] : [[key, value.$eq]]
  })
  return Object.fromEntries(pairs)
}

/** An id that names one document; a pattern or a condition may name many. */
export const isOneId = (id: Value | undefined): id is Value =>
  id !== undefined && !isDocument(id) && !Array.isArray(id) && !(id instanceof RegExp)

export class Writer {
  constructor(
    private readonly reader: Reader,
    private readonly nextVersion: () => number,
    private readonly onReplaced: (collection: Collection, row: StoredRow, version: number) => void,
  ) {}

  insert(collection: Collection, written: Written): Value {
    collection.insert(written, this.nextVersion())
    return written.document._id ?? null
  }

  modify(collection: Collection, { filter, change, isMulti, isMerge, isUpsert }: Modify): Modified {
    const rows = this.rows(collection, filter, isMulti)
    if (rows.length === 0 && isUpsert)
      return { updated: 0, upsertedId: this.insert(collection, created(filter, change, isMerge)) }
    let updated = 0
    for (const row of rows) {
      const written = changed(row.text, change, isMerge, filter)
      if (!written) continue
      this.replace(collection, row, written)
      updated++
    }
    return { updated }
  }

  remove(collection: Collection, filter: Document, isMulti: boolean): number {
    const rows = this.rows(collection, filter, isMulti)
    for (const row of rows) this.drop(collection, row)
    return rows.length
  }

  replace(collection: Collection, row: StoredRow, written: Written): void {
    const version = this.nextVersion()
    this.onReplaced(collection, row, version)
    collection.replace(row, written, version)
  }

  drop(collection: Collection, row: StoredRow): void {
    this.onReplaced(collection, row, this.nextVersion())
    collection.remove(row)
  }

  private rows(collection: Collection, filter: Document, isMulti: boolean): StoredRow[] {
    const id = filter._id
    if (isOneId(id)) {
      checkFilter(filter)
      const row = collection.byId(id)
      return row && matches(row.document, filter) ? [row] : []
    }
    return this.reader.rows(collection, filter, isMulti ? undefined : 1)
  }
}
