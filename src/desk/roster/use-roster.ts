/** The roster of one question: its first page asked when it is opened, longer page by page, kept on the shelf. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { AppError } from '../../../domain/kernel/errors'
import { toAppError } from '../../cloud/delivery'
import { askMore, askRoster, type Question, shelfNow, watchShelf } from './shelf'

const isSame = (a: Question, b: Question): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Rows of the same question left on the shelf are shown while newer ones are on their way. */
export const useRoster = (question: Question) => {
  const shelf = useSyncExternalStore(watchShelf, shelfNow)
  const [error, setError] = useState<AppError>()
  const [isBusy, setBusy] = useState(false)

  const run = useCallback(async (ask: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    try {
      await ask()
    } catch (failure) {
      setError(toAppError(failure))
    } finally {
      setBusy(false)
    }
  }, [])
  const reload = useCallback(() => void run(() => askRoster(question)), [question, run])
  useEffect(reload, [reload])

  const here = shelf && isSame(shelf.question, question) ? shelf : undefined
  return {
    rows: here?.rows,
    hasMore: here?.next !== undefined,
    error,
    isBusy,
    reload,
    more: () => void run(askMore),
  }
}
