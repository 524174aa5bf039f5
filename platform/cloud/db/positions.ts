/** Positional paths of an update: `$` is the element the filter found, `$[]` every one. */
import { fail, refuse } from '../errors'
import { elementMeets, meets } from './match'
import { leavesOf } from './paths'
import { type Document, isDocument, isOperators, type Value } from './values'

export function checkKeys(path: string): string[] {
  const keys = path.split('.')
  if (keys.includes('')) throw fail(`The update path '${path}' contains an empty field name`)
  if (keys.includes('__proto__')) throw refuse('A field named __proto__')
  return keys
}

/** The plain paths a path stands for in one document. */
export function plainPaths(document: Document, path: string, filter: Document): string[] {
  const keys = checkKeys(path)
  if (!keys.some((key) => key.startsWith('$'))) return [path]
  if (keys.filter((key) => key === '$').length > 1)
    throw fail(`Too many positional (i.e. '$') elements found in path '${path}'`)
  if (keys[0]?.startsWith('$')) throw fail(`Cannot have array filter or positional as the first component of '${path}'`)
  return expand(document, keys, filter)
}

function expand(document: Document, keys: string[], filter: Document): string[] {
  const at = keys.findIndex((key) => key.startsWith('$'))
  if (at < 0) return [keys.join('.')]
  const before = keys.slice(0, at)
  return positionsAt(document, before.join('.'), keys[at] ?? '', filter).flatMap((position) =>
    expand(document, [...before, String(position), ...keys.slice(at + 1)], filter),
  )
}

function positionsAt(document: Document, path: string, key: string, filter: Document): number[] {
  if (key === '$') {
    const position = foundPosition(document, filter, path)
    if (position === undefined) throw fail('The positional operator did not find the match needed from the query.')
    return [position]
  }
  // No caller of the SDK can send the arrayFilters such a path needs.
  if (key !== '$[]') throw refuse(`The filtered positional path "${path}.${key}"`)
  const [list] = plainLeaf(document, path)
  if (list === undefined) throw fail(`The path '${path}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(list)) throw fail(`Cannot apply array updates to non-array element ${path}`)
  return list.map((_item, position) => position)
}

function plainLeaf(document: Document, path: string): [Value | undefined] {
  let at: Value | undefined = document
  for (const key of path.split('.'))
    at = Array.isArray(at) ? at[Number(key)] : isDocument(at) && Object.hasOwn(at, key) ? at[key] : undefined
  return [at]
}

/** The first element of the array at a path that meets what the filter asks of it. */
export function foundPosition(document: Document, filter: Document, path: string): number | undefined {
  for (const [key, condition] of Object.entries(filter)) {
    const branches = (key === '$and' || key === '$or') && Array.isArray(condition) ? condition.filter(isDocument) : []
    for (const branch of branches) {
      const found = foundPosition(document, branch, path)
      if (found !== undefined) return found
    }
    const found = key.startsWith('$') ? -1 : indexWhere(document, path, itemTests(key, condition, path))
    if (found >= 0) return found
  }
  return undefined
}

/** What one element has to meet; or, should none meet all of it, one part of it. */
function itemTests(key: string, condition: Value, path: string): ((item: Value) => boolean)[] {
  const parts = isOperators(condition) ? Object.entries(condition).map(([name, operand]) => ({ [name]: operand })) : []
  const conditions: Value[] = parts.length > 1 ? [condition, ...parts] : [condition]
  if (key.startsWith(`${path}.`)) {
    const rest = key.slice(path.length + 1)
    return conditions.map((one) => (item) => isDocument(item) && meets(leavesOf(item, rest), one))
  }
  return key === path ? conditions.map((one) => (item) => meetsAlone(item, one)) : []
}

function meetsAlone(item: Value, condition: Value): boolean {
  if (!isOperators(condition)) return meets([item], condition)
  return Object.entries(condition).every(([operator, operand]) =>
    operator === '$elemMatch' ? elementMeets(item, operand) : meets([item], { [operator]: operand }),
  )
}

function indexWhere(document: Document, path: string, tests: ((item: Value) => boolean)[]): number {
  const list = tests.length > 0 ? leavesOf(document, path).find(Array.isArray) : undefined
  return tests.map((test) => list?.findIndex(test) ?? -1).find((position) => position >= 0) ?? -1
}
