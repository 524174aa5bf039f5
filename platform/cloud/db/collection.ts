/** One collection as a SQLite table: the verbatim document, and a typed column for each field an index names. */
import { CloudError } from '../errors'
import type { CollectionIndex } from '../manifest'
import { ARRAY_COLUMN, type Column, columnOf } from './order'
import { readPath } from './paths'
import type { Row, Store } from './store'
import { type Document, decodeStored, type Value } from './values'

export interface Layout {
  /** Field path to column name, in the order the columns were added. */
  fields: string[]
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

export class Collection {
  readonly table: string
  readonly elements: string

  /** Fields that have held an array at some time: their predicates also ask the element table. */
  private readonly multi: Set<string>

  constructor(
    private readonly store: Store,
    readonly name: string,
    number: number,
    readonly layout: Layout,
  ) {
    this.table = `c${number}`
    this.elements = `e${number}`
    const sql = `SELECT 1 AS found FROM ${this.elements} WHERE field = ? LIMIT 1`
    this.multi = new Set(layout.fields.filter((_path, field) => store.get(sql, [field]) !== undefined))
  }

  columnFor(path: string): string | undefined {
    if (path === '_id') return 'id'
    const position = this.layout.fields.indexOf(path)
    return position < 0 ? undefined : `f${position}`
  }

  isMulti(path: string): boolean {
    return this.multi.has(path)
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

  insert({ document, text }: Written, version: number): void {
    const columns = this.columns(document)
    const names = ['version', 'doc', 'id', ...columns.map((_, position) => `f${position}`)]
    const sql = `INSERT INTO ${this.table} (${names.join(',')}) VALUES (${names.map(() => '?').join(',')})`
    this.unique(document, () =>
      this.store.run(sql, [version, text, columnOf(document._id), ...columns.map((column) => column.value)]),
    )
    this.writeElements(document._id, columns)
  }

  replace(row: StoredRow, { document, text }: Written, version: number): void {
    const columns = this.columns(document)
    const assignments = ['version = ?', 'doc = ?', ...columns.map((_, position) => `f${position} = ?`)]
    const sql = `UPDATE ${this.table} SET ${assignments.join(', ')} WHERE seq = ?`
    this.unique(document, () => this.store.run(sql, [version, text, ...columns.map((column) => column.value), row.seq]))
    this.clearElements(document._id)
    this.writeElements(document._id, columns)
  }

  remove(row: StoredRow): void {
    this.store.run(`DELETE FROM ${this.table} WHERE seq = ?`, [row.seq])
    this.clearElements(row.document._id)
  }

  /** The unique index another document already fills with these values, if any. */
  takenIndex(document: Document): CollectionIndex | undefined {
    const self = columnOf(document._id)
    return this.layout.indexes.find((index) => {
      if (!index.unique) return false
      const terms = index.keys.map(([path]) => `${this.columnFor(path)} IS ?`)
      const values = index.keys.map(([path]) => this.columnValue(document, path))
      const sql = `SELECT 1 AS taken FROM ${this.table} WHERE ${terms.join(' AND ')} AND id <> ? LIMIT 1`
      return this.store.get(sql, [...values, self]) !== undefined
    })
  }

  duplicate(index: CollectionIndex | undefined, document: Document): CloudError {
    const keys = index ? index.keys.map(([path]) => path) : ['_id']
    const shown = keys.map((path) => `${path}: ${JSON.stringify(readPath(document, path).values[0] ?? null)}`)
    return new CloudError(
      'DATABASE_REQUEST_FAILED',
      `E11000 duplicate key error collection: ${this.name} index: ${index?.name ?? '_id_'} dup key: { ${shown.join(', ')} }`,
    )
  }

  private columnValue(document: Document, path: string): Column {
    const { values, isMulti } = readPath(document, path)
    return isMulti ? ARRAY_COLUMN : columnOf(values[0])
  }

  private columns(document: Document): { value: Column; elements?: Column[] }[] {
    return this.layout.fields.map((path) => {
      const { values, isMulti } = readPath(document, path)
      if (!isMulti) return { value: columnOf(values[0]) }
      if (this.layout.indexes.some((index) => index.unique && index.keys.some(([key]) => key === path)))
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `an array in "${path}", a field of a unique index, is not supported here`,
        )
      this.multi.add(path)
      return { value: ARRAY_COLUMN, elements: values.map(columnOf) }
    })
  }

  private writeElements(id: Value | undefined, columns: { elements?: Column[] }[]): void {
    for (const [field, { elements }] of columns.entries())
      for (const element of new Set(elements))
        this.store.run(`INSERT INTO ${this.elements} (field, value, id) VALUES (?, ?, ?)`, [
          field,
          element,
          columnOf(id),
        ])
  }

  private clearElements(id: Value | undefined): void {
    if (this.multi.size > 0) this.store.run(`DELETE FROM ${this.elements} WHERE id = ?`, [columnOf(id)])
  }

  private unique(document: Document, write: () => void): void {
    try {
      write()
    } catch (failure) {
      if (!(failure instanceof Error) || !/UNIQUE constraint failed/.test(failure.message)) throw failure
      throw this.duplicate(this.takenIndex(document), document)
    }
  }
}

export const readRow = (row: Row): StoredRow => ({
  seq: Number(row.seq),
  version: Number(row.version),
  text: String(row.doc),
  document: decodeStored(String(row.doc)),
})
