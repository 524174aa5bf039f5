/** The update operator $bit: and, or, xor on whole numbers. */
import { fail } from '../errors'
import { integerOf, isInt64, isNumeric } from './numbers'
import type { Slot } from './slot'
import { isDocument, type Value } from './values'

const OPERATIONS: Record<string, (left: bigint, right: bigint) => bigint> = {
  and: (left, right) => left & right,
  or: (left, right) => left | right,
  xor: (left, right) => left ^ right,
}

/** A field that is missing starts from zero. */
export function bits(slot: Slot, operand: Value): Value {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw fail(`The $bit modifier of '${slot.path}' must be an object with and, or or xor`)
  const value = slot.get() ?? (slot.get() === null ? null : 0)
  if (!isWhole(value)) throw fail(`Cannot apply $bit to a value of non-integral type in '${slot.path}'`)
  const result = Object.entries(operand).reduce((so, [name, by]) => {
    const operation = OPERATIONS[name]
    if (!operation) throw fail(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
    if (!isWhole(by)) throw fail('The $bit modifier field must be an Integer')
    return operation(so, BigInt(by))
  }, BigInt(value))
  return integerOf(result)
}

const isWhole = (value: Value): value is number | bigint => isNumeric(value) && isInt64(value)
