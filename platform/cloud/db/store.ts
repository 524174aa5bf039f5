/** The SQLite file: opened by one process only, every write synced before it is acknowledged, writes of one tick as one commit. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { messageOf, StartError } from '../errors'
import type { Column } from './order'

export type Row = Record<string, unknown>

interface Pending {
  write: () => void
  settle: (failure: unknown) => void
}

const CACHED_STATEMENTS = 500

export class Store {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Database.Statement>()
  private queue: Pending[] = []
  private isOpen = true

  constructor(folder: string) {
    this.database = open(folder)
  }

  /** Parameters always travel as one array: libsql takes a lone Buffer for named parameters and dies. */
  all(sql: string, parameters: Column[] = []): Row[] {
    return this.statement(sql).all(parameters).filter(isRow)
  }

  get(sql: string, parameters: Column[] = []): Row | undefined {
    const row: unknown = this.statement(sql).get(parameters)
    return isRow(row) ? row : undefined
  }

  *iterate(sql: string, parameters: Column[] = []): Generator<Row> {
    for (const row of this.statement(sql).iterate(parameters)) if (isRow(row)) yield row
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
    this.statements.clear()
    this.database.close()
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
      if (this.isOpen && this.database.inTransaction) this.exec('ROLLBACK')
      failures.fill(failure)
    }
    for (const [index, pending] of batch.entries()) pending.settle(failures[index])
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

function open(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const database = new Database(join(folder, 'cloud.db'))
    // The exclusive lock is what refuses a second process; it goes with the process, however that ends.
    database.pragma('locking_mode=EXCLUSIVE')
    database.pragma('journal_mode=WAL')
    database.pragma('synchronous=FULL')
    database.pragma('cache_size=-65536')
    database.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, number INTEGER, layout TEXT) STRICT')
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (failure) {
    throw new StartError(`The data folder ${folder} cannot be used: ${explain(messageOf(failure))}`)
  }
}

const explain = (message: string): string =>
  /locked|busy/i.test(message)
    ? 'another nuanhu cloud is running on it; stop that one or choose another --data.'
    : `${message}.`
