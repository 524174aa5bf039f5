/** The phone's one outbox: what pages post through it and how they watch it. */
import { useEffect, useState } from 'react'
import type { Api, Endpoints } from '../../domain/kernel/api'
import type { SentTo } from '../../domain/kernel/client'
import { carriedIn, carrying } from './carried'
import { deliver } from './client'
import { createOutbox, type LetterShown, type Posted } from './outbox'
import { phoneStorage } from './phone-storage'
import { isOnline, onReturn, onSignalChange } from './signal'
import { dropPicture, uploadKept } from './upload'

export const outbox = createOutbox({
  storage: phoneStorage,
  ask: carrying(deliver, uploadKept),
  now: () => new Date(),
  arrived: (input) => {
    for (const path of carriedIn(input)) dropPicture(path)
  },
})

/** Kept in the phone first, then sent; `draft` is cleared once the letter has arrived. */
export const post = <E extends Endpoints, K extends keyof E & string>(
  api: Api<E>,
  endpoint: K,
  input: SentTo<E[K]> & { requestId: string },
  draft?: string,
): Promise<Posted> => outbox.post(api.name, endpoint, input, draft)

/** Called once by the app: what waits is sent at the start, when the app is shown and when the signal is back. */
export const keepSending = (): void => {
  const flush = () => {
    if (isOnline()) void outbox.flush()
  }
  flush()
  onReturn(flush)
  onSignalChange(flush)
}

export const useLetters = (name: string, endpoint?: string): readonly LetterShown[] => {
  const [letters, setLetters] = useState(() => outbox.letters(name, endpoint))
  useEffect(() => outbox.subscribe(() => setLetters(outbox.letters(name, endpoint))), [name, endpoint])
  return letters
}

export const useOnline = (): boolean => {
  const [online, setOnline] = useState(isOnline)
  useEffect(() => onSignalChange(() => setOnline(isOnline())), [])
  return online
}
