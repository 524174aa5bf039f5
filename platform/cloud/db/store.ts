/** The SQLite file: opened by one process only, writes of one tick as one commit, each acknowledged once it is on the disk. */
import { join } from 'node:path'
import Database from 'libsql'
import { CloudError } from '../errors'
import type { Column } from './columns'
import type { LogSync } from './log-sync'
import { isDiskFull, lockFolder, openDatabase, openLog } from './open'

export type Row = Record<string, unknown>

interface Pending {
  write: () => void
  settle: (failure: unknown) => void
}

const CACHED_STATEMENTS = 500
const FIRST_PORTION = 128
const LAST_PORTION = 16_384

export class Store {
  private readonly lock: Database.Database
  private readonly database: Database.Database
  private readonly log: LogSync
  private readonly statements = new Map<string, Database.Statement>()
  private queue: Pending[] = []
  private isOpen = true

  private readonly file: string

  constructor(folder: string, wasUsed = false) {
    this.file = join(folder, 'cloud.db')
    this.lock = lockFolder(folder)
    this.database = openDatabase(folder, this.file, wasUsed)
    this.log = openLog(folder, this.file)
  }

  /** Parameters always travel as one array: libsql takes a lone Buffer for named parameters and dies. */
  all(sql: string, parameters: Column[] = []): Row[] {
    return this.statement(sql).all(parameters).filter(isRow)
  }

  get(sql: string, parameters: Column[] = []): Row | undefined {
    const row: unknown = this.statement(sql).get(parameters)
    return isRow(row) ? row : undefined
  }

  /**
   * Rows one after the other, for whoever may stop early. In growing portions, since a statement left half way
   * stays open in libsql and keeps the write-ahead log from ever being emptied.
   */
  *scan(sql: string, parameters: Column[] = [], wanted = FIRST_PORTION): Generator<Row> {
    let offset = 0
    for (let size = Math.min(wanted + 1, FIRST_PORTION); ; size = Math.min(size * 2, LAST_PORTION)) {
      const rows = this.all(`${sql} LIMIT ? OFFSET ?`, [...parameters, size, offset])
      yield* rows
      if (rows.length < size) return
      offset += size
    }
  }

  /**
   * SQLite's own words on how it would run a query. Over a connection of its own: libsql never ends an EXPLAIN,
   * and the connection it ran on would hold its next read, and with it the write-ahead log, for ever.
   */
  explain(sql: string, parameters: Column[]): string[] {
    const aside = new Database(this.file)
    const rows = aside.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters).filter(isRow)
    aside.close()
    return rows.map((row) => String(row.detail))
  }

  run(sql: string, parameters: Column[] = []): void {
    this.statement(sql).run(parameters)
  }

  exec(sql: string): void {
    this.database.exec(sql)
  }

  /** Runs a write with its neighbours of this tick; resolves once the commit is on the disk. */
  write<T>(write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let done: { result: T } | undefined
      this.queue.push({
        write: () => {
          done = { result: write() }
        },
        settle: (failure) => {
          if (failure !== undefined) reject(failure)
          else if (done) resolve(done.result)
        },
      })
      if (this.queue.length === 1) setImmediate(() => this.flush())
    })
  }

  /** Writes at once, for starting up, when nobody else is there yet. */
  writeNow(write: () => void): void {
    this.exec('BEGIN IMMEDIATE')
    try {
      write()
      this.exec('COMMIT')
    } catch (failure) {
      this.exec('ROLLBACK')
      throw failure
    }
    this.log.syncNow()
  }

  close(): void {
    if (!this.isOpen) return
    this.flush()
    this.isOpen = false
    this.log.close()
    this.emptyLog()
    this.statements.clear()
    this.database.close()
    this.lock.exec('ROLLBACK')
    this.lock.close()
  }

  private emptyLog(): void {
    try {
      this.database.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // A full disk: the log stays beside the database, and the next start reads it.
    }
  }

  private flush(): void {
    const batch = this.queue
    this.queue = []
    if (batch.length === 0) return
    const failures = batch.map(() => undefined as unknown)
    try {
      if (!this.isOpen) throw new Error('the database is closed')
      this.exec('BEGIN IMMEDIATE')
      const [alone, ...others] = batch
      if (alone && others.length === 0) alone.write()
      else for (const [index, pending] of batch.entries()) failures[index] = this.attempt(pending.write)
      this.exec('COMMIT')
    } catch (failure) {
      this.rollBack()
      failures.fill(isDiskFull(failure) ? diskFull() : failure)
    }
    this.log.afterSync((unsynced) => {
      for (const [index, pending] of batch.entries()) pending.settle(failures[index] ?? unsynced)
    })
  }

  private rollBack(): void {
    try {
      if (this.isOpen && this.database.inTransaction) this.exec('ROLLBACK')
    } catch {
      // SQLite has rolled back by itself; the writers are told of the failure that led here.
    }
  }

  /** A failing write takes back only itself. */
  private attempt(write: () => void): unknown {
    this.exec('SAVEPOINT one')
    try {
      write()
      this.exec('RELEASE one')
      return undefined
    } catch (failure) {
      if (isDiskFull(failure)) throw failure
      this.exec('ROLLBACK TO one')
      this.exec('RELEASE one')
      return failure
    }
  }

  private statement(sql: string): Database.Statement {
    const cached = this.statements.get(sql)
    if (cached) return cached
    if (this.statements.size >= CACHED_STATEMENTS) this.statements.clear()
    const statement = this.database.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

const diskFull = (): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', 'nothing was written: the disk of the data folder takes no more')

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null
