/** Applies MongoDB's update operators to one document. */
import { CloudError, refuse } from '../errors'
import { arrayOperators } from './arrays'
import { compare } from './order'
import { type Document, isDocument, type Value } from './values'

export const fail = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** A place in a document a path leads to: an object's field or an array's slot. */
export interface Slot {
  path: string
  get(): Value | undefined
  set(value: Value): void
  unset(): void
}

type Operator = (slot: Slot, operand: Value) => void

const OPERATORS: Record<string, Operator> = {
  $set: (slot, operand) => slot.set(operand),
  $unset: (slot) => slot.unset(),
  $inc: (slot, operand) => slot.set(arithmetic('$inc', slot, operand, (value, by) => value + by)),
  $mul: (slot, operand) => slot.set(arithmetic('$mul', slot, operand, (value, by) => value * by)),
  $min: (slot, operand) => keepIf(slot, operand, (order) => order < 0),
  $max: (slot, operand) => keepIf(slot, operand, (order) => order > 0),
  ...arrayOperators,
}

/** Changes the given (freshly decoded) document; `isNew` is true for the document an upsert creates. */
export function applyUpdate(document: Document, update: Document, isNew = false): void {
  const touched: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    const isKnown = operator === '$setOnInsert' || operator === '$rename' || Object.hasOwn(OPERATORS, operator)
    if (!isKnown) throw refuse(`The update operator ${operator}`)
    if (!isDocument(fields)) throw fail(`Modifiers operate on fields but ${operator} got a value`)
    for (const [path, operand] of Object.entries(fields)) {
      claim(touched, path)
      if (operator === '$rename') rename(document, path, operand, touched)
      else if (operator !== '$setOnInsert') OPERATORS[operator]?.(slotAt(document, path, operator), operand)
      else if (isNew) slotAt(document, path, '$set').set(operand)
    }
  }
}

/** MongoDB refuses two operators on one path, or on a path and its parent. */
function claim(touched: string[], path: string): void {
  if (path === '_id' || path.startsWith('_id.'))
    throw fail("Performing an update on the path '_id' would modify the immutable field '_id'")
  const clash = touched.find((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
  if (clash !== undefined) throw fail(`Updating the path '${path}' would create a conflict at '${clash}'`)
  touched.push(path)
}

function rename(document: Document, from: string, operand: Value, touched: string[]): void {
  if (typeof operand !== 'string') throw fail('The "to" field for $rename must be a string')
  claim(touched, operand)
  const source = slotAt(document, from, '$unset')
  const value = source.get()
  if (value === undefined) return
  source.unset()
  slotAt(document, operand, '$set').set(value)
}

function arithmetic(name: string, slot: Slot, operand: Value, apply: (value: number, by: number) => number): Value {
  const value = slot.get() ?? (slot.get() === null ? null : 0)
  if (typeof operand !== 'number') throw fail(`Cannot apply ${name} with a non-numeric argument to '${slot.path}'`)
  if (typeof value !== 'number') throw fail(`Cannot apply ${name} to the value of non-numeric field '${slot.path}'`)
  return apply(value, operand)
}

function keepIf(slot: Slot, operand: Value, isBetter: (order: number) => boolean): void {
  const value = slot.get()
  if (value === undefined || isBetter(compare(operand, value))) slot.set(operand)
}

const REMOVING = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/** Walks to a path; parents that are missing are made, unless the operator only takes away. */
function slotAt(document: Document, path: string, operator: string): Slot {
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
