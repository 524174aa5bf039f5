/** Reads a dotted path the way MongoDB does: through arrays, element by element. */
import { type Document, isDocument, type Value } from './values'

/** What stands at a path's ends, an array there being one value; undefined where it is missing. */
export function leavesOf(value: Value | undefined, path: string): (Value | undefined)[] {
  const found: (Value | undefined)[] = []
  collectLeaves(value, path.split('.'), 0, found)
  return found
}

export const isPosition = (key: string): boolean => /^(0|[1-9]\d*)$/.test(key)

function collectLeaves(value: Value | undefined, keys: string[], at: number, found: (Value | undefined)[]): void {
  const key = keys[at]
  if (key === undefined) {
    found.push(value)
  } else if (Array.isArray(value)) {
    if (isPosition(key) && Number(key) < value.length) collectLeaves(value[Number(key)], keys, at + 1, found)
    for (const item of value) if (isDocument(item)) collectLeaves(item, keys, at, found)
  } else if (isDocument(value) && Object.hasOwn(value, key)) {
    collectLeaves(value[key], keys, at + 1, found)
  } else found.push(undefined)
}

export interface Keys {
  /** What is missing is null; an empty array leaves undefined, which comes before null. */
  values: (Value | undefined)[]
  /** True when an array stood on the way or at the end. */
  isMulti: boolean
}

/** The ends of a path as indexes and sorts see them: an array there counts once for each element. */
export function keysOf(document: Document, path: string): Keys {
  const found: Keys = { values: [], isMulti: false }
  collectKeys(document, path.split('.'), 0, found)
  return found
}

function collectKeys(value: Value | undefined, keys: string[], at: number, found: Keys): void {
  const key = keys[at]
  if (Array.isArray(value)) found.isMulti = true
  if (key === undefined) {
    if (!Array.isArray(value)) found.values.push(value ?? null)
    else if (value.length === 0) found.values.push(undefined)
    else found.values.push(...value)
  } else if (Array.isArray(value)) {
    collectItemKeys(value, keys, at, found)
  } else if (isDocument(value) && Object.hasOwn(value, key)) {
    collectKeys(value[key], keys, at + 1, found)
  } else found.values.push(null)
}

function collectItemKeys(list: Value[], keys: string[], at: number, found: Keys): void {
  const key = keys[at] ?? ''
  const isIndexed = isPosition(key) && Number(key) < list.length
  if (isIndexed) collectKeys(list[Number(key)], keys, at + 1, found)
  for (const item of list) {
    if (isDocument(item) && (!isIndexed || Object.hasOwn(item, key))) collectKeys(item, keys, at, found)
    else if (!isIndexed) found.values.push(null)
  }
  if (list.length === 0) found.values.push(null)
}
