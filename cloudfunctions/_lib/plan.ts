/** What may be asked of a document and what may be changed in it, and the SDK's traps that need no SDK to be seen. */
import type { Command } from '../../types/cloud'
import type { CollectionName, DocOf } from './collections'

export type Filter = Readonly<Record<string, unknown>>
export type Change<N extends CollectionName> = {
  readonly set?: Partial<Omit<DocOf<N>, '_id' | 'events'>>
  readonly unset?: readonly (keyof DocOf<N> & string)[]
  readonly inc?: Partial<Record<keyof DocOf<N> & string, number>>
  readonly least?: Partial<Record<keyof DocOf<N> & string, string>>
} & Pick<Plan, 'push' | 'pull'>
/** A change whose fields the compiler cannot follow through a machine's generics. */
export type Plan = {
  readonly set?: Readonly<Record<string, unknown>>
  readonly unset?: readonly string[]
  readonly inc?: Readonly<Record<string, number>>
  /** Set where it is less than what stands there, or where nothing does. */
  readonly least?: Readonly<Record<string, string>>
  readonly push?: Readonly<Record<string, unknown>>
  /** Takes every element that matches out of a list. */
  readonly pull?: Readonly<Record<string, object>>
}

export type Find<N extends CollectionName> = {
  readonly order?: readonly (readonly [keyof DocOf<N> & string, 'asc' | 'desc'])[]
  /** At most 200: the SDK's own silent clamps never come into play. */
  readonly limit: number
  /** The history stays behind unless it is asked for. */
  readonly withEvents?: boolean
  /** What is long and not needed. */
  readonly without?: readonly (keyof DocOf<N> & string)[]
}

/** What a transaction may do: single documents by id, which it reads before it writes (the real cloud has no `where` inside). */
export type Within = {
  get<N extends CollectionName>(name: N, id: string): Promise<DocOf<N> | undefined>
  /** Changes what `get` read in this transaction: no guard is needed, whoever writes it in between makes this one begin again. */
  apply(name: CollectionName, id: string, plan: Plan): Promise<Readonly<Record<string, unknown>>>
  /** False when the `_id` or a unique index is taken. The real database has ended the transaction then: whoever hears it throws. */
  insert<N extends CollectionName>(name: N, doc: DocOf<N>): Promise<boolean>
}

/** The SDK drops `undefined` and sends a wider query: a guard would vanish, an owner filter leak. */
export const refuseUndefined = (value: unknown, path: string): void => {
  if (value === undefined) throw new Error(`undefined in a filter at ${path}`)
  const isPlain =
    Array.isArray(value) ||
    (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
  if (isPlain) for (const [key, entry] of Object.entries(value)) refuseUndefined(entry, `${path}.${key}`)
}

/** A duplicate key has no number of its own: E11000 in the message tells it (PLATFORM.md §1). */
export const isDuplicate = (error: unknown): boolean => error instanceof Error && error.message.includes('E11000')

export const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T

/** A change as the SDK takes it. An object in an update would merge: everything that is one is set whole. */
export const updateFrom = (
  command: Command,
  values: object,
  { unset = [], inc = {}, least = {}, push = {}, pull = {} }: Plan,
): object => {
  const whole = (value: unknown) => (typeof value === 'object' && value !== null ? command.set(value) : value)
  return Object.fromEntries([
    ...Object.entries(values).map(([key, value]) => [key, whole(value)]),
    ...unset.map((key) => [key, command.remove()]),
    ...Object.entries(inc).map(([key, by]) => [key, command.inc(by)]),
    ...Object.entries(least).map(([key, value]) => [key, command.min(value)]),
    ...Object.entries(push).map(([key, rows]) => [key, command.push([rows].flat())]),
    ...Object.entries(pull).map(([key, match]) => [key, command.pull(match)]),
  ])
}
