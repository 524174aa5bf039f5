/** MongoDB's order of values as SQLite column values whose native order is that order. */
import { Binary, Decimal128, ObjectId } from 'bson'
import { approximate, isApproximate, isNumeric } from './numbers'
import { encode, isDocument, type Value } from './values'

export type Column = null | number | bigint | string | Buffer

/** Leading byte of the BLOB forms; numbers and text keep SQLite's own classes, which sort before every BLOB. */
const PREFIX = { empty: 1, object: 3, array: 4, binary: 5, objectId: 7, boolean: 8, date: 9, regexp: 11 } as const

/** What an array leaves in its column; its elements stand in the collection's element table. */
export const ARRAY_COLUMN = Buffer.from([PREFIX.array])

/** What an empty array leaves among the elements. */
const EMPTY_COLUMN = Buffer.from([PREFIX.empty])

/** In a unique index two arrays are not the same for being arrays; their elements are compared one by one. */
export const ownArrayColumn = (id: Value | undefined): Buffer =>
  Buffer.concat([ARRAY_COLUMN, Buffer.from(JSON.stringify([encode(id ?? null)]))])

export function columnOf(value: Value | undefined): Column {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'bigint') return value
  if (isNumeric(value)) return numberColumn(approximate(value))
  if (typeof value === 'boolean') return Buffer.from([PREFIX.boolean, value ? 1 : 0])
  if (value instanceof Date) return dateColumn(value)
  if (value instanceof ObjectId) return prefixed(PREFIX.objectId, Buffer.from(value.toHexString(), 'hex'))
  if (value instanceof RegExp) return prefixed(PREFIX.regexp, Buffer.from(String(value)))
  if (value instanceof Binary) return prefixed(PREFIX.binary, binaryKey(value))
  if (Array.isArray(value)) return ARRAY_COLUMN
  return prefixed(PREFIX.object, Buffer.from(encode(plainNumbers(value))))
}

const prefixed = (prefix: number, bytes: Buffer): Buffer => Buffer.concat([Buffer.from([prefix]), bytes])

const numberColumn = (number: number): number => (Number.isNaN(number) ? Number.NEGATIVE_INFINITY : number)

/** A key of an index: undefined is what an empty array leaves. */
export const keyColumn = (key: Value | undefined): Column => (key === undefined ? EMPTY_COLUMN : columnOf(key))

function dateColumn(date: Date): Buffer {
  const column = Buffer.alloc(9)
  column[0] = PREFIX.date
  column.writeBigUInt64BE(BigInt(date.getTime()) + 2n ** 63n, 1)
  return column
}

/** By length, then kind, then bytes. */
export function binaryKey(value: Binary): Buffer {
  const bytes = Buffer.from(value.value())
  const head = Buffer.alloc(5)
  head.writeUInt32BE(bytes.length)
  head[4] = value.sub_type
  return Buffer.concat([head, bytes])
}

/** Equal objects leave equal columns, whatever type their numbers have. */
function plainNumbers(value: Value): Value {
  if (value instanceof Decimal128) return approximate(value)
  if (Array.isArray(value)) return value.map(plainNumbers)
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainNumbers(one)]))
}

/** Values whose column only comes near: decimals, NaN, and objects, whose order is not that of their text. */
export const isRough = (value: Value | undefined): boolean =>
  isDocument(value) || (isNumeric(value) && typeof value !== 'bigint' && isApproximate(value))

/** SQL literals around every value of one type; a comparison never crosses them. */
export function typeBounds(value: Value): { low?: string; high?: string } | undefined {
  if (isNumeric(value)) return { high: "''" }
  if (typeof value === 'string') return { low: "''", high: "x''" }
  const prefix = prefixOf(value)
  if (prefix === undefined) return undefined
  const hex = (byte: number): string => `x'${byte.toString(16).padStart(2, '0')}'`
  return { low: hex(prefix), high: hex(prefix + 1) }
}

function prefixOf(value: Value): number | undefined {
  if (typeof value === 'boolean') return PREFIX.boolean
  if (value instanceof Date) return PREFIX.date
  if (value instanceof Binary) return PREFIX.binary
  return value instanceof ObjectId ? PREFIX.objectId : undefined
}
