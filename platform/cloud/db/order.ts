/** MongoDB's order of values, as a comparison. */
import { Binary, ObjectId } from 'bson'
import { binaryKey } from './columns'
import { compareNumbers, isNumeric } from './numbers'
import { type Document, isDocument, type Value } from './values'

function rank(value: Value | undefined): number {
  if (value === null || value === undefined) return 0
  if (isNumeric(value)) return 1
  if (typeof value === 'string') return 2
  if (typeof value === 'boolean') return 8
  if (Array.isArray(value)) return 4
  if (value instanceof Date) return 9
  if (value instanceof ObjectId) return 7
  if (value instanceof RegExp) return 11
  return value instanceof Binary ? 5 : 3
}

export function compare(left: Value | undefined, right: Value | undefined): number {
  const byType = rank(left) - rank(right)
  if (byType !== 0 || left === right) return byType
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right)
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right)
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right)
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right)
  return compareOthers(left, right)
}

/** Nothing at all, here undefined, comes before null: no value, or an empty array's key. */
export const compareKeys = (left: Value | undefined, right: Value | undefined): number =>
  Number(left !== undefined) - Number(right !== undefined) || compare(left, right)

function compareOthers(left: Value | undefined, right: Value | undefined): number {
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (left instanceof ObjectId && right instanceof ObjectId)
    return Buffer.compare(Buffer.from(left.id), Buffer.from(right.id))
  if (left instanceof Binary && right instanceof Binary) return Buffer.compare(binaryKey(left), binaryKey(right))
  if (left instanceof RegExp && right instanceof RegExp) return compareText(String(left), String(right))
  return Number(left) - Number(right)
}

/** From here on UTF-16 units and UTF-8 bytes sort differently, and some family names live there. */
const BEYOND = /[\ud800-\uffff]/

function compareText(left: string, right: string): number {
  if (BEYOND.test(left) && BEYOND.test(right)) return Buffer.compare(Buffer.from(left), Buffer.from(right))
  return left < right ? -1 : left > right ? 1 : 0
}

function compareLists(left: Value[], right: Value[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compare(left[index], right[index])
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareDocuments(left: Document, right: Document): number {
  const [ours, theirs] = [Object.keys(left), Object.keys(right)]
  for (const [index, key] of ours.entries()) {
    const other = theirs[index]
    if (other === undefined) return 1
    const order = rank(left[key]) - rank(right[other]) || compareText(key, other) || compare(left[key], right[other])
    if (order !== 0) return order
  }
  return ours.length - theirs.length
}

export const isSameType = (left: Value, right: Value): boolean => rank(left) === rank(right)

export const same = (left: Value | undefined, right: Value | undefined): boolean =>
  left !== undefined && right !== undefined && compare(left, right) === 0
