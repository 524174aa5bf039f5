/** One deed of a button: busy while it is sent, its failure with a way on, never sent twice at once. */
import { useCallback, useRef, useState } from 'react'
import type { AppError } from '../../domain/kernel/errors'
import { toAppError } from './delivery'
import { newRequestId } from './random'

export type Deed = {
  readonly isBusy: boolean
  readonly error: AppError | undefined
  /** Answers whether it was done. The request id stays while the same deed (`what`) is tried again after a lost answer. */
  readonly run: (act: (requestId: string) => Promise<void>, what?: unknown) => Promise<boolean>
  readonly forget: () => void
}

/** Nobody knows whether it arrived: the next try must be the same deed. */
const mayHaveArrived = (error: AppError): boolean => error.code === 'UNREACHABLE' || error.code === 'INTERNAL'

export const useDeed = (): Deed => {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppError>()
  const underway = useRef(false)
  const unanswered = useRef<{ what: string; requestId: string }>()

  const run = useCallback(async (act: (requestId: string) => Promise<void>, given: unknown = '') => {
    if (underway.current) return false
    underway.current = true
    setBusy(true)
    setError(undefined)
    const what = JSON.stringify(given)
    const again = unanswered.current?.what === what ? unanswered.current.requestId : undefined
    const requestId = again ?? newRequestId()
    unanswered.current = undefined
    try {
      await act(requestId)
      return true
    } catch (failure) {
      const refused = toAppError(failure)
      if (mayHaveArrived(refused)) unanswered.current = { what, requestId }
      setError(refused)
      return false
    } finally {
      underway.current = false
      setBusy(false)
    }
  }, [])

  return { isBusy, error, run, forget: useCallback(() => setError(undefined), []) }
}
