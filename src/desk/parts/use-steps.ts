/** A long deed in steps, one call after another until it is done; where the line breaks it goes on with the very same step. */
import { useRef, useState } from 'react'
import { useDeed } from '../../cloud/deed'

/** How far it is, and what the last call answered. */
export type Far<T> = { readonly answer: T; readonly done: number; readonly of: number; readonly isOver: boolean }
export type Step<T> = (requestId: string, before: Far<T> | undefined) => Promise<Far<T>>

export const useSteps = <T>() => {
  const deed = useDeed()
  const last = useRef<Far<T>>()
  const [far, setFar] = useState<Far<T>>()

  /** Answers the last step once all are done; nothing where one failed: `run` again goes on from there. */
  const run = async (step: Step<T>): Promise<Far<T> | undefined> => {
    while (!last.current?.isOver) {
      const before = last.current
      const isDone = await deed.run(async (requestId) => {
        last.current = await step(requestId, before)
      }, before?.done ?? 'first')
      if (!isDone) return undefined
      setFar(last.current)
    }
    return last.current
  }
  return { far, isBusy: deed.isBusy, error: deed.error, run }
}
