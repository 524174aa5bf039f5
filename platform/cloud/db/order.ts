/** MongoDB's order of values, twice: as SQLite column values whose native order is that order, and as a comparison. */
import { ObjectId } from 'bson'
import { encode, isDocument, type Value } from './values'

export type Column = null | number | bigint | string | Buffer

/** Leading byte of the BLOB forms; numbers and text keep SQLite's own classes, which sort before every BLOB. */
const PREFIX = { object: 3, array: 4, objectId: 7, boolean: 8, date: 9, regexp: 11 } as const

/** What an array leaves in its column; its elements stand in the collection's element table. */
export const ARRAY_COLUMN = Buffer.from([PREFIX.array])

export function columnOf(value: Value | undefined): Column {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value
  if (typeof value === 'string' || typeof value === 'bigint') return value
  if (typeof value === 'boolean') return Buffer.from([PREFIX.boolean, value ? 1 : 0])
  if (value instanceof Date) return dateColumn(value)
  if (value instanceof ObjectId)
    return Buffer.concat([Buffer.from([PREFIX.objectId]), Buffer.from(value.toHexString(), 'hex')])
  if (value instanceof RegExp) return Buffer.concat([Buffer.from([PREFIX.regexp]), Buffer.from(String(value))])
  if (Array.isArray(value)) return ARRAY_COLUMN
  return Buffer.concat([Buffer.from([PREFIX.object]), Buffer.from(encode(value))])
}

function dateColumn(date: Date): Buffer {
  const column = Buffer.alloc(9)
  column[0] = PREFIX.date
  column.writeBigUInt64BE(BigInt(date.getTime()) + 2n ** 63n, 1)
  return column
}

/** SQL literals around every value of one type; a comparison never crosses them. */
export function typeBounds(value: Value): { low?: string; high?: string } | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return { high: "''" }
  if (typeof value === 'string') return { low: "''", high: "x''" }
  const prefix =
    typeof value === 'boolean'
      ? PREFIX.boolean
      : value instanceof Date
        ? PREFIX.date
        : value instanceof ObjectId
          ? PREFIX.objectId
          : undefined
  if (prefix === undefined) return undefined
  const hex = (byte: number): string => `x'${byte.toString(16).padStart(2, '0')}'`
  return { low: hex(prefix), high: hex(prefix + 1) }
}

function rank(value: Value | undefined): number {
  if (value === null || value === undefined) return 0
  if (typeof value === 'number' || typeof value === 'bigint') return 1
  if (typeof value === 'string') return 2
  if (typeof value === 'boolean') return PREFIX.boolean
  if (value instanceof Date) return PREFIX.date
  if (value instanceof ObjectId) return PREFIX.objectId
  if (value instanceof RegExp) return PREFIX.regexp
  return Array.isArray(value) ? PREFIX.array : PREFIX.object
}

export function compare(left: Value | undefined, right: Value | undefined): number {
  const byType = rank(left) - rank(right)
  if (byType !== 0) return byType
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right)
  if (isDocument(left) && isDocument(right)) return compareDocuments(Object.entries(left), Object.entries(right))
  return compareColumns(columnOf(left), columnOf(right))
}

function compareColumns(left: Column, right: Column): number {
  if (left === null || right === null) return 0
  // UTF-8 bytes, not UTF-16 units: they differ above the basic plane, where some family names live.
  const a = typeof left === 'string' ? Buffer.from(left) : left
  const b = typeof right === 'string' ? Buffer.from(right) : right
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

function compareLists(left: Value[], right: Value[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compare(left[index], right[index])
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareDocuments(left: [string, Value][], right: [string, Value][]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [leftKey, leftValue] = left[index] ?? ['', null]
    const [rightKey, rightValue] = right[index] ?? ['', null]
    const order =
      rank(leftValue) - rank(rightValue) || compareColumns(leftKey, rightKey) || compare(leftValue, rightValue)
    if (order !== 0) return order
  }
  return left.length - right.length
}

export const isSameType = (left: Value, right: Value): boolean => rank(left) === rank(right)

export const same = (left: Value | undefined, right: Value | undefined): boolean =>
  left !== undefined && right !== undefined && compare(left, right) === 0
