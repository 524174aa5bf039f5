/** Says which index would serve a query in the real cloud, by MongoDB's rules: equal fields first, then the order, then a range. */
import type { CollectionIndex } from '../manifest'
import type { Order } from './sort'
import { type Document, isDocument, isOperators, type Value } from './values'

type Keys = CollectionIndex['keys']
type Indexed = { readonly name: string; readonly keys: Keys }

/** One conjunction of a filter: what it fixes, and what it only bounds. */
interface Shape {
  /** Fields held to one value. */
  equal: Set<string>
  /** Fields held to a list of values: MongoDB walks the index once for each and merges. */
  listed: Set<string>
  ranges: Set<string>
  /** Fields no index bounds: `$ne`, `$exists`, a pattern. */
  others: Set<string>
}

const emptyShape = (): Shape => ({ equal: new Set(), listed: new Set(), ranges: new Set(), others: new Set() })

const joined = (shapes: readonly Shape[]): Shape => ({
  equal: new Set(shapes.flatMap(({ equal }) => [...equal])),
  listed: new Set(shapes.flatMap(({ listed }) => [...listed])),
  ranges: new Set(shapes.flatMap(({ ranges }) => [...ranges])),
  others: new Set(shapes.flatMap(({ others }) => [...others])),
})

/** Every way of meeting one list of alternatives with one of another. */
const crossed = (left: readonly Shape[], right: readonly Shape[]): Shape[] =>
  left.flatMap((one) => right.map((other) => joined([one, other])))

/** The conjunctions a filter is an alternative of: one, unless it holds an `$or`. */
function shapesOf(filter: Document, under = ''): Shape[] {
  return Object.entries(filter).reduce<Shape[]>(
    (shapes, [key, value]) => crossed(shapes, termShapes(key, value, under)),
    [emptyShape()],
  )
}

function termShapes(key: string, value: Value, under: string): Shape[] {
  const branches = Array.isArray(value) ? value.filter(isDocument) : []
  if (key === '$and')
    return branches.reduce<Shape[]>((all, branch) => crossed(all, shapesOf(branch, under)), [emptyShape()])
  if (key === '$or') return branches.flatMap((branch) => shapesOf(branch, under))
  if (key.startsWith('$')) return [{ ...emptyShape(), others: new Set([key]) }]
  return fieldShapes(under + key, value)
}

function fieldShapes(path: string, condition: Value): Shape[] {
  if (condition instanceof RegExp) return [{ ...emptyShape(), others: new Set([path]) }]
  if (!isOperators(condition)) return [{ ...emptyShape(), equal: new Set([path]) }]
  return Object.entries(condition).reduce<Shape[]>(
    (shapes, [operator, operand]) => crossed(shapes, operatorShapes(path, operator, operand)),
    [emptyShape()],
  )
}

const RANGES = new Set([
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$geoNear',
  '$nearSphere',
  '$near',
  '$geoWithin',
  '$geoIntersects',
])

function operatorShapes(path: string, operator: string, operand: Value): Shape[] {
  const only = new Set([path])
  if (operator === '$eq') return [{ ...emptyShape(), equal: only }]
  if (operator === '$in') return [{ ...emptyShape(), listed: only }]
  if (RANGES.has(operator)) return [{ ...emptyShape(), ranges: only }]
  if (operator === '$elemMatch' && isDocument(operand))
    return isOperators(operand) ? fieldShapes(path, operand) : shapesOf(operand, `${path}.`)
  return [{ ...emptyShape(), others: only }]
}

const isEmpty = ({ equal, listed, ranges, others }: Shape): boolean =>
  equal.size + listed.size + ranges.size + others.size === 0

/** How many of an index's first fields the filter fixes. */
function prefixOf(keys: Keys, { equal, listed }: Shape): number {
  const end = keys.findIndex(([path]) => !equal.has(path) && !listed.has(path))
  return end < 0 ? keys.length : end
}

/** The index gives the order forwards or backwards, each field of it in turn. */
function isInOrder(keys: Keys, order: Order): boolean {
  const along = order.every(([path, way], at) => keys[at]?.[0] === path && keys[at][1] === way)
  return along || order.every(([path, way], at) => keys[at]?.[0] === path && keys[at][1] === -way)
}

function serves({ keys }: Indexed, shape: Shape, order: Order): boolean {
  const wanted = order.filter(([path]) => !shape.equal.has(path))
  const prefix = prefixOf(keys, shape)
  const first = keys[prefix]
  if (wanted.length > 0 && !isInOrder(keys.slice(prefix), wanted)) return false
  if (prefix > 0) return true
  return first !== undefined && (shape.ranges.has(first[0]) || (isEmpty(shape) && wanted.length > 0))
}

const BY_ID: Indexed = { name: '_id_', keys: [['_id', 1]] }

/** Whether an index serves each alternative of the filter: none would read the whole collection or sort in memory. */
export const isServed = (indexes: readonly Indexed[], filter: Document, order: Order): boolean =>
  shapesOf(filter).every((shape) => [BY_ID, ...indexes].some((index) => serves(index, shape, order)))

/** 'siteId =, createdAt <> · by listKey -1': the same for every value asked for. */
export function wordsOf(filter: Document, order: Order): string {
  const alternatives = shapesOf(filter).map(({ equal, listed, ranges, others }) =>
    [
      ...[...equal].map((path) => `${path} =`),
      ...[...listed].map((path) => `${path} in`),
      ...[...ranges].map((path) => `${path} <>`),
      ...[...others].map((path) => `${path} ?`),
    ].join(', '),
  )
  const sorted = order.map(([path, way]) => `${path} ${way}`).join(', ')
  return `${alternatives.join(' or ') || 'everything'}${sorted ? ` · by ${sorted}` : ''}`
}
