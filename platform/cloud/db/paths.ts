/** Reads a dotted path the way MongoDB does: through arrays, element by element. */
import { type Document, isDocument, type Value } from './values'

export interface Leaves {
  /** What stands at the path's ends; undefined where it is missing. */
  values: (Value | undefined)[]
  /** True when an array stood on the way. */
  isMulti: boolean
}

/** The ends of a path; an array standing there is one value. */
export function leavesOf(document: Document, path: string): Leaves {
  const found: Leaves = { values: [], isMulti: false }
  collect(document, path.split('.'), 0, found)
  return found
}

/** The ends of a path as indexes and sorts see them: an array there counts once for each element. */
export function readPath(document: Document, path: string): Leaves {
  const { values, isMulti } = leavesOf(document, path)
  if (!values.some(Array.isArray)) return { values, isMulti }
  return {
    values: values.flatMap((leaf) => (Array.isArray(leaf) && leaf.length === 0 ? [undefined] : leaf)),
    isMulti: true,
  }
}

function collect(value: Value | undefined, keys: string[], at: number, found: Leaves): void {
  const key = keys[at]
  if (key === undefined) {
    found.values.push(value)
  } else if (Array.isArray(value)) {
    found.isMulti = true
    if (/^\d+$/.test(key) && Number(key) < value.length) collect(value[Number(key)], keys, at + 1, found)
    for (const item of value) if (isDocument(item)) collect(item, keys, at, found)
  } else if (isDocument(value) && Object.hasOwn(value, key)) {
    collect(value[key], keys, at + 1, found)
  } else found.values.push(undefined)
}
