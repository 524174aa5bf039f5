/** Keeps the fields a query asked for, working on the EJSON text's own tree: only what is asked about is decoded. */
import { fail, refuse } from '../errors'
import { isJson, type Json, parseJson } from '../json'
import { checkCondition, checkFilter, hasLogic } from './filter'
import { elementMeets } from './match'
import { isInt64, isNumeric } from './numbers'
import { foundPosition } from './positions'
import { type Document, decodeItem, decodeStored, isDocument, isOperators, type Value } from './values'

/** The whole document, decoded when somebody asks. */
type Source = () => Document
/** What becomes of one value; undefined leaves it out. */
type Change = (value: unknown, source: Source) => unknown
interface Tree {
  [key: string]: Tree | Change
}

interface Plan {
  tree: Tree
  /** True when only what is named stays. */
  isIncluding: boolean
  keepsId: boolean
}

/** Reads a projection once, for every document of an answer. `filter` says which element `.$` stands for. */
export function projector(projection: Document, filter: Document = {}): (text: string) => string {
  const { tree, isIncluding, keepsId } = planOf(projection, filter)
  return (text) => {
    const document = parseJson(text)
    if (!isJson(document)) return text
    const { _id: id, ...fields } = document
    const source = (): Document => decodeStored(text)
    const kept = isIncluding ? pick(fields, tree, source) : omit(fields, tree, source)
    return JSON.stringify(keepsId ? { _id: id, ...kept } : kept)
  }
}

function planOf(projection: Document, filter: Document): Plan {
  const { _id: id, ...fields } = flat(projection)
  const entries = Object.entries(fields)
  const kinds = new Set(entries.flatMap(([path, mode]) => kindOf(path, mode) ?? []))
  if (kinds.size > 1) throw fail('Cannot do a mix of exclusion and inclusion in a projection')
  const keepsId = id === undefined || kindOf('_id', id) === 'include'
  const isIncluding = kinds.has('include') || (entries.length === 0 && id !== undefined && keepsId)
  return {
    tree: treeOf(entries.map(([path, mode]) => changeOf(path, mode, isIncluding, filter))),
    isIncluding,
    keepsId,
  }
}

/** `{ deep: { x: 1 } }` says what `{ 'deep.x': 1 }` says. */
const flat = (projection: Document, prefix = ''): Document =>
  Object.fromEntries(
    Object.entries(projection).flatMap(([key, mode]): [string, Value][] =>
      isDocument(mode) && !isOperators(mode) ? Object.entries(flat(mode, `${prefix}${key}.`)) : [[prefix + key, mode]],
    ),
  )

/** `$slice` goes with either kind. */
function kindOf(path: string, mode: Value): 'include' | 'exclude' | undefined {
  if (isOperators(mode)) {
    const [operator = ''] = Object.keys(mode)
    if (operator === '$slice') return undefined
    if (operator === '$elemMatch') return 'include'
    throw refuse(`The projection operator ${operator}`)
  }
  if (mode === true || (isNumeric(mode) && Number(mode) !== 0)) return 'include'
  if (mode === false || isNumeric(mode)) return 'exclude'
  throw refuse(`The projection of "${path}"`)
}

function changeOf(path: string, mode: Value, isIncluding: boolean, filter: Document): [path: string, change: Change] {
  if (path.endsWith('.$')) return [path.slice(0, -2), foundOnly(path.slice(0, -2), filter)]
  if (path.split('.').some((key) => key.startsWith('$'))) throw refuse(`The projection of "${path}"`)
  if (!isOperators(mode)) return [path, isIncluding ? (value) => value : () => undefined]
  if (mode.$slice !== undefined) return [path, sliceOf(mode.$slice)]
  if (path.includes('.')) throw fail('Cannot use $elemMatch projection on a nested field')
  return [path, firstElement(mode.$elemMatch ?? null)]
}

const foundOnly =
  (path: string, filter: Document): Change =>
  (value, source) => {
    if (!Array.isArray(value)) return value
    const position = foundPosition(source(), filter, path)
    if (position === undefined) throw fail("positional operator '.$' couldn't find a matching element in the array")
    return [value[position]]
  }

function sliceOf(operand: Value): Change {
  const [skip, limit] = Array.isArray(operand) ? operand : [operand]
  const isPair = Array.isArray(operand)
  if (!isWhole(skip) || (isPair && (operand.length !== 2 || !isWhole(limit))))
    throw fail('$slice takes a number or a pair of numbers')
  if (!isPair) return onList((list) => (skip < 0 ? list.slice(Number(skip)) : list.slice(0, Number(skip))))
  const count = Number(limit)
  if (count <= 0) throw fail('The limit of a $slice must be positive')
  return onList((list) => {
    const from = skip < 0 ? Math.max(0, list.length + Number(skip)) : Number(skip)
    return list.slice(from, from + count)
  })
}

const isWhole = (value: Value | undefined): value is number | bigint => isNumeric(value) && isInt64(value)

const onList =
  (change: (list: unknown[]) => unknown): Change =>
  (value) =>
    Array.isArray(value) ? change(value) : value

function firstElement(condition: Value): Change {
  if (!isDocument(condition)) throw fail('$elemMatch needs an Object')
  if (isOperators(condition) && !hasLogic(condition)) checkCondition(condition)
  else checkFilter(condition, 'element')
  return (value) => {
    const found = Array.isArray(value) ? value.findIndex((item) => elementMeets(decodeItem(item), condition)) : -1
    return Array.isArray(value) && found >= 0 ? [value[found]] : undefined
  }
}

/** Without a prototype: a field may be called "constructor". */
const emptyTree = (): Tree => Object.create(null)

function treeOf(changes: [path: string, change: Change][]): Tree {
  const root = emptyTree()
  for (const [path, change] of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let at: Tree = root
    for (const key of keys) {
      const next = at[key] ?? emptyTree()
      if (typeof next === 'function') throw fail(`Path collision at ${path}`)
      at[key] = next
      at = next
    }
    if (at[last] !== undefined) throw fail(`Path collision at ${path}`)
    at[last] = change
  }
  return root
}

/** An object of the document, and not a number or a date in EJSON's clothes. */
const isNode = (value: unknown): value is Json => isJson(value) && !Object.keys(value)[0]?.startsWith('$')

function pick(document: Json, tree: Tree, source: Source): Json {
  const kept: Json = {}
  for (const [key, value] of Object.entries(document)) {
    const below = tree[key]
    if (below === undefined) continue
    const stays = typeof below === 'function' ? below(value, source) : pickInside(value, below, source)
    if (stays !== undefined) kept[key] = stays
  }
  return kept
}

function pickInside(value: unknown, tree: Tree, source: Source): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => wrap(pickInside(item, tree, source)))
  return isNode(value) ? pick(value, tree, source) : undefined
}

const wrap = (value: unknown): unknown[] => (value === undefined ? [] : [value])

function omit(document: Json, tree: Tree, source: Source): Json {
  const kept: Json = {}
  for (const [key, value] of Object.entries(document)) {
    const below = tree[key]
    const changed = typeof below === 'function' ? below(value, source) : omitInside(value, below, source)
    if (changed !== undefined) kept[key] = changed
  }
  return kept
}

function omitInside(value: unknown, tree: Tree | undefined, source: Source): unknown {
  if (tree === undefined) return value
  if (Array.isArray(value)) return value.map((item) => omitInside(item, tree, source))
  return isNode(value) ? omit(value, tree, source) : value
}
