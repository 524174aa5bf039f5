/** Transactions as the real cloud has them: single documents, a snapshot from the start, first writer wins, one commit. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { Collection, StoredRow, Written } from './collection'
import { History, keyOf } from './history'
import { same } from './order'
import type { Store } from './store'
import { duplicateId, takenAmong } from './unique'
import type { Document, Value } from './values'
import { changed, complete, created, type Modified, type Writer } from './write'

interface Buffered {
  collection: Collection
  id: Value
  /** Undefined for a removal. */
  written: Written | undefined
}

interface Instant {
  elapsed: number
  /** A test's clock, when there is one. */
  fixed: number | undefined
}

interface Transaction {
  snapshot: number
  startedAt: Instant
  /** What it would read of each document it has written. */
  writes: Map<string, Buffered>
  /** The same, one write after the other, as they are done at commit: two documents may have changed places. */
  log: Buffered[]
  isAborted: boolean
}

/** As MongoDB has it. */
const LIFETIME_MS = 60_000

export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly history = new History()

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly currentVersion: () => number,
  ) {}

  /** Called for every document that is about to be replaced or removed. */
  remember(collection: Collection, row: StoredRow, version: number): void {
    this.dropExpired()
    if (this.open.size > 0) this.history.add(collection, row, version)
  }

  start(): string {
    this.dropExpired()
    const id = randomUUID()
    this.open.set(id, {
      snapshot: this.currentVersion(),
      startedAt: this.instant(),
      writes: new Map(),
      log: [],
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
      throw duplicateId(collection, written.document)
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
    this.note(transaction, { collection, id: documentId, written: undefined })
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
    for (const { collection, id } of transaction.writes.values())
      if (this.history.isWrittenSince(transaction.snapshot, collection, id)) throw conflict()
    for (const { collection, id, written } of transaction.log) {
      const row = collection.byId(id)
      // Its keys were free when it wrote; whoever has taken one since came first.
      if (written && collection.taken(written.document)) throw conflict()
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
    if (!isHeld && !this.history.isWrittenSince(transaction.snapshot, collection, documentId)) return
    transaction.isAborted = true
    throw conflict()
  }

  private textSeen(transaction: Transaction, collection: Collection, id: Value): string | undefined {
    const key = keyOf(collection, id)
    const buffered = transaction.writes.get(key)
    if (buffered) return buffered.written?.text
    return this.history.textAt(transaction.snapshot, collection, id)
  }

  private buffer(transaction: Transaction, collection: Collection, id: Value, written: Written): void {
    const isGone = (other: Value | undefined): boolean => transaction.writes.has(keyOf(collection, other ?? null))
    const others = [...transaction.writes.values()].flatMap((one) =>
      one.collection === collection && one.written && !same(one.id, id) ? [one.written.document] : [],
    )
    const { document } = written
    const taken = collection.taken(document, { isGone }) ?? takenAmong(collection, document, others)
    if (taken) throw taken
    this.note(transaction, { collection, id, written })
  }

  private note(transaction: Transaction, write: Buffered): void {
    transaction.writes.set(keyOf(write.collection, write.id), write)
    transaction.log.push(write)
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
    if (this.open.size === 0) this.history.clear()
  }

  private dropExpired(): void {
    const now = this.instant()
    for (const [id, { startedAt }] of this.open) if (ageOf(startedAt, now) > LIFETIME_MS) this.close(id)
  }

  private instant(): Instant {
    return { elapsed: performance.now(), fixed: this.clock.fixedAt() }
  }
}

/** A test that sets its clock makes nobody older who began without it. */
const ageOf = (from: Instant, to: Instant): number =>
  from.fixed !== undefined && to.fixed !== undefined ? to.fixed - from.fixed : to.elapsed - from.elapsed

const conflict = (): CloudError =>
  new CloudError('DATABASE_TRANSACTION_CONFLICT', 'database transaction conflict: another write came first')
