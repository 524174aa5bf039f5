/** Operators that take arrays as sets: neither order nor repetition counts. */
import { fail } from '../../errors'
import { compareKeys } from '../order'
import type { Value } from '../values'
import { type Operator, positional } from './operator'
import { isNothing, isTrue, keyOf, type Result, typeName } from './result'

const MANY = Number.POSITIVE_INFINITY

function setOf(value: Result, name: string): Map<string, Value> {
  if (Array.isArray(value)) return new Map(value.map((item) => [keyOf(item), item]))
  throw fail(`All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`)
}

/** MongoDB promises no order; the order of values is at least always the same one. */
const sorted = (values: Iterable<Value>): Value[] => [...values].sort(compareKeys)

function union(...values: Result[]): Result {
  if (values.some(isNothing)) return null
  return sorted(new Map(values.flatMap((value) => [...setOf(value, '$setUnion')])).values())
}

function intersection(...values: Result[]): Result {
  if (values.some(isNothing)) return null
  const [first = new Map<string, Value>(), ...rest] = values.map((value) => setOf(value, '$setIntersection'))
  return sorted([...first].filter(([key]) => rest.every((set) => set.has(key))).map(([, value]) => value))
}

function difference(left: Result, right: Result): Result {
  if (isNothing(left) || isNothing(right)) return null
  const [from, without] = [left, right].map((value) => setOf(value, '$setDifference'))
  const kept = Array.isArray(left) ? left : []
  return kept.filter((item) => {
    const key = keyOf(item)
    return !without?.has(key) && from?.delete(key) === true
  })
}

function isSubset(left: Result, right: Result): Result {
  const whole = setOf(right, '$setIsSubset')
  return [...setOf(left, '$setIsSubset').keys()].every((key) => whole.has(key))
}

function areEqual(...values: Result[]): Result {
  const [first, ...rest] = values.map((value) => setOf(value, '$setEquals'))
  return rest.every((set) => set.size === first?.size && [...set.keys()].every((key) => first.has(key)))
}

const anyOrAll =
  (name: string, isAll: boolean) =>
  (value: Result): Result => {
    if (!Array.isArray(value)) throw fail(`${name}'s argument must be an array, but is ${typeName(value)}`)
    return isAll ? value.every(isTrue) : value.some(isTrue)
  }

export const SETS: Record<string, Operator> = {
  $allElementsTrue: positional(1, 1, anyOrAll('$allElementsTrue', true)),
  $anyElementTrue: positional(1, 1, anyOrAll('$anyElementTrue', false)),
  $setDifference: positional(2, 2, difference),
  $setEquals: positional(2, MANY, areEqual),
  $setIntersection: positional(0, MANY, intersection),
  $setIsSubset: positional(2, 2, isSubset),
  $setUnion: positional(0, MANY, union),
}
