/** The update operators of arrays: push with its modifiers, pop, pull, pullAll, addToSet. */
import { fail, refuse } from '../errors'
import { checkCondition, checkFilter, hasLogic } from './filter'
import { matches, meets } from './match'
import { isInt64, isNumeric } from './numbers'
import { compare, same } from './order'
import type { Slot } from './slot'
import { compareBy, type Order } from './sort'
import { isDocument, isOperators, type Value } from './values'

function listAt(slot: Slot, operator: string): Value[] | undefined {
  const value = slot.get()
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw fail(`The field '${slot.path}' must be an array but ${operator} found another type`)
  return value
}

interface Push {
  each: Value[]
  position: number | undefined
  slice: number | undefined
  sort: Value | undefined
}

const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

function readPush(operand: Value): Push {
  if (!isOperators(operand)) return { each: [operand], position: undefined, slice: undefined, sort: undefined }
  for (const key of Object.keys(operand)) if (!PUSH_MODIFIERS.has(key)) throw refuse(`The $push modifier ${key}`)
  const { $each: each, $sort: sort } = operand
  if (!Array.isArray(each)) throw fail('The argument to $each in $push must be an array')
  return { each, position: wholeNumber(operand, '$position'), slice: wholeNumber(operand, '$slice'), sort }
}

function wholeNumber(modifiers: { [key: string]: Value }, key: string): number | undefined {
  const value = modifiers[key]
  if (value === undefined) return undefined
  if (!isNumeric(value) || !isInt64(value)) throw fail(`The value for ${key} must be an integer value`)
  return Number(value)
}

function push(slot: Slot, operand: Value): void {
  const { each, position, slice, sort } = readPush(operand)
  const list = [...(listAt(slot, '$push') ?? [])]
  list.splice(position ?? list.length, 0, ...each)
  if (sort !== undefined) list.sort(comparison(sort))
  slot.set(slice === undefined ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice))
}

/** Whole elements, or what stands at their paths. */
function comparison(sort: Value): (left: Value, right: Value) => number {
  if (isDirection(sort)) return (left, right) => compare(left, right) * sort
  if (!isDocument(sort))
    throw fail('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  const order: Order = Object.entries(sort).map(([path, direction]) => {
    if (!isDirection(direction)) throw fail('The $sort element value must be either 1 or -1')
    return [path, direction]
  })
  return (left, right) => compareBy(order, isDocument(left) ? left : {}, isDocument(right) ? right : {})
}

const isDirection = (value: Value): value is 1 | -1 => value === 1 || value === -1

function addToSet(slot: Slot, operand: Value): void {
  const items = isOperators(operand) && operand.$each !== undefined ? operand.$each : [operand]
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
  if (operand instanceof RegExp) return meets([item], operand)
  if (!isDocument(operand)) return same(item, operand)
  if (isOperators(operand) && !hasLogic(operand)) {
    checkCondition(operand)
    return meets([item], operand)
  }
  checkFilter(operand, 'element')
  return isDocument(item) && matches(item, operand)
}

export const arrayOperators = {
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pop: (slot: Slot, operand: Value): void => {
    if (operand !== 1 && operand !== -1) throw fail('$pop expects 1 or -1')
    const list = listAt(slot, '$pop')
    if (list) slot.set(operand === -1 ? list.slice(1) : list.slice(0, -1))
  },
  $pullAll: (slot: Slot, operand: Value): void => {
    const list = listAt(slot, '$pullAll')
    if (!Array.isArray(operand)) throw fail('$pullAll requires an array argument')
    if (list) slot.set(list.filter((item) => !operand.some((one) => same(item, one))))
  },
}
