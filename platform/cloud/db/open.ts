/** Opens a data folder: for one process only, with a database that is whole, and every write on the disk before it is acknowledged. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { CloudError, messageOf, StartError } from '../errors'
import { LogSync } from './log-sync'

/**
 * An open exclusive transaction on a file of its own refuses a second process and goes with this one, however it ends.
 * Not an exclusive lock on the database itself: statements keep a closed libsql connection, and its lock, alive.
 */
export function lockFolder(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = new Database(join(folder, 'lock.db'))
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (failure) {
    throw startFailure(folder, failure)
  }
}

/** `wasUsed` when the folder holds what only a finished first start leaves: an empty database is then a lost one. */
export function openDatabase(folder: string, file: string, wasUsed: boolean): Database.Database {
  if (wasUsed && (!existsSync(file) || statSync(file).size === 0))
    throw unusable(folder, 'its database is gone; put a copy of the folder back or choose another --data')
  try {
    const database = new Database(file)
    database.pragma('journal_mode=WAL')
    /** SQLite syncs the log when it moves it into the database; what is in the log, LogSync does. */
    database.pragma('synchronous=NORMAL')
    database.pragma('cache_size=-65536')
    database.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY, number INTEGER, layout TEXT) STRICT')
    database.exec('BEGIN IMMEDIATE; COMMIT')
    return database
  } catch (failure) {
    throw startFailure(folder, failure)
  }
}

export function openLog(folder: string, file: string): LogSync {
  try {
    return new LogSync(file)
  } catch (failure) {
    throw startFailure(folder, failure)
  }
}

const WHY: [code: RegExp, why: string][] = [
  [/BUSY|LOCKED/, 'another cloud is running on it; stop that one or choose another --data'],
  [/CORRUPT|NOTADB/, 'its database is damaged; put a copy of the folder back or choose another --data'],
  [/READONLY|CANTOPEN|EACCES|EPERM|EROFS/, 'it cannot be written; give yourself the right or choose another --data'],
  [/FULL|IOERR|ENOSPC|EFBIG|EDQUOT/, 'its disk takes no more; make room or choose another --data'],
]

const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : messageOf(failure)

export const isDiskFull = (failure: unknown): boolean => /FULL|IOERR|ENOSPC|EFBIG|EDQUOT/.test(codeOf(failure))

/** What keeps a folder from being used, told to the person at the keyboard. */
export function startFailure(folder: string, failure: unknown): Error {
  if (failure instanceof StartError || failure instanceof CloudError) return failure
  const [, why] = WHY.find(([code]) => code.test(codeOf(failure))) ?? []
  return unusable(folder, why ?? messageOf(failure))
}

const unusable = (folder: string, why: string): StartError =>
  new StartError(`The data folder ${folder} cannot be used: ${why}.`)
