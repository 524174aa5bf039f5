/** Operators on arrays that need no variables of their own. */
import { fail } from '../../errors'
import { approximate, isInt64, isNumeric } from '../numbers'
import { compareKeys } from '../order'
import type { Value } from '../values'
import { named, type Operator, positional } from './operator'
import { ensureItems, isNothing, type Result, typeName } from './result'

const MANY = Number.POSITIVE_INFINITY
const INT32 = 2 ** 31

function listOf(value: Result, name: string): Value[] {
  if (Array.isArray(value)) return value
  throw fail(`${name}'s argument must be an array, but is ${typeName(value)}`)
}

export function intOf(value: Result, what: string): number {
  if (isNumeric(value) && isInt64(value) && value >= -INT32 && value < INT32) return approximate(value)
  throw fail(`${what} must be representable as a 32-bit integer, but is ${typeName(value)}: ${String(value)}`)
}

function elementAt(list: Result, index: Result): Result {
  if (isNothing(list) || isNothing(index)) return null
  return listOf(list, '$arrayElemAt').at(intOf(index, "$arrayElemAt's second argument"))
}

const endOf =
  (name: string, at: 0 | -1) =>
  (list: Result): Result =>
    isNothing(list) ? null : listOf(list, name).at(at)

function concatenation(...lists: Result[]): Result {
  if (lists.some(isNothing)) return null
  const joined = lists.flatMap((list) => listOf(list, '$concatArrays'))
  ensureItems(joined.length)
  return joined
}

function indexIn(list: Result, value: Result, start: Result = 0, end?: Result): Result {
  if (isNothing(list)) return null
  const items = listOf(list, '$indexOfArray')
  const [from, to] = bounds(start, end, items.length, '$indexOfArray')
  const found = items.slice(0, to).findIndex((item, index) => index >= from && compareKeys(item, value) === 0)
  return found
}

/** The part of a list or a text to look in. */
export function bounds(start: Result, end: Result, length: number, name: string): [number, number] {
  const from = intOf(start, `${name}'s starting index`)
  const to = end === undefined ? length : intOf(end, `${name}'s ending index`)
  if (from < 0 || to < 0) throw fail(`${name} requires a nonnegative start and end index`)
  return [from, Math.min(to, length)]
}

function range(start: Result, end: Result, step: Result = 1): Result {
  const [from, to, by] = [
    intOf(start, "$range's starting value"),
    intOf(end, "$range's ending value"),
    intOf(step, "$range's step value"),
  ]
  if (by === 0) throw fail('$range requires a non-zero step value')
  const count = Math.max(0, Math.ceil((to - from) / by))
  ensureItems(count)
  return Array.from({ length: count }, (_, index) => from + index * by)
}

/** `[list, n]` from either end, or `[list, position, n]`. */
function slice(list: Result, first: Result, second?: Result): Result {
  if (isNothing(list) || isNothing(first) || second === null) return null
  const items = listOf(list, '$slice')
  const position = intOf(first, "$slice's second argument")
  if (second === undefined) return position < 0 ? items.slice(position) : items.slice(0, position)
  const count = intOf(second, "$slice's third argument")
  if (count <= 0) throw fail(`Third argument to $slice must be positive: ${count}`)
  const from = position < 0 ? Math.max(0, items.length + position) : position
  return items.slice(from, from + count)
}

function size(list: Result): Result {
  if (Array.isArray(list)) return list.length
  throw fail(`The argument to $size must be an array, but was of type: ${typeName(list)}`)
}

function isIn(value: Result, list: Result): Result {
  if (Array.isArray(list)) return list.some((item) => compareKeys(item, value) === 0)
  throw fail(`$in requires an array as a second argument, found: ${typeName(list)}`)
}

function zip({ inputs, useLongestLength, defaults }: Readonly<Record<string, Result>>): Result {
  if (isNothing(inputs)) return null
  const lists = listOf(inputs, '$zip')
  if (lists.length === 0) throw fail('$zip requires at least one input array')
  if (lists.some(isNothing)) return null
  const rows = lists.map((list) => listOf(list, '$zip'))
  if (useLongestLength !== undefined && typeof useLongestLength !== 'boolean')
    throw fail('useLongestLength must be a bool')
  if (!isNothing(defaults) && useLongestLength !== true)
    throw fail('cannot specify defaults unless useLongestLength is true')
  const fillers = isNothing(defaults) ? [] : listOf(defaults, '$zip')
  if (fillers.length > 0 && fillers.length !== rows.length) throw fail('defaults and inputs must have the same length')
  const lengths = rows.map((row) => row.length)
  const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths)
  ensureItems(length * rows.length)
  return Array.from({ length }, (_, index) =>
    rows.map((row, at) => (index < row.length ? row[index] : fillers[at]) ?? null),
  )
}

export const ARRAYS: Record<string, Operator> = {
  $arrayElemAt: positional(2, 2, elementAt),
  $concatArrays: positional(0, MANY, concatenation),
  $first: positional(1, 1, endOf('$first', 0)),
  $in: positional(2, 2, isIn),
  $indexOfArray: positional(2, 4, indexIn),
  $isArray: positional(1, 1, (value: Result) => Array.isArray(value)),
  $last: positional(1, 1, endOf('$last', -1)),
  $range: positional(2, 3, range),
  $reverseArray: positional(1, 1, (list: Result) =>
    isNothing(list) ? null : [...listOf(list, '$reverseArray')].reverse(),
  ),
  $size: positional(1, 1, size),
  $slice: positional(2, 3, slice),
  $zip: named(['inputs'], ['useLongestLength', 'defaults'], zip),
}
