/** A phone's storage as four verbs, so that drafts and the outbox can be tried without a phone. */

export type Storage = {
  read(key: string): unknown
  write(key: string, value: unknown): void
  remove(key: string): void
  keys(): readonly string[]
}
