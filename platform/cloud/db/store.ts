/** The SQLite file: opened by one process only, every write synced before it is acknowledged, writes of one tick as one commit. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { messageOf, StartError } from '../errors'
import type { Column } from './columns'

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
  private readonly statements = new Map<string, Database.Statement>()
  private queue: Pending[] = []
  private isOpen = true

  private readonly file: string

  constructor(folder: string) {
    this.file = join(folder, 'cloud.db')
    this.lock = lockFolder(folder)
    this.database = openDatabase(folder, this.file)
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
  }

  close(): void {
    if (!this.isOpen) return
    this.flush()
    this.isOpen = false
    this.database.pragma('wal_checkpoint(TRUNCATE)')
    this.statements.clear()
    this.database.close()
    this.lock.exec('ROLLBACK')
    this.lock.close()
  }

  private flush(): void {
    const batch = this.queue
    this.queue = []
    if (batch.length === 0) return
    const failures = batch.map(() => undefined as unknown)
    try {
      if (!this.isOpen) throw new Error('the database is closed')
      this.exec('BEGIN IMMEDIATE')
      for (const [index, pending] of batch.entries()) failures[index] = this.attempt(pending.write)
      this.exec('COMMIT')
    } catch (failure) {
      this.rollBack()
      failures.fill(failure)
    }
    for (const [index, pending] of batch.entries()) pending.settle(failures[index])
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

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null

/**
 * An open exclusive transaction on a file of its own refuses a second process and goes with this one, however it ends.
 * Not an exclusive lock on the database itself: statements keep a closed libsql connection, and its lock, alive.
 */
function lockFolder(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = new Database(join(folder, 'lock.db'))
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (failure) {
    const message = messageOf(failure)
    const isTaken = /locked|busy/i.test(message)
    throw unusable(folder, isTaken ? 'another cloud is running on it; stop that one or choose another --data' : message)
  }
}

function openDatabase(folder: string, file: string): Database.Database {
  try {
    const database = new Database(file)
    database.pragma('journal_mode=WAL')
    database.pragma('synchronous=FULL')
    database.pragma('cache_size=-65536')
    database.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, number INTEGER, layout TEXT) STRICT')
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (failure) {
    throw unusable(folder, messageOf(failure))
  }
}

const unusable = (folder: string, why: string): StartError =>
  new StartError(`The data folder ${folder} cannot be used: ${why}.`)
