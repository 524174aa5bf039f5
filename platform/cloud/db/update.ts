/** Applies MongoDB's update operators to one document. */
import { fail, refuse } from '../errors'
import { arrayOperators } from './arrays'
import { bits } from './bits'
import { add, isNumeric, multiply, type Numeric } from './numbers'
import { compare } from './order'
import { isPosition } from './paths'
import { checkKeys, plainPaths } from './positions'
import { type Slot, slotAt } from './slot'
import { type Document, isDocument, shown, type Value } from './values'

type Operator = (slot: Slot, operand: Value) => void

const OPERATORS: Record<string, Operator> = {
  $set: (slot, operand) => slot.set(operand),
  $setOnInsert: (slot, operand) => slot.set(operand),
  $unset: (slot) => slot.unset(),
  $inc: (slot, operand) => slot.set(arithmetic('$inc', slot, operand, add)),
  $mul: (slot, operand) => slot.set(arithmetic('$mul', slot, operand, multiply)),
  $min: (slot, operand) => keepIf(slot, operand, (order) => order < 0),
  $max: (slot, operand) => keepIf(slot, operand, (order) => order > 0),
  $bit: (slot, operand) => slot.set(bits(slot, operand)),
  ...arrayOperators,
}

interface Change {
  path: string
  operator: string
  operand: Value
}

/**
 * Changes the given (freshly decoded) document. `filter` says which element `$` stands for;
 * `isNew` is true for the document an upsert creates.
 */
export function applyUpdate(document: Document, update: Document, filter: Document = {}, isNew = false): void {
  const changes = readChanges(update)
  const renames = changes.filter(({ operator }) => operator === '$rename')
  for (const { path, operator, operand } of changes) {
    if (operator === '$rename' || (operator === '$setOnInsert' && !isNew)) continue
    for (const plain of plainPaths(document, path, filter))
      OPERATORS[operator]?.(slotAt(document, plain, operator), operand)
  }
  for (const { path, operand } of renames) rename(document, path, operand)
}

/** Fields are changed, and new ones added, in the order of their names, as MongoDB does. */
function readChanges(update: Document): Change[] {
  const touched: string[] = []
  const changes = Object.entries(update).flatMap(([operator, fields]) => {
    if (operator !== '$rename' && !Object.hasOwn(OPERATORS, operator)) throw refuse(`The update operator ${operator}`)
    if (!isDocument(fields)) throw fail(`Modifiers operate on fields but we found another type for ${operator}`)
    return Object.entries(fields).map(([path, operand]) => {
      claim(touched, path)
      if (operator === '$rename') claim(touched, targetOf(path, operand))
      return { path, operator, operand }
    })
  })
  return changes.sort((left, right) => comparePaths(left.path, right.path))
}

function comparePaths(left: string, right: string): number {
  const [ours, theirs] = [left.split('.'), right.split('.')]
  const at = ours.findIndex((key, index) => key !== theirs[index])
  const [one = '', other = ''] = [ours[at], theirs[at]]
  if (isPosition(one) && isPosition(other)) return Number(one) - Number(other)
  return one < other ? -1 : 1
}

/** MongoDB refuses two operators on one path, or on a path and its parent. */
function claim(touched: string[], path: string): void {
  if (path === '_id' || path.startsWith('_id.'))
    throw fail("Performing an update on the path '_id' would modify the immutable field '_id'")
  const clash = touched.find((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
  if (clash !== undefined) throw fail(`Updating the path '${path}' would create a conflict at '${clash}'`)
  touched.push(path)
}

function targetOf(from: string, operand: Value): string {
  if (typeof operand !== 'string') throw fail('The "to" field for $rename must be a string')
  if (from === operand) throw fail(`The source and target field for $rename must differ: ${from}`)
  for (const path of [from, operand]) {
    checkKeys(path)
    if (path.split('.').some((key) => key.startsWith('$'))) throw fail(`A field of $rename may not be dynamic: ${path}`)
  }
  return operand
}

function rename(document: Document, from: string, operand: Value): void {
  const to = String(operand)
  for (const path of [from, to])
    if (crossesArray(document, path)) throw fail(`$rename cannot reach into an array: ${path}`)
  const slot = slotAt(document, from, '$unset')
  const value = slot.get()
  if (value === undefined) return
  slot.unset()
  slotAt(document, to, '$set').set(value)
}

function crossesArray(document: Document, path: string): boolean {
  let at: Value | undefined = document
  for (const key of path.split('.')) {
    if (Array.isArray(at)) return true
    at = isDocument(at) && Object.hasOwn(at, key) ? at[key] : undefined
  }
  return false
}

function arithmetic(name: string, slot: Slot, operand: Value, apply: (value: Numeric, by: Numeric) => Numeric): Value {
  const value = slot.get()
  if (!isNumeric(operand)) throw fail(`Cannot apply ${name} with a non-numeric argument: ${shown(operand)}`)
  if (value === undefined) return name === '$mul' ? apply(operand, 0) : operand
  if (!isNumeric(value)) throw fail(`Cannot apply ${name} to the value of non-numeric field '${slot.path}'`)
  return apply(value, operand)
}

function keepIf(slot: Slot, operand: Value, isBetter: (order: number) => boolean): void {
  const value = slot.get()
  if (value === undefined || isBetter(compare(operand, value))) slot.set(operand)
}
