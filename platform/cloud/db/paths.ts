/** Reads a dotted path the way MongoDB's indexes and sorts do: through arrays, element by element. */
import { type Document, isDocument, type Value } from './values'

export interface PathValues {
  values: (Value | undefined)[]
  /** True when an array stood on the way: the field then counts once for each element. */
  isMulti: boolean
}

export function readPath(document: Document, path: string): PathValues {
  const found: PathValues = { values: [], isMulti: false }
  collect(document, path.split('.'), 0, found)
  return found
}

function collect(value: Value | undefined, keys: string[], at: number, found: PathValues): void {
  const key = keys[at]
  if (key === undefined) {
    if (Array.isArray(value)) {
      found.isMulti = true
      found.values.push(...(value.length === 0 ? [undefined] : value))
    } else found.values.push(value)
    return
  }
  if (Array.isArray(value)) {
    found.isMulti = true
    if (/^\d+$/.test(key)) collect(value[Number(key)], keys, at + 1, found)
    for (const item of value) if (isDocument(item)) collect(item, keys, at, found)
    return
  }
  if (isDocument(value) && Object.hasOwn(value, key)) collect(value[key], keys, at + 1, found)
  else found.values.push(undefined)
}
