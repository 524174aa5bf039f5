/** Keeps the fields a query asked for, working on the EJSON text's own tree: values are never decoded for it. */
import { CloudError, refuse } from '../errors'
import { isJson, type Json, parseJson } from '../json'
import { type Document, isDocument, isOperators, type Value } from './values'

interface Tree {
  [key: string]: Tree | true
}

export function projectText(text: string, projection: Document): string {
  const document = parseJson(text)
  return isJson(document) ? JSON.stringify(project(document, projection)) : text
}

function project(document: Json, projection: Document): Json {
  const { _id: id, ...fields } = flat(projection)
  const modes = new Set(Object.entries(fields).map(([path, mode]) => isIncluded(path, mode)))
  if (modes.size > 1)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'a projection cannot have a mix of inclusion and exclusion')
  const hasId = id === undefined || isIncluded('_id', id)
  const tree = treeOf(Object.keys(fields))
  if (modes.has(false) || (modes.size === 0 && !hasId))
    return omit(document, hasId ? tree : Object.assign(emptyTree(), tree, { _id: true }))
  if (modes.size === 0 && id === undefined) return document
  const kept = pick(document, tree)
  return hasId ? { _id: document._id, ...kept } : kept
}

/** `{ deep: { x: 1 } }` says what `{ 'deep.x': 1 }` says. */
const flat = (projection: Document, prefix = ''): Document =>
  Object.fromEntries(
    Object.entries(projection).flatMap(([key, mode]): [string, Value][] =>
      isDocument(mode) && !isOperators(mode) ? Object.entries(flat(mode, `${prefix}${key}.`)) : [[prefix + key, mode]],
    ),
  )

function isIncluded(path: string, mode: Value): boolean {
  if (mode === 1 || mode === true) return true
  if (mode === 0 || mode === false) return false
  throw refuse(`The projection of "${path}"`)
}

/** Without a prototype: a field may be called "constructor". */
const emptyTree = (): Tree => Object.create(null)

function treeOf(paths: string[]): Tree {
  const root = emptyTree()
  for (const path of paths) {
    const keys = path.split('.')
    let at = root
    for (const [depth, key] of keys.entries()) {
      const next = at[key]
      if (next === true) break
      if (depth === keys.length - 1) at[key] = true
      else {
        const below = next ?? emptyTree()
        at[key] = below
        at = below
      }
    }
  }
  return root
}

/** An object of the document, and not a number or a date in EJSON's clothes. */
const isNode = (value: unknown): value is Json => isJson(value) && !Object.keys(value)[0]?.startsWith('$')

function pick(document: Json, tree: Tree): Json {
  const kept: Json = {}
  for (const [key, value] of Object.entries(document)) {
    const below = tree[key]
    if (below === true) kept[key] = value
    else if (below !== undefined) {
      if (isNode(value)) kept[key] = pick(value, below)
      else if (Array.isArray(value)) kept[key] = value.filter(isNode).map((item) => pick(item, below))
    }
  }
  return kept
}

function omit(document: Json, tree: Tree): Json {
  const kept: Json = {}
  for (const [key, value] of Object.entries(document)) {
    const below = tree[key]
    if (below === true) continue
    if (below === undefined) kept[key] = value
    else if (isNode(value)) kept[key] = omit(value, below)
    else kept[key] = Array.isArray(value) ? value.map((item) => (isNode(item) ? omit(item, below) : item)) : value
  }
  return kept
}
