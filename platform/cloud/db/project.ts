/** Keeps the fields a query asked for; the document's own field order stays. */
import { CloudError, refuse } from '../errors'
import { type Document, isDocument, isOperators, type Value } from './values'

interface Tree {
  [key: string]: Tree | true
}

export function project(document: Document, projection: Document): Document {
  const { _id: id, ...fields } = flat(projection)
  const modes = new Set(Object.entries(fields).map(([path, mode]) => isIncluded(path, mode)))
  if (modes.size > 1)
    throw new CloudError('DATABASE_REQUEST_FAILED', 'a projection cannot have a mix of inclusion and exclusion')
  const includes = modes.has(true) || (modes.size === 0 && id !== undefined && isIncluded('_id', id))
  const tree = treeOf(Object.keys(fields))
  const kept = includes ? pick(document, tree) : omit(document, tree)
  if (!includes) return id !== undefined && !isIncluded('_id', id) ? omit(kept, { _id: true }) : kept
  if (id !== undefined && !isIncluded('_id', id)) return kept
  return document._id === undefined ? kept : { _id: document._id, ...kept }
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

function treeOf(paths: string[]): Tree {
  const root: Tree = {}
  for (const path of paths) {
    const keys = path.split('.')
    let at = root
    for (const [depth, key] of keys.entries()) {
      const next = at[key]
      if (next === true) break
      if (depth === keys.length - 1) at[key] = true
      else at = at[key] = next ?? {}
    }
  }
  return root
}

function pick(document: Document, tree: Tree): Document {
  const kept: Document = {}
  for (const [key, value] of Object.entries(document)) {
    const below = tree[key]
    if (below === true) kept[key] = value
    else if (below !== undefined) {
      if (isDocument(value)) kept[key] = pick(value, below)
      else if (Array.isArray(value)) kept[key] = value.filter(isDocument).map((item) => pick(item, below))
    }
  }
  return kept
}

function omit(document: Document, tree: Tree): Document {
  const kept: Document = {}
  for (const [key, value] of Object.entries(document)) {
    const below = tree[key]
    if (below === true) continue
    if (below === undefined) kept[key] = value
    else if (isDocument(value)) kept[key] = omit(value, below)
    else kept[key] = Array.isArray(value) ? value.map((item) => (isDocument(item) ? omit(item, below) : item)) : value
  }
  return kept
}
