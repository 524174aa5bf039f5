/** The database as the wire speaks it: one method for each database action of wx-server-sdk. */
import type { Clock } from '../clock'
import { fail, invalid, refuse } from '../errors'
import { type Json, parseJson, textOf } from '../json'
import type { Manifest } from '../manifest'
import { type Asked, askedBy, readStages, runAggregation } from './aggregate'
import type { Collection } from './collection'
import { projector } from './project'
import { Reader } from './read'
import { Schema } from './schema'
import { readOrder } from './sort'
import type { Store } from './store'
import { StrictQueries } from './strict'
import { Transactions } from './transactions'
import { type Document, decode, decodeText, isDocument, type Value } from './values'
import { complete, isOneId, Writer } from './write'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000
/** Versions of one process lie above those of every process before it, so a snapshot can be a number. */
const VERSIONS_PER_START = 2 ** 30

export class CloudDatabase {
  private readonly schema: Schema
  private readonly reader: Reader
  private readonly writer: Writer
  private readonly transactions: Transactions
  private readonly strict: StrictQueries
  private version: number

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    const starts = Number(this.store.get('PRAGMA user_version')?.user_version ?? 0) + 1
    this.store.exec(`PRAGMA user_version = ${starts}`)
    this.version = starts * VERSIONS_PER_START
    this.schema = new Schema(this.store)
    this.reader = new Reader(this.store)
    this.strict = new StrictQueries(this.reader)
    this.transactions = new Transactions(this.store, this.clock, () => this.version)
    this.writer = new Writer(
      this.reader,
      () => ++this.version,
      (collection, row, version) => this.transactions.remember(collection, row, version),
    )
  }

  applyManifest(manifest: Manifest): void {
    this.schema.apply(manifest.collections)
  }

  /** The database actions, by the names they travel under. */
  async answer(action: string, request: Json, mustUseIndex = false): Promise<Json> {
    if (mustUseIndex) this.checkIndex(action, request)
    switch (action) {
      case 'database.insertDocument':
        return { data: { insertedIds: await this.insert(request) } }
      case 'database.getDocument':
        return { data: { list: this.find(request) } }
      case 'database.calculateDocument':
        return { data: { total: this.reader.count(this.collection(request), this.filter(request)) } }
      case 'database.modifyDocument':
        return { data: await this.modify(request) }
      case 'database.removeDocument':
        return { data: { deleted: await this.remove(request) } }
      case 'database.aggregateDocuments':
        return { data: { list: this.aggregate(request) } }
      case 'database.addCollection':
        return { data: await this.addCollection(request) }
      case 'database.startTransaction':
        return { transactionId: this.transactions.start() }
      case 'database.commitTransaction':
        await this.transactions.commit(transactionOf(request) ?? '', this.writer)
        return { data: {} }
      case 'database.abortTransaction':
        this.transactions.abort(transactionOf(request) ?? '')
        return { data: {} }
      default:
        throw refuse(`The action ${action}`)
    }
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.schema.names().map((name) => [name, this.reader.count(this.schema.get(name), {})]))
  }

  /** How a query (in plain values) would run. */
  explain(
    name: string,
    query: Document,
    order: Document = {},
  ): { plan: string[]; isExact: boolean; isSorted: boolean } {
    return this.reader.explain(this.schema.get(name), query, readOrder(order))
  }

  private insert(request: Json): Promise<Value[]> {
    const collection = this.collection(request)
    if (!Array.isArray(request.data) || request.data.length === 0)
      throw invalid('the documents to insert must be a list')
    const documents = request.data.map((text) => decodeText(String(text), this.clock.now()))
    const transaction = transactionOf(request)
    if (transaction)
      return Promise.resolve(documents.map((one) => this.transactions.insert(transaction, collection, one)))
    return this.store.write(() => documents.map((one) => this.writer.insert(collection, complete(one))))
  }

  private find(request: Json): string[] {
    const collection = this.collection(request)
    const filter = this.filter(request)
    const projection = this.document(request.projection)
    const transaction = transactionOf(request)
    if (transaction || isById(request, filter)) {
      const id = idOf(request, filter)
      const text = transaction ? this.transactions.read(transaction, collection, id) : collection.textById(id)
      return text === undefined ? [] : [projection ? projector(projection, filter)(text) : text]
    }
    return this.reader.find(collection, {
      filter,
      order: request.order === undefined ? [] : readOrder(this.document(request.order) ?? {}),
      skip: wholeNumber(request.offset, 0),
      limit: Math.min(wholeNumber(request.limit, DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT),
      ...(projection && { projection }),
    })
  }

  private aggregate(request: Json): string[] {
    const { reader, schema } = this
    const collection = (name: string): Collection | undefined => (schema.has(name) ? schema.get(name) : undefined)
    return runAggregation(
      { reader, collection },
      this.collection(request),
      readStages(request.stages, this.clock.now()),
    )
  }

  private async modify(request: Json): Promise<Json> {
    const collection = this.collection(request)
    const filter = this.filter(request)
    const change = this.document(request.data)
    if (!change) throw invalid('an update must carry data')
    const isMerge = request.merge !== false
    const isUpsert = request.upsert === true
    const transaction = transactionOf(request)
    const { updated, upsertedId } = transaction
      ? this.transactions.modify(transaction, collection, idOf(request, filter), change, isMerge, isUpsert)
      : await this.store.write(() =>
          this.writer.modify(collection, { filter, change, isMerge, isUpsert, isMulti: request.multi === true }),
        )
    return { updated, ...(upsertedId !== undefined && { upsert_id: upsertedId }) }
  }

  private async remove(request: Json): Promise<number> {
    const collection = this.collection(request)
    const filter = this.filter(request)
    const transaction = transactionOf(request)
    if (transaction) return this.transactions.remove(transaction, collection, idOf(request, filter))
    return this.store.write(() => this.writer.remove(collection, filter, request.multi === true))
  }

  private async addCollection(request: Json): Promise<Json> {
    const name = textOf(request.collectionName) ?? ''
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) throw invalid(`"${name}" is not a name for a collection`)
    if (this.schema.has(name)) throw fail(`Table exist: ${name}`)
    await this.store.write(() => this.schema.ensure(name))
    return {}
  }

  private checkIndex(action: string, request: Json): void {
    if (!QUERYING.has(action)) return
    const own = textOf(request.collectionName) ?? ''
    const asked: Asked[] =
      action === 'database.aggregateDocuments'
        ? askedBy(readStages(request.stages, this.clock.now()))
        : [{ filter: this.filter(request), order: readOrder(this.document(request.order) ?? {}) }]
    for (const { from = own, filter, order } of asked)
      if (from === own || this.schema.has(from)) this.strict.check(this.schema.get(from), filter, order)
  }

  private collection(request: Json): Collection {
    return this.schema.get(textOf(request.collectionName) ?? '')
  }

  private filter(request: Json): Document {
    return this.document(request.query) ?? {}
  }

  private document(text: unknown): Document | undefined {
    if (text === undefined || text === null || text === '') return undefined
    const value = decode(typeof text === 'string' ? parseJson(text) : text, this.clock.now())
    if (isDocument(value)) return value
    throw invalid('a query, an order, a projection or an update must be an EJSON object')
  }
}

const QUERYING = new Set(
  ['getDocument', 'calculateDocument', 'modifyDocument', 'removeDocument', 'aggregateDocuments'].map(
    (action) => `database.${action}`,
  ),
)

const transactionOf = (request: Json): string | undefined => textOf(request.transactionId) || undefined

const wholeNumber = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : otherwise

const isById = (request: Json, { _id: id, ...rest }: Document): boolean =>
  request.queryType === 'DOC' && isOneId(id) && Object.keys(rest).length === 0

/** Inside a transaction only a document may be named. */
function idOf(request: Json, filter: Document): Value {
  if (isById(request, filter)) return filter._id ?? null
  throw fail('a transaction works on single documents only: use doc(id), not where()')
}
