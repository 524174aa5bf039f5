/** Which fields a document keeps, loses or gains: the shapes of `$project` and `$addFields`, nested and through arrays. */
import { fail } from '../../errors'
import { isNumeric } from '../numbers'
import { type Document, isDocument, isOperators, type Value } from '../values'
import { scopeOf } from './expression'
import type { Expression, Scope } from './operator'
import { isTrue, type Result } from './result'
import type { Planner, Variables } from './stage'

type Mode = 'include' | 'exclude' | 'add'
type Part = boolean | Expression | Node

/** One level of the shape; its parts stand in the order they were written. */
class Node {
  readonly parts = new Map<string, Part>()

  get isComputing(): boolean {
    return [...this.parts.values()].some((part) =>
      part instanceof Node ? part.isComputing : typeof part === 'function',
    )
  }

  /** Fields kept or left out, before anything is computed. */
  keep(value: Value, mode: Mode): Result {
    if (Array.isArray(value)) {
      const kept = value.map((item) => this.keep(item, mode))
      return kept.filter((item) => item !== undefined)
    }
    if (isDocument(value)) return this.keepFields(value, mode)
    return mode === 'include' ? undefined : value
  }

  keepFields(document: Document, mode: Mode): Document {
    const kept: Document = {}
    for (const [key, value] of Object.entries(document)) {
      const part = this.parts.get(key)
      const left = part instanceof Node ? part.keep(value, mode) : isKept(part, mode) ? value : undefined
      if (left !== undefined) kept[key] = left
    }
    return kept
  }

  /** Computed fields put where they belong; `scope` sees the document as it came. */
  compute(value: Result, scope: Scope): Result {
    if (Array.isArray(value)) return value.map((item) => this.compute(item, scope) ?? null)
    if (isDocument(value)) return this.computeFields(value, scope)
    return this.isComputing ? this.computeFields({}, scope) : value
  }

  computeFields(document: Document, scope: Scope): Document {
    for (const [key, part] of this.parts) {
      if (typeof part === 'boolean') continue
      const value = part instanceof Node ? part.compute(valueAt(document, key), scope) : part(scope)
      if (value === undefined) delete document[key]
      else document[key] = value
    }
    return document
  }
}

const valueAt = (document: Document, key: string): Result => (Object.hasOwn(document, key) ? document[key] : undefined)

const isKept = (part: Part | undefined, mode: Mode): boolean =>
  part === undefined ? mode !== 'include' : part === true || (mode === 'add' && typeof part === 'function')

/** Puts a part where its path says; two that claim the same place are refused. */
function grow(root: Node, path: string, part: Part): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const bad = [...keys, last].find((key) => key === '' || key.startsWith('$') || key === '__proto__')
  if (bad !== undefined) throw fail(`Invalid field path '${path}': '${bad}' is not a field's name`)
  let node = root
  for (const key of keys) {
    const next = node.parts.get(key) ?? new Node()
    if (!(next instanceof Node)) throw fail(`Invalid projection: path collision at ${path}`)
    node.parts.set(key, next)
    node = next
  }
  if (node.parts.has(last)) throw fail(`Invalid projection: path collision at ${path}`)
  node.parts.set(last, part)
}

/** `{ a: { b: 1 } }` says what `{ 'a.b': 1 }` says, here and in a projection of fields to add. */
function growFrom(
  root: Node,
  path: string,
  source: Value,
  planner: Planner,
  choice: (value: Value) => Part | undefined,
): void {
  if (isDocument(source) && !isOperators(source)) {
    const parts: [string, Value][] = Object.entries(source)
    if (parts.length === 0) throw fail(`an empty object is not a valid value. Found empty object at path ${path}`)
    for (const [key, value] of parts) growFrom(root, `${path}.${key}`, value, planner, choice)
  } else grow(root, path, choice(source) ?? planner.compiler.compile(source))
}

function shapeOf(name: string, spec: Value, planner: Planner, choice: (value: Value) => Part | undefined): Node {
  if (!isDocument(spec) || Object.keys(spec).length === 0) throw fail(`${name} specification must be a nonempty object`)
  const root = new Node()
  for (const [path, source] of Object.entries(spec)) growFrom(root, path, source, planner, choice)
  return root
}

export type Change = (document: Document, variables: Variables) => Document

const changing =
  (root: Node, mode: Mode): Change =>
  (document, variables) =>
    root.computeFields(root.keepFields(document, mode), scopeOf(document, variables))

export function compileProject(spec: Value, planner: Planner): Change {
  const choice = (value: Value): Part | undefined =>
    typeof value === 'boolean' || isNumeric(value) ? isTrue(value) : undefined
  const root = shapeOf('$project', spec, planner, choice)
  const mode = modeOf(root)
  if (mode === 'include' && !root.parts.has('_id')) root.parts.set('_id', true)
  return changing(root, mode)
}

/** `_id: 0` says nothing about the other fields; they must all say the same. */
function modeOf({ parts }: Node): Mode {
  const others = new Set([...parts].flatMap(([key, part]) => (key === '_id' ? [] : modesIn(part))))
  const id = parts.get('_id')
  if (others.size > 1 || (others.has('exclude') && id !== undefined && typeof id !== 'boolean'))
    throw fail('Invalid $project :: a projection cannot have a mix of inclusion and exclusion')
  return [...others][0] ?? (id === false ? 'exclude' : 'include')
}

const modesIn = (part: Part): Mode[] =>
  part instanceof Node ? [...part.parts.values()].flatMap(modesIn) : [part === false ? 'exclude' : 'include']

export const compileAddFields = (spec: Value, planner: Planner): Change =>
  changing(
    shapeOf('$addFields', spec, planner, () => undefined),
    'add',
  )

/** Puts a value where an added field of that path would stand. */
export function placing(path: string): (document: Document, value: Value) => Document {
  const root = new Node()
  grow(root, path, (scope) => scope.placed)
  return (document, value) => root.computeFields(root.keepFields(document, 'add'), { placed: value })
}
