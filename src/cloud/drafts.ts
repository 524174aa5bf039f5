/** Keeps each answer of a form in the phone as it is given, so that nothing is lost when the app is closed. */
import type { Storage } from './storage'

/** A form's answers, all as text: what a field or a choice holds. */
export type Answers = Readonly<Record<string, string>>

export type Draft<A extends Answers> = {
  readonly name: string
  read(): A
  keep(answers: Partial<A>): A
  clear(): void
}

const keyOf = (name: string): string => `draft:${name}`

export const clearDraft = (storage: Storage, name: string): void => storage.remove(keyOf(name))

const isText = (value: unknown): value is string => typeof value === 'string'

/** Only keys the form still has come back, so a draft from an older version of the app cannot break it. */
const restored = <A extends Answers>(stored: unknown, empty: A): A => {
  const kept = typeof stored === 'object' && stored !== null ? Object.entries(stored) : []
  return { ...empty, ...Object.fromEntries(kept.filter(([key, value]) => Object.hasOwn(empty, key) && isText(value))) }
}

export const draftIn = <A extends Answers>(storage: Storage, name: string, empty: A): Draft<A> => {
  const read = () => restored(storage.read(keyOf(name)), empty)
  return {
    name,
    read,
    keep: (answers) => {
      const next = { ...read(), ...answers }
      storage.write(keyOf(name), next)
      return next
    },
    clear: () => clearDraft(storage, name),
  }
}
