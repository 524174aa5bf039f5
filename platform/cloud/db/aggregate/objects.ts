/** Operators between objects and arrays of their fields. */
import { fail, refuse } from '../../errors'
import { type Document, isDocument, type Value } from '../values'
import { type Operator, positional } from './operator'
import { isNothing, type Result, typeName } from './result'

function toPairs(value: Result): Result {
  if (isNothing(value)) return null
  if (!isDocument(value)) throw fail(`$objectToArray requires a document input, found: ${typeName(value)}`)
  return Object.entries(value).map(([k, v]) => ({ k, v }))
}

function fromPairs(value: Result): Result {
  if (isNothing(value)) return null
  if (!Array.isArray(value)) throw fail(`$arrayToObject requires an array input, found: ${typeName(value)}`)
  const made: Document = {}
  for (const item of value) {
    const [key, content] = pairOf(item)
    if (key === '__proto__') throw refuse('A field named __proto__')
    made[key] = content
  }
  return made
}

/** `[k, v]` or `{ k, v }`. */
function pairOf(item: Value): [string, Value] {
  const [key, value] = Array.isArray(item) ? item : isDocument(item) ? [item.k, item.v] : []
  const isPair = Array.isArray(item) ? item.length === 2 : isDocument(item) && Object.keys(item).length === 2
  if (!isPair || key === undefined || value === undefined)
    throw fail('$arrayToObject requires an array of key-value pairs: [k, v] or { k, v }')
  if (typeof key !== 'string') throw fail(`$arrayToObject requires keys of type string, found: ${typeName(key)}`)
  return [key, value]
}

export const OBJECTS: Record<string, Operator> = {
  $objectToArray: positional(1, 1, toPairs),
  $arrayToObject: positional(1, 1, fromPairs),
}
