/** What an index makes of a document: its keys, several when an array stands in it. */
import { fail } from '../errors'
import type { CollectionIndex } from '../manifest'
import { compare } from './order'
import { keysOf } from './paths'
import { type Document, isDocument, shown, type Value } from './values'

/** One value for each field of the index; undefined is what an empty array leaves. */
export type Key = (Value | undefined)[]

/** The fields of an index that stand in columns; the others are places on the globe. */
export const columnPaths = ({ keys }: CollectionIndex): string[] =>
  keys.flatMap(([path, way]) => (way === '2dsphere' ? [] : [path]))

export const areaPaths = ({ keys }: CollectionIndex): string[] =>
  keys.flatMap(([path, way]) => (way === '2dsphere' ? [path] : []))

/** Fields below one array are taken element by element; two arrays side by side cannot be indexed together. */
export function keysIn(document: Document, index: CollectionIndex): Key[] {
  const paths = columnPaths(index)
  const arrays = [...new Set(paths.map((path) => arrayOn(document, path)).filter((path) => path !== undefined))]
  const [array, other] = arrays
  if (array === undefined) return [paths.map((path) => keysOf(document, path).values[0])]
  if (other !== undefined) throw fail(`cannot index parallel arrays [${other}] [${array}]`)
  const items = valueAt(document, array)
  const choices: (Value | undefined)[] = Array.isArray(items) && items.length > 0 ? items : [undefined]
  return choices.flatMap((item) => product(paths.map((path) => valuesUnder(document, path, array, item))))
}

function valuesUnder(document: Document, path: string, array: string, item: Value | undefined): Key {
  if (path === array) return [item]
  if (!path.startsWith(`${array}.`)) return keysOf(document, path).values
  return item === undefined ? [null] : keysOf({ item }, `item.${path.slice(array.length + 1)}`).values
}

const product = (lists: Key[]): Key[] =>
  lists.reduce<Key[]>((keys, list) => keys.flatMap((key) => list.map((value) => [...key, value])), [[]])

/** The first array on the way of a path. */
function arrayOn(document: Document, path: string): string | undefined {
  const keys = path.split('.')
  const depth = keys.findIndex((_key, at) => Array.isArray(valueAt(document, keys.slice(0, at + 1).join('.'))))
  return depth < 0 ? undefined : keys.slice(0, depth + 1).join('.')
}

const valueAt = (document: Document, path: string): Value | undefined =>
  path
    .split('.')
    .reduce<Value | undefined>((at, key) => (isDocument(at) && Object.hasOwn(at, key) ? at[key] : undefined), document)

export const isSameKey = (one: Key, other: Key): boolean =>
  one.every((value, at) => (value === undefined) === (other[at] === undefined) && compare(value, other[at]) === 0)

export const shownKey = (index: CollectionIndex, key: Key): string =>
  columnPaths(index)
    .map((path, at) => `${path}: ${shown(key[at])}`)
    .join(', ')
