/** What an expression comes to: a value, or nothing at all. Says its type, its truth, its place in order, its key and its size. */
import { Binary, Decimal128, ObjectId } from 'bson'
import { fail } from '../../errors'
import { approximate, isInt64, isNumeric, writtenOf } from '../numbers'
import { compare } from '../order'
import { encode, isDocument, type Value } from '../values'

/** Undefined where there is nothing, not even null. */
export type Result = Value | undefined

export const isNothing = (value: Result): value is null | undefined => value === null || value === undefined

/** Zero, false, null and nothing are false; all else is true, even ''. */
export const isTrue = (value: Result): boolean =>
  !isNothing(value) && value !== false && !(isNumeric(value) && approximate(value) === 0)

const INT32 = 2 ** 31

/** The name `$type` answers. A whole number has no other type here than its size gives it. */
export function typeName(value: Result): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (value instanceof Decimal128) return 'decimal'
  if (isNumeric(value)) {
    if (!isInt64(value)) return 'double'
    return value >= -INT32 && value < INT32 ? 'int' : 'long'
  }
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof RegExp) return 'regex'
  return value instanceof Binary ? 'binData' : 'object'
}

/** Equal values, and only they, have the same key; nothing counts as null. */
export function keyOf(value: Result): string {
  if (value === undefined) return keyOf(null)
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`
  if (isDocument(value))
    return `{${Object.entries(value)
      .map(([key, one]) => JSON.stringify(key) + keyOf(one))
      .join()}}`
  return isNumeric(value) ? numberKey(value) : encode(value)
}

function numberKey(value: number | bigint | Decimal128): string {
  if (!(value instanceof Decimal128)) return `#${value}`
  const near = approximate(value)
  return Number.isNaN(near) || compare(value, near) === 0 ? `#${near}` : `#${normalDecimal(value)}`
}

/** `1.20` and `12E-1` say the same. */
function normalDecimal(value: Decimal128): string {
  const { digits, exponent } = writtenOf(value)
  const text = String(digits)
  const kept = text.replace(/0+$/, '')
  return `${kept}E${exponent + text.length - kept.length}`
}

/** The most one document may hold, and so any one list or text on the way to it. */
export const MAX_BYTES = 16 * 1024 * 1024
const MAX_ITEMS = MAX_BYTES / 4

/** Roughly the bytes a value takes; counts no further than a document may grow. */
export function sizeOf(value: Result, limit = MAX_BYTES): number {
  if (typeof value === 'string') return value.length + 5
  if (Array.isArray(value)) return sumOfSizes(value, limit)
  if (isDocument(value)) return sumOfSizes(Object.values(value), limit) + Object.keys(value).join().length
  return 9
}

function sumOfSizes(values: Value[], limit: number): number {
  let size = 5
  for (const value of values) {
    size += 2 + sizeOf(value, limit - size)
    if (size > limit) break
  }
  return size
}

export function ensureItems(count: number): void {
  if (count > MAX_ITEMS) throw fail(`a list of ${count} items is larger than the 16 MB of one document`)
}

export function ensureText(text: string): string {
  if (text.length > MAX_BYTES) throw fail('a string is larger than the 16 MB of one document')
  return text
}
