/** One collection as a SQLite table: the verbatim document, and a typed column for each field an index names. */
import type { CloudError } from '../errors'
import type { CollectionIndex } from '../manifest'
import { Areas } from './areas'
import { type Column, columnOf, isRough, keyColumn, ownArrayColumn } from './columns'
import { keysIn } from './indexing'
import { keysOf } from './paths'
import { readRow } from './row'
import type { Store } from './store'
import { type Asking, duplicateId, takenBy } from './unique'
import type { Document, Value } from './values'

export interface Layout {
  /** How columns are written; those of an earlier form are written anew. */
  form: number
  /** Field path to column name, in the order the columns were added. */
  fields: string[]
  /** Paths that hold places on the globe, each with a table of boxes. */
  areas: string[]
  indexes: CollectionIndex[]
}

export interface Written {
  document: Document
  text: string
}

export interface StoredRow extends Written {
  seq: number
  version: number
}

interface FieldColumn {
  value: Column
  elements: Column[]
  isRough: boolean
}

const isSameColumn = (one: Column | undefined, other: Column | undefined): boolean =>
  Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other

/** Where the element table notes that a field's columns only come near their values. */
const roughNote = (field: number): number => -1 - field

export class Collection {
  readonly table: string
  readonly elements: string
  readonly areas: Areas

  /** Fields that have held an array at some time: their predicates also ask the element table. */
  private readonly multi: Set<string>
  /** Fields that have held a value whose column only comes near it: their predicates are tested again. */
  private readonly rough: Set<string>

  constructor(
    private readonly store: Store,
    readonly name: string,
    number: number,
    readonly layout: Layout,
  ) {
    this.table = `c${number}`
    this.elements = `e${number}`
    this.areas = new Areas(store, `g${number}`, layout.areas)
    const sql = `SELECT 1 AS found FROM ${this.elements} WHERE field = ? LIMIT 1`
    const has = (field: number): boolean => store.get(sql, [field]) !== undefined
    this.multi = new Set(layout.fields.filter((_path, field) => has(field)))
    this.rough = new Set(layout.fields.filter((_path, field) => has(roughNote(field))))
  }

  columnFor(path: string): string | undefined {
    if (path === '_id') return 'id'
    const position = this.layout.fields.indexOf(path)
    return position < 0 ? undefined : `f${position}`
  }

  areaTable(path: string): string | undefined {
    return this.areas.tableOf(path)
  }

  isMulti(path: string): boolean {
    return this.multi.has(path)
  }

  isRough(path: string): boolean {
    return this.rough.has(path)
  }

  fieldNumber(path: string): number {
    return this.layout.fields.indexOf(path)
  }

  byId(id: Value): StoredRow | undefined {
    const row = this.store.get(`SELECT seq, version, doc FROM ${this.table} WHERE id = ?`, [columnOf(id)])
    return row && readRow(row)
  }

  textById(id: Value): string | undefined {
    const row = this.store.get(`SELECT doc FROM ${this.table} WHERE id = ?`, [columnOf(id)])
    return row && String(row.doc)
  }

  insert(written: Written, version: number): void {
    const { document, text } = written
    const columns = this.columns(document)
    const names = ['version', 'doc', 'id', ...columns.map((_, position) => `f${position}`)]
    const sql = `INSERT INTO ${this.table} (${names.join(',')}) VALUES (${names.map(() => '?').join(',')})`
    this.unique(document, () =>
      this.store.run(sql, [version, text, columnOf(document._id), ...columns.map((column) => column.value)]),
    )
    this.writeElements(document._id, columns)
    if (this.layout.areas.length > 0)
      this.areas.write(Number(this.store.get('SELECT last_insert_rowid() AS seq')?.seq), document)
  }

  /** Writes only the columns whose value is another: SQLite would take every index they stand in apart and together again. */
  replace(row: StoredRow, written: Written, version: number): void {
    this.write(row, written, version, this.columns(row.document))
  }

  /** Writes every column, as for an index that was not there before. */
  refill(row: StoredRow): void {
    this.write(row, row, row.version, [])
  }

  private write(row: StoredRow, { document, text }: Written, version: number, before: FieldColumn[]): void {
    const columns = this.columns(document)
    const moved = [...columns.keys()].filter((field) => !isSameColumn(before[field]?.value, columns[field]?.value))
    const assignments = ['version = ?', 'doc = ?', ...moved.map((field) => `f${field} = ?`)]
    const sql = `UPDATE ${this.table} SET ${assignments.join(', ')} WHERE seq = ?`
    const values = moved.map((field) => columns[field]?.value ?? null)
    this.unique(document, () => this.store.run(sql, [version, text, ...values, row.seq]))
    this.clearElements(document._id)
    this.writeElements(document._id, columns)
    this.areas.write(row.seq, document)
  }

  remove(row: StoredRow): void {
    this.store.run(`DELETE FROM ${this.table} WHERE seq = ?`, [row.seq])
    this.clearElements(row.document._id)
    this.areas.clear(row.seq)
  }

  /** The failure of a document whose key another one already has in a unique index. */
  taken(document: Document, asking: Asking = {}): CloudError | undefined {
    return takenBy(this.store, this, document, asking)
  }

  private columns(document: Document): FieldColumn[] {
    const columns = this.layout.fields.map((path) => this.fieldColumn(document, path))
    // Two arrays side by side are refused before anything is written.
    for (const index of this.layout.indexes) if (this.isListed(index)) keysIn(document, index)
    return columns
  }

  private fieldColumn(document: Document, path: string): FieldColumn {
    const { values, isMulti } = keysOf(document, path)
    const rough = values.some(isRough)
    if (rough) this.rough.add(path)
    if (isMulti) this.multi.add(path)
    if (!isMulti) return { value: columnOf(values[0]), elements: [], isRough: rough }
    return { value: ownArrayColumn(document._id), elements: values.map(keyColumn), isRough: rough }
  }

  private isListed(index: CollectionIndex): boolean {
    return index.keys.some(([path]) => this.multi.has(path))
  }

  private writeElements(id: Value | undefined, columns: FieldColumn[]): void {
    const note = (field: number, value: Column): void =>
      this.store.run(`INSERT INTO ${this.elements} (field, value, id) VALUES (?, ?, ?)`, [field, value, columnOf(id)])
    for (const [field, { elements, isRough }] of columns.entries()) {
      for (const element of new Set(elements)) note(field, element)
      if (isRough) note(roughNote(field), null)
    }
  }

  private clearElements(id: Value | undefined): void {
    if (this.multi.size + this.rough.size > 0)
      this.store.run(`DELETE FROM ${this.elements} WHERE id = ?`, [columnOf(id)])
  }

  /** SQLite keeps single values unique by itself; where an array has stood its elements are looked up first. */
  private unique(document: Document, write: () => void): void {
    const isAsked = (index: CollectionIndex): boolean => this.isListed(index)
    const taken = this.multi.size > 0 && this.taken(document, { isAsked })
    if (taken) throw taken
    try {
      write()
    } catch (failure) {
      if (!(failure instanceof Error) || !/UNIQUE constraint failed/.test(failure.message)) throw failure
      throw this.taken(document) ?? duplicateId(this, document)
    }
  }
}
