/** Makes the tables what the manifest says: collections, their index columns and their SQLite indexes. */
import { CloudError, messageOf, StartError } from '../errors'
import { isJson, parseJson } from '../json'
import type { CollectionIndex, Manifest } from '../manifest'
import { Collection, type Layout } from './collection'
import { areaPaths, columnPaths } from './indexing'
import { readRow } from './row'
import type { Store } from './store'

/** Raised when columns are written otherwise than before. */
const FORM = 2
/** As many as the largest plan of the real cloud allows. */
const MAX_COLLECTIONS = 500

export class Schema {
  private readonly collections = new Map<string, Collection>()

  constructor(private readonly store: Store) {
    this.read()
  }

  private read(): void {
    this.collections.clear()
    for (const row of this.store.all('SELECT name, number, layout FROM collections')) {
      const name = String(row.name)
      this.collections.set(name, new Collection(this.store, name, Number(row.number), readLayout(String(row.layout))))
    }
  }

  apply(declared: Manifest['collections']): void {
    try {
      this.store.writeNow(() => {
        for (const [name, { indexes }] of Object.entries(declared)) this.reshape(this.ensure(name), indexes)
      })
    } catch (failure) {
      this.read()
      throw failure
    }
  }

  names(): string[] {
    return [...this.collections.keys()]
  }

  get(name: string): Collection {
    const collection = this.collections.get(name)
    if (collection) return collection
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `Db or Table not exist: ${name}. Declare the collection first.`,
    )
  }

  has(name: string): boolean {
    return this.collections.has(name)
  }

  ensure(name: string): Collection {
    const existing = this.collections.get(name)
    if (existing) return existing
    if (this.collections.size >= MAX_COLLECTIONS)
      throw new CloudError('DATABASE_COLLECTION_EXCEED_LIMIT', `there are ${MAX_COLLECTIONS} collections already`)
    const number = Math.max(0, ...[...this.collections.values()].map((one) => Number(one.table.slice(1)))) + 1
    const layout: Layout = { form: FORM, fields: [], areas: [], indexes: [] }
    this.store.exec(
      `CREATE TABLE c${number} (seq INTEGER PRIMARY KEY, version INTEGER NOT NULL, id NOT NULL UNIQUE, doc TEXT NOT NULL)`,
    )
    this.store.exec(`CREATE TABLE e${number} (field INTEGER NOT NULL, value, id NOT NULL)`)
    this.store.exec(
      `CREATE INDEX e${number}_value ON e${number} (field, value, id); CREATE INDEX e${number}_id ON e${number} (id)`,
    )
    this.store.run('INSERT INTO collections (name, number, layout) VALUES (?, ?, ?)', [
      name,
      number,
      JSON.stringify(layout),
    ])
    const collection = new Collection(this.store, name, number, layout)
    this.collections.set(name, collection)
    return collection
  }

  private reshape(collection: Collection, indexes: CollectionIndex[]): void {
    const { layout, table, areas } = collection
    const places = missingFrom(indexes.flatMap(areaPaths), layout.areas)
    const missing = missingFrom(indexes.flatMap(columnPaths), ['_id', ...layout.fields])
    const isAsDeclared = JSON.stringify(layout.indexes) === JSON.stringify(indexes)
    if (missing.length + places.length === 0 && isAsDeclared && layout.form === FORM) return
    for (const index of layout.indexes)
      for (const suffix of ['', '_null']) this.store.exec(`DROP INDEX IF EXISTS "${table}_${index.name}${suffix}"`)
    for (const path of missing) {
      layout.fields.push(path)
      this.store.exec(`ALTER TABLE ${table} ADD COLUMN f${layout.fields.length - 1}`)
    }
    for (const path of places) areas.add(path)
    const isFirstUnique = indexes.some(
      (index) => index.unique && columnPaths(index).some((path) => collection.isMulti(path)),
    )
    const isStale = missing.length + places.length > 0 || layout.form !== FORM || isFirstUnique
    Object.assign(layout, { form: FORM, indexes })
    if (isStale) this.refill(collection)
    for (const index of indexes) this.createIndex(collection, index)
    this.store.run('UPDATE collections SET layout = ? WHERE name = ?', [JSON.stringify(layout), collection.name])
  }

  private refill(collection: Collection): void {
    for (const row of this.store.all(`SELECT seq, version, doc FROM ${collection.table}`)) {
      const stored = readRow(row)
      try {
        collection.refill(stored)
      } catch (failure) {
        throw new StartError(`An index of ${collection.name} cannot be made of what is stored: ${messageOf(failure)}`)
      }
    }
  }

  /** In a unique index a missing field counts as null and null equals null; in SQLite it does not, hence the second index. */
  private createIndex(collection: Collection, index: CollectionIndex): void {
    const { table } = collection
    const columns = columnPaths(index).map((path) => collection.columnFor(path) ?? '')
    const ways = index.keys.flatMap(([, way]) => (way === '2dsphere' ? [] : [way === -1 ? 'DESC' : 'ASC']))
    const keys = columns.map((column, position) => `${column} ${ways[position]}`)
    if (keys.length === 0) return
    try {
      this.store.exec(
        `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX "${table}_${index.name}" ON ${table} (${keys.join(', ')})`,
      )
      if (!index.unique) return
      const nulls = columns.map((column) => `IFNULL(${column}, x'00')`).join(', ')
      const where = columns.map((column) => `${column} IS NULL`).join(' OR ')
      this.store.exec(`CREATE UNIQUE INDEX "${table}_${index.name}_null" ON ${table} (${nulls}) WHERE ${where}`)
    } catch {
      throw new StartError(
        `The unique index ${index.name} of ${collection.name} cannot be made: stored documents already break it.`,
      )
    }
  }
}

const missingFrom = (paths: string[], known: string[]): string[] =>
  [...new Set(paths)].filter((path) => !known.includes(path))

function readLayout(text: string): Layout {
  const layout = parseJson(text)
  if (!isLayout(layout)) throw new StartError('The data folder was written by a version that cannot be read here.')
  return { ...layout, form: layout.form ?? 1, areas: layout.areas ?? [] }
}

/** Layouts of the first form knew neither forms nor areas. */
type StoredLayout = Pick<Layout, 'fields' | 'indexes'> & Partial<Layout>

const isLayout = (value: unknown): value is StoredLayout =>
  isJson(value) && Array.isArray(value.fields) && Array.isArray(value.indexes)
