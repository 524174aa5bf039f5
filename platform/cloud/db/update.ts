/** Applies MongoDB's update operators to one document. */
import { fail, refuse } from '../errors'
import { arrayOperators } from './arrays'
import { compare } from './order'
import { type Slot, slotAt } from './slot'
import { type Document, isDocument, type Value } from './values'

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
