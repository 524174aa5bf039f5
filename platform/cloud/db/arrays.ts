/** The update operators of arrays: push with its modifiers, pop, pull, pullAll, addToSet. */
import { fail, refuse } from '../errors'
import { checkFilter } from './filter'
import { matches, meets } from './match'
import { compare, same } from './order'
import { readPath } from './paths'
import type { Slot } from './slot'
import { isDocument, isOperators, type Value } from './values'

function listAt(slot: Slot, operator: string): Value[] | undefined {
  const value = slot.get()
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw fail(`The field '${slot.path}' must be an array but ${operator} found another type`)
  return value
}

interface Push {
  each: Value[]
  position?: number
  slice?: number
  sort?: Value
}

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

function readPush(operand: Value): Push {
  if (!isOperators(operand)) return { each: [operand] }
  for (const key of Object.keys(operand)) if (!PUSH_MODIFIERS.has(key)) throw refuse(`The $push modifier ${key}`)
  const { $each: each, $position: position, $slice: slice, $sort: sort } = operand
  if (!Array.isArray(each)) throw fail('The argument to $each in $push must be an array')
  return {
    each,
    ...(typeof position === 'number' && { position }),
    ...(typeof slice === 'number' && { slice }),
    ...(sort !== undefined && { sort }),
  }
}

function push(slot: Slot, operand: Value): void {
  const { each, position, slice, sort } = readPush(operand)
  const list = [...(listAt(slot, '$push') ?? [])]
  list.splice(position ?? list.length, 0, ...each)
  if (sort !== undefined) list.sort((left, right) => comparePushed(sort, left, right))
  slot.set(slice === undefined ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice))
}

function comparePushed(sort: Value, left: Value, right: Value): number {
  if (typeof sort === 'number') return compare(left, right) * sort
  if (!isDocument(sort)) throw fail('The $sort of a $push must be 1, -1 or an object of those')
  for (const [path, direction] of Object.entries(sort)) {
    const at = (value: Value): Value | undefined => (isDocument(value) ? readPath(value, path).values[0] : undefined)
    const order = compare(at(left), at(right)) * Number(direction)
    if (order !== 0) return order
  }
  return 0
}

function addToSet(slot: Slot, operand: Value): void {
  const items = isOperators(operand) ? operand.$each : [operand]
  if (!Array.isArray(items)) throw fail('The argument to $each in $addToSet must be an array')
  const list = [...(listAt(slot, '$addToSet') ?? [])]
  for (const item of items) if (!list.some((one) => same(one, item))) list.push(item)
  slot.set(list)
}

function pull(slot: Slot, operand: Value): void {
  const list = listAt(slot, '$pull')
  if (list) slot.set(list.filter((item) => !matchesPull(item, operand)))
}

function matchesPull(item: Value, operand: Value): boolean {
  if (operand instanceof RegExp || isOperators(operand)) {
    checkFilter({ item: operand })
    return meets([item], operand)
  }
  if (!isDocument(operand)) return same(item, operand)
  checkFilter(operand)
  return isDocument(item) && matches(item, operand)
}

export const arrayOperators = {
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pop: (slot: Slot, operand: Value): void => {
    const list = listAt(slot, '$pop')
    if (list) slot.set(operand === -1 ? list.slice(1) : list.slice(0, -1))
  },
  $pullAll: (slot: Slot, operand: Value): void => {
    const list = listAt(slot, '$pullAll')
    if (!Array.isArray(operand)) throw fail('$pullAll requires an array argument')
    if (list) slot.set(list.filter((item) => !operand.some((one) => same(item, one))))
  },
}
