/** Writes that wait for a signal: kept in the phone, sent once however often they are tried, refusals kept to be mended. */
import * as v from 'valibot'
import type { Ask } from '../../domain/kernel/client'
import { AppError, type ErrorCode, isErrorCode } from '../../domain/kernel/errors'
import { toAppError } from './delivery'
import { clearDraft } from './drafts'
import type { Storage } from './storage'

const KEY = 'outbox'
/** A server that fails again and again on one letter will not be cured by sending it again: the person is told. */
const MOST_FAILURES = 5

const Letter = v.object({
  /** The request id, so that every try is the same deed. */
  id: v.string(),
  name: v.string(),
  endpoint: v.string(),
  at: v.string(),
  draft: v.optional(v.string()),
  failures: v.number(),
  state: v.picklist(['waiting', 'delivered', 'refused']),
  /** Gone as soon as the letter is answered: a document number must not stay in the phone. */
  input: v.optional(v.unknown()),
  error: v.optional(v.object({ code: v.string(), fields: v.optional(v.record(v.string(), v.string())) })),
})
export type Letter = v.InferOutput<typeof Letter>
const Letters = v.array(Letter)

export type Posted = { readonly state: 'delivered'; readonly answer: unknown } | { readonly state: 'waiting' }
/** What the screen says of a letter: 已存在手机里 / 正在送 / 送到了, or the words of a refusal; one that waits for an update says so. */
export type LetterState = 'waiting' | 'sending' | 'delivered' | 'refused'
const REFUSED: LetterState = 'refused'
/** It arrived and was not taken: its words are to be mended. */
export const isRefused = ({ state }: { readonly state: string }): boolean => state === REFUSED
export type LetterShown = Omit<Letter, 'state' | 'input' | 'error'> & { state: LetterState; error?: AppError }

export type Outbox = ReturnType<typeof createOutbox>
type Parts = {
  storage: Storage
  ask: Ask
  now: () => Date
  /** Told what a letter held once it has arrived, and never before. */
  arrived?: (input: unknown) => void
}

/** An old release keeps its letters: the one that replaces it sends them. */
const mayComeLater = (code: ErrorCode): boolean =>
  code === 'UNREACHABLE' || code === 'INTERNAL' || code === 'UPGRADE_REQUIRED'

const kept = ({ code, detail: { fields } }: AppError): Letter['error'] => ({
  code,
  ...(fields ? { fields: { ...fields } } : {}),
})

const errorOf = ({ error }: Letter): AppError | undefined =>
  error && isErrorCode(error.code) ? new AppError(error.code, error.fields ? { fields: error.fields } : {}) : undefined

export const createOutbox = ({ storage, ask, now, arrived }: Parts) => {
  const listeners = new Set<() => void>()
  const underway = new Map<string, Promise<Posted>>()
  let flushing: Promise<void> | undefined

  const read = (): Letter[] => {
    const parsed = v.safeParse(Letters, storage.read(KEY))
    return parsed.success ? parsed.output : []
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const write = (letters: readonly Letter[]) => {
    storage.write(KEY, letters)
    tell()
  }
  const change = (id: string, next: Partial<Letter>) =>
    write(read().map((letter) => (letter.id === id ? { ...letter, ...next } : letter)))

  const refused = (letter: Letter, error: AppError): Posted => {
    const failures = letter.failures + (error.code === 'INTERNAL' ? 1 : 0)
    if (mayComeLater(error.code) && failures < MOST_FAILURES) {
      change(letter.id, { failures, error: error.code === 'UPGRADE_REQUIRED' ? kept(error) : undefined })
      return { state: 'waiting' }
    }
    change(letter.id, { state: 'refused', input: undefined, error: kept(error) })
    throw error
  }

  const attempt = async (letter: Letter): Promise<Posted> => {
    try {
      const answer = await ask(letter.name, letter.endpoint, letter.input)
      if (letter.draft) clearDraft(storage, letter.draft)
      change(letter.id, { state: 'delivered', input: undefined, error: undefined })
      arrived?.(letter.input)
      return { state: 'delivered', answer }
    } catch (failure) {
      return refused(letter, toAppError(failure))
    }
  }

  /** A letter underway is joined, never sent beside itself. */
  const bring = (letter: Letter): Promise<Posted> => {
    const already = underway.get(letter.id)
    if (already) return already
    const run = attempt(letter).finally(() => {
      underway.delete(letter.id)
      tell()
    })
    underway.set(letter.id, run)
    tell()
    return run
  }

  const sendAll = async () => {
    for (const letter of read()) {
      if (letter.state === 'waiting') await bring(letter).catch(() => undefined)
    }
  }

  return {
    /** Kept first, then tried: closing the app in between loses nothing. Throws the refusal of a letter that arrived. */
    post: (name: string, endpoint: string, input: { requestId: string }, draft?: string): Promise<Posted> => {
      const { requestId: id } = input
      const letter: Letter = { id, name, endpoint, at: now().toISOString(), failures: 0, state: 'waiting', input }
      const kept = draft ? { ...letter, draft } : letter
      write([...read().filter((other) => other.id !== id), kept])
      return bring(kept)
    },
    /** Sends what waits, oldest first. */
    flush: (): Promise<void> => {
      flushing ??= sendAll().finally(() => {
        flushing = undefined
      })
      return flushing
    },
    letters: (name?: string, endpoint?: string): LetterShown[] =>
      read()
        .filter((letter) => (!name || letter.name === name) && (!endpoint || letter.endpoint === endpoint))
        .map((letter) => {
          const { input: _, error: __, state, ...rest } = letter
          const error = errorOf(letter)
          return { ...rest, state: underway.has(letter.id) ? 'sending' : state, ...(error ? { error } : {}) }
        }),
    forget: (id: string) => write(read().filter((letter) => letter.id !== id)),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
