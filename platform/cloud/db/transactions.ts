/** Transactions as the real cloud has them: single documents, a snapshot from the start, first writer wins, one commit. */
import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import type { Collection, StoredRow, Written } from './collection'
import type { Store } from './store'
import { type Document, encode, type Value } from './values'
import { changed, complete, created, type Modified, type Writer } from './write'

interface Buffered {
  collection: Collection
  id: Value
  /** Undefined for a removal. */
  written: Written | undefined
}

interface Transaction {
  snapshot: number
  startedAt: number
  writes: Map<string, Buffered>
  isAborted: boolean
}

interface Replaced {
  /** The version that replaced this text: a snapshot before it still reads the text. */
  replacedBy: number
  version: number
  text: string
}

const LIFETIME_MS = 60_000
const keyOf = (collection: Collection, id: Value): string => `${collection.name}/${encode(id)}`

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly replaced = new Map<string, Replaced[]>()

  constructor(
    private readonly store: Store,
    private readonly currentVersion: () => number,
  ) {}

  /** Called for every document that is about to be replaced or removed. */
  remember(collection: Collection, row: StoredRow, version: number): void {
    this.dropExpired()
    if (this.open.size === 0) return
    const key = keyOf(collection, row.document._id ?? null)
    const list = this.replaced.get(key) ?? []
    this.replaced.set(key, [...list, { replacedBy: version, version: row.version, text: row.text }])
  }

  start(): string {
    this.dropExpired()
    const id = randomUUID()
    this.open.set(id, {
      snapshot: this.currentVersion(),
      startedAt: performance.now(),
      writes: new Map(),
      isAborted: false,
    })
    return id
  }

  read(id: string, collection: Collection, documentId: Value): string | undefined {
    return this.textSeen(this.get(id), collection, documentId)
  }

  insert(id: string, collection: Collection, document: Document): Value {
    const transaction = this.get(id)
    const written = complete(document)
    const documentId = written.document._id ?? null
    this.lock(id, transaction, collection, documentId)
    if (this.textSeen(transaction, collection, documentId) !== undefined)
      throw collection.duplicate(undefined, written.document)
    this.buffer(transaction, collection, documentId, written)
    return documentId
  }

  modify(
    id: string,
    collection: Collection,
    documentId: Value,
    change: Document,
    isMerge: boolean,
    isUpsert: boolean,
  ): Modified {
    const transaction = this.get(id)
    const text = this.textSeen(transaction, collection, documentId)
    if (text === undefined && !isUpsert) return { updated: 0 }
    this.lock(id, transaction, collection, documentId)
    if (text === undefined) {
      this.buffer(transaction, collection, documentId, created({ _id: documentId }, change, isMerge))
      return { updated: 0, upsertedId: documentId }
    }
    const written = changed(text, change, isMerge)
    if (written) this.buffer(transaction, collection, documentId, written)
    return { updated: written ? 1 : 0 }
  }

  remove(id: string, collection: Collection, documentId: Value): number {
    const transaction = this.get(id)
    if (this.textSeen(transaction, collection, documentId) === undefined) return 0
    this.lock(id, transaction, collection, documentId)
    transaction.writes.set(keyOf(collection, documentId), { collection, id: documentId, written: undefined })
    return 1
  }

  async commit(id: string, writer: Writer): Promise<void> {
    const transaction = this.get(id)
    try {
      if (transaction.writes.size > 0) await this.store.write(() => this.writeAll(transaction, writer))
    } finally {
      this.close(id)
    }
  }

  abort(id: string): void {
    if (!this.open.has(id)) this.get(id)
    this.close(id)
  }

  private writeAll(transaction: Transaction, writer: Writer): void {
    for (const { collection, id, written } of transaction.writes.values()) {
      const row = collection.byId(id)
      if (row ? row.version > transaction.snapshot : this.wasReplacedSince(transaction, collection, id))
        throw conflict()
      if (row && written) writer.replace(collection, row, written)
      else if (row) writer.drop(collection, row)
      else if (written) writer.insert(collection, written)
    }
  }

  /** The first to write holds the document; whoever comes second fails at once. */
  private lock(id: string, transaction: Transaction, collection: Collection, documentId: Value): void {
    const key = keyOf(collection, documentId)
    if (transaction.writes.has(key)) return
    const isHeld = [...this.open].some(([other, one]) => other !== id && !one.isAborted && one.writes.has(key))
    const row = collection.byId(documentId)
    const isStale = row
      ? row.version > transaction.snapshot
      : this.wasReplacedSince(transaction, collection, documentId)
    if (!isHeld && !isStale) return
    transaction.isAborted = true
    throw conflict()
  }

  private wasReplacedSince(transaction: Transaction, collection: Collection, id: Value): boolean {
    return (this.replaced.get(keyOf(collection, id)) ?? []).some((one) => one.replacedBy > transaction.snapshot)
  }

  private textSeen(transaction: Transaction, collection: Collection, id: Value): string | undefined {
    const key = keyOf(collection, id)
    const buffered = transaction.writes.get(key)
    if (buffered) return buffered.written?.text
    const row = collection.byId(id)
    if (row && row.version <= transaction.snapshot) return row.text
    return (this.replaced.get(key) ?? []).find(
      (one) => one.version <= transaction.snapshot && one.replacedBy > transaction.snapshot,
    )?.text
  }

  private buffer(transaction: Transaction, collection: Collection, id: Value, written: Written): void {
    const taken = collection.takenIndex(written.document)
    if (taken) throw collection.duplicate(taken, written.document)
    transaction.writes.set(keyOf(collection, id), { collection, id, written })
  }

  private get(id: string): Transaction {
    this.dropExpired()
    const transaction = this.open.get(id)
    if (transaction && !transaction.isAborted) return transaction
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `transaction ${id} is not open: it was ended, aborted by a conflict or timed out`,
    )
  }

  private close(id: string): void {
    this.open.delete(id)
    if (this.open.size === 0) this.replaced.clear()
  }

  private dropExpired(): void {
    for (const [id, { startedAt }] of this.open) if (performance.now() - startedAt > LIFETIME_MS) this.close(id)
  }
}

const conflict = (): CloudError =>
  new CloudError('DATABASE_TRANSACTION_CONFLICT', 'database transaction conflict: another write came first')
