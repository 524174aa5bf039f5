/** Keyed hashes to match by without reading, plain hashes to chain by, and sealing of whole documents by their schema's marks. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type * as v from 'valibot'
import { marksOf, type PersonalMark } from '../../domain/kernel/personal'
import { decrypt, encrypt } from './cipher'
import { keys } from './keys'

/** One keyed hash; `kind` keeps hashes of different things apart, so that a name never matches a number. */
export const keyOf = (kind: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keys().hash)
    .update([kind, ...parts].join('\u0000'))
    .digest('hex')
    .slice(0, 40)

export const personIdOf = (openid: string): string => keyOf('person', openid)

/** The `_id` of what this person made by this request: made twice, it is the same document. */
export const idFor = (personId: string, requestId: string, part = ''): string =>
  keyOf('made', personId, requestId, part)

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const randomText = (length: number, alphabet: string): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length] ?? '').join('')

/** JSON with sorted keys and no undefined: the same value is the same text whatever order it was built in. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
    .join(',')}}`
}

const marksBySchema = new WeakMap<v.GenericSchema, Record<string, PersonalMark>>()

export const marksIn = (schema: v.GenericSchema): Record<string, PersonalMark> => {
  const marks = marksBySchema.get(schema) ?? marksOf(schema)
  marksBySchema.set(schema, marks)
  return marks
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy of `value` with `change` applied to the string at each marked path. */
export const atMarks = <T>(
  marks: Record<string, PersonalMark>,
  value: T,
  change: (text: string, path: string) => unknown,
  path = '',
): T => {
  if (typeof value === 'string') return (marks[path] ? change(value, path) : value) as T
  if (Array.isArray(value)) return value.map((entry) => atMarks(marks, entry, change, `${path}[]`)) as T
  if (!isObject(value)) return value
  const below = Object.entries(value).map(([key, entry]) => [
    key,
    atMarks(marks, entry, change, path ? `${path}.${key}` : key),
  ])
  return Object.fromEntries(below) as T
}

/** Seals the marked leaves of a document, or of a part of it, under its `_id`. */
export const seal = <T>(schema: v.GenericSchema, id: string, value: T): T =>
  atMarks(marksIn(schema), value, (text, path) => encrypt(text, `${id}:${path}`))

export const open = <T extends { _id: string }>(schema: v.GenericSchema, doc: T): T =>
  atMarks(marksIn(schema), doc, (text, path) => decrypt(text, `${doc._id}:${path}`))

/** What is marked whole and is no text, hidden whole. */
const withoutWholes = <T>(marks: Record<string, PersonalMark>, value: T, path = ''): T => {
  if (marks[path] && typeof value !== 'string' && value !== undefined) return '…' as T
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withoutWholes(marks, entry, path ? `${path}.${key}` : key)]),
  ) as T
}

/** What everybody without the right to the whole value sees. */
export const mask = <T>(schema: v.GenericSchema, value: T): T => {
  const marks = marksIn(schema)
  return atMarks(marks, withoutWholes(marks, value), (text, path) => marks[path]?.mask(text) ?? '')
}
