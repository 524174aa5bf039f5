/** One write of a page through the outbox: its state is read from the letter, so it is right after a restart too. */
import { useEffect, useRef, useState } from 'react'
import type { Api, Endpoints } from '../../domain/kernel/api'
import type { SentTo } from '../../domain/kernel/client'
import type { AppError } from '../../domain/kernel/errors'
import { outbox, post, useLetters } from './letters'
import type { LetterState } from './outbox'

type Sendable<E extends Endpoints, K extends keyof E & string> = SentTo<E[K]> & { requestId: string }

export type LetterInHand<I> = {
  readonly state: LetterState | 'none'
  readonly error: AppError | undefined
  readonly send: (input: I) => void
  readonly forget: () => void
}

/**
 * `resumes`: the page takes up the last letter of this draft, as a registration does after a restart. `onDelivered`
 * runs once, whenever it arrives while the page is open.
 */
export const useLetter = <E extends Endpoints, K extends keyof E & string>(
  api: Api<E>,
  endpoint: K,
  onDelivered: () => void,
  { draft, resumes = false }: { draft?: string; resumes?: boolean } = {},
): LetterInHand<Sendable<E, K>> => {
  const letters = useLetters(api.name, endpoint)
  const [id, setId] = useState(() => (resumes ? letters.filter((one) => one.draft === draft).pop()?.id : undefined))
  const letter = letters.find((one) => one.id === id)
  const arrive = useRef(onDelivered)
  arrive.current = onDelivered

  useEffect(() => {
    if (letter?.state !== 'delivered') return
    outbox.forget(letter.id)
    arrive.current()
  }, [letter?.state, letter?.id])

  const forget = () => {
    if (id) outbox.forget(id)
    setId(undefined)
  }
  const send = (input: Sendable<E, K>) => {
    if (id) outbox.forget(id)
    setId(input.requestId)
    post(api, endpoint, input, draft).catch(() => undefined)
  }
  return { state: letter?.state ?? 'none', error: letter?.error, send, forget }
}
