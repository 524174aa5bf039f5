/** Walks an update's path to the place it names, making the parents that are missing. */
import { fail } from '../errors'
import { isPosition } from './paths'
import { type Document, isDocument, shown, type Value } from './values'

/** A place in a document a path leads to: an object's field or an array's slot. */
export interface Slot {
  path: string
  get(): Value | undefined
  set(value: Value): void
  unset(): void
}

const REMOVING = new Set(['$unset', '$pop', '$pull', '$pullAll'])
/** MongoDB fills an array up with nulls no further than this. */
const MAX_PADDING = 1_500_000

/** Walks to a path; parents that are missing are made, unless the operator only takes away. */
export function slotAt(document: Document, path: string, operator: string): Slot {
  const keys = path.split('.')
  const isRemoving = REMOVING.has(operator)
  const last = keys.pop() ?? ''
  let at: Value = document
  for (const key of keys) {
    if (isRemoving && Array.isArray(at) && !isPosition(key)) return nowhere(path)
    const slot = child(at, key, path)
    const next: Value | undefined = slot.get()
    if (next !== undefined) at = next
    else if (isRemoving) return nowhere(path)
    else {
      const made: Document = {}
      slot.set(made)
      at = made
    }
    if (isRemoving && !isDocument(at) && !Array.isArray(at)) return nowhere(path)
  }
  return isRemoving && Array.isArray(at) && !isPosition(last) ? nowhere(path) : child(at, last, path)
}

const nowhere = (path: string): Slot => ({ path, get: () => undefined, set: () => {}, unset: () => {} })

function child(parent: Value, key: string, path: string): Slot {
  if (Array.isArray(parent)) return elementSlot(parent, key, path)
  if (!isDocument(parent)) throw fail(`Cannot create field '${key}' in element ${shown(parent)} (path '${path}')`)
  return {
    path,
    get: () => (Object.hasOwn(parent, key) ? parent[key] : undefined),
    set: (value) => {
      parent[key] = value
    },
    unset: () => {
      delete parent[key]
    },
  }
}

function elementSlot(list: Value[], key: string, path: string): Slot {
  if (!isPosition(key)) throw fail(`Cannot create field '${key}' in element ${shown(list)} (path '${path}')`)
  const index = Number(key)
  return {
    path,
    get: () => list[index],
    set: (value) => {
      if (index - list.length > MAX_PADDING) throw fail(`can't backfill array to larger than ${MAX_PADDING} elements`)
      while (list.length < index) list.push(null)
      list[index] = value
    },
    unset: () => {
      if (index < list.length) list[index] = null
    },
  }
}
