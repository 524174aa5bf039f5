/** Walks an update's path to the place it names, making the parents that are missing. */
import { fail, refuse } from '../errors'
import { type Document, isDocument, type Value } from './values'

/** A place in a document a path leads to: an object's field or an array's slot. */
export interface Slot {
  path: string
  get(): Value | undefined
  set(value: Value): void
  unset(): void
}

const REMOVING = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/** Walks to a path; parents that are missing are made, unless the operator only takes away. */
export function slotAt(document: Document, path: string, operator: string): Slot {
  const keys = path.split('.')
  const bad = keys.find((key) => key === '' || key === '__proto__' || key.startsWith('$'))
  if (bad !== undefined)
    throw bad === ''
      ? fail(`The update path '${path}' contains an empty field name`)
      : refuse(`The positional path "${path}"`)
  const last = keys.pop() ?? ''
  let at: Value = document
  for (const key of keys) {
    const next: Value | undefined = child(at, key, path).get()
    if (next !== undefined) at = next
    else if (REMOVING.has(operator)) return nowhere(path)
    else {
      const made: Document = {}
      child(at, key, path).set(made)
      at = made
    }
    if (REMOVING.has(operator) && (at === null || typeof at !== 'object')) return nowhere(path)
  }
  return child(at, last, path)
}

const nowhere = (path: string): Slot => ({ path, get: () => undefined, set: () => {}, unset: () => {} })

function child(parent: Value, key: string, path: string): Slot {
  if (Array.isArray(parent)) return elementSlot(parent, key, path)
  if (!isDocument(parent))
    throw fail(`Cannot create field '${key}' in element ${JSON.stringify(parent)} (path '${path}')`)
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
  if (!/^\d+$/.test(key)) throw fail(`Cannot create field '${key}' in an array (path '${path}')`)
  const index = Number(key)
  return {
    path,
    get: () => list[index],
    set: (value) => {
      while (list.length < index) list.push(null)
      list[index] = value
    },
    unset: () => {
      if (index < list.length) list[index] = null
    },
  }
}
