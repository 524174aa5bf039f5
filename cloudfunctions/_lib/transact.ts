/** Several documents or none: a transaction that begins again, a little later each time, while other writes come first. */
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../../domain/kernel/errors'
import type { Transaction } from '../../types/cloud'
import { type CollectionName, type DocOf, sealedFor, tryOnce, updateOf } from './cloud'
import { isDuplicate, refuseUndefined, type Within } from './plan'

export type { Within } from './plan'

const withinOf = (transaction: Transaction): Within & { isOver(): boolean } => {
  const read = new Set<string>()
  let isOver = false
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other, however many are asked at once: the real database cannot do two of one transaction side by side. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act)
    last = mine
    return mine
  }
  const docAt = (name: CollectionName, id: string) => transaction.collection(name).doc(id)
  return {
    isOver: () => isOver,
    get: async <N extends CollectionName>(name: N, id: string) => {
      refuseUndefined(id, name)
      const { data } = await inTurn(() => docAt(name, id).get())
      if (data) read.add(`${name}/${id}`)
      return (data ?? undefined) as DocOf<N> | undefined
    },
    apply: async (name, id, plan) => {
      if (!read.has(`${name}/${id}`)) throw new Error(`${name} is changed in a transaction that has not read it`)
      const { values, data } = updateOf(name, id, plan)
      const { stats } = await inTurn(() => docAt(name, id).update({ data }))
      if (stats.updated !== 1) throw new Error(`a transaction changed nothing of ${name}`)
      return values
    },
    insert: async (name, doc) => {
      const data = sealedFor(name, doc)
      try {
        await inTurn(() => transaction.collection(name).add({ data }))
      } catch (error) {
        isOver = isDuplicate(error)
        if (!isOver) throw error
      }
      return !isOver
    },
  }
}

/** All of it or nothing, once. */
export const tryTransaction = <T>(work: (within: Within) => Promise<T>): Promise<T> =>
  tryOnce(async (transaction) => {
    const { isOver, ...within } = withinOf(transaction)
    const result = await work(within)
    if (isOver()) throw new Error('a transaction went on after what it would insert was taken')
    return result
  })

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
