/** Several documents or none: a transaction that begins again, a little later each time, while other writes come first. */
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../domain/kernel/errors'
import { tryTransaction, type Within } from './cloud'

export type { Within } from './cloud'

const MOST_TRIES = 16
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 640

/** A commit that lost arrives under its name, a write inside that lost under this number alone (PLATFORM.md §1). */
const COMMIT_LOST = 'DATABASE_TRANSACTION_CONFLICT'
const WRITE_LOST = -501001

const isConflict = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null || error instanceof AppError) return false
  return ('code' in error && error.code === COMMIT_LOST) || ('errCode' in error && error.errCode === WRITE_LOST)
}

/** By chance, so that those who met once do not meet again. */
const pauseAfter = (tries: number): number =>
  Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS)

/**
 * All of it or nothing. `work` does nothing but database work, since it may run many times; what it throws takes
 * everything back and comes out as it is. Throws CONFLICT where others came first again and again.
 */
export const transact = async <T>(work: (within: Within) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1)
    try {
      return await tryTransaction(work)
    } catch (error) {
      if (!isConflict(error)) throw error
      if (tries === MOST_TRIES) throw new AppError('CONFLICT', { reason: `a transaction lost ${tries} times` })
      await pause(pauseAfter(tries))
    }
}
