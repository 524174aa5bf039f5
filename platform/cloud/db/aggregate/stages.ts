/** Stages that need no other document, or only count, cut and draw: `$unwind`, `$replaceRoot`, `$count`, `$skip`, `$limit`, `$sample`. */
import { fail } from '../../errors'
import { approximate, isNumeric } from '../numbers'
import { type Document, isDocument, type Value } from '../values'
import { along } from './expression'
import { namesOf } from './operator'
import { compileAddFields, compileProject, placing } from './projection'
import { isNothing, sizeOf, typeName } from './result'
import { each, reading, type StageCompiler } from './stage'

export const project: StageCompiler = (spec, planner) => each(planner, compileProject(spec, planner))

export const addFields: StageCompiler = (spec, planner) => each(planner, compileAddFields(spec, planner))

export const replaceRoot: StageCompiler = (spec, planner) => {
  const read = reading(namesOf(spec, ['newRoot'], [], '$replaceRoot').newRoot ?? null, planner)
  return each(planner, (document, variables) => {
    const root = read(document, variables)
    if (isDocument(root)) return root
    throw fail(`'newRoot' expression must evaluate to an object, but resulting value was of type: ${typeName(root)}`)
  })
}

interface Unwinding {
  keys: string[]
  place: (document: Document, value: Value) => Document
  placeIndex: (document: Document, value: Value) => Document
  keepsEmpty: boolean
}

export const unwind: StageCompiler = (spec, { budget }) => {
  const how = unwindingOf(typeof spec === 'string' ? { path: spec } : spec)
  return function* (documents) {
    for (const document of documents) {
      budget.tick()
      for (const one of unwound(document, how)) {
        budget.tick()
        yield one
      }
    }
  }
}

function unwindingOf(spec: Value): Unwinding {
  const options = namesOf(spec, ['path'], ['includeArrayIndex', 'preserveNullAndEmptyArrays'], '$unwind')
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: keepsEmpty = false } = options
  if (typeof path !== 'string' || !/^\$[^$]/.test(path))
    throw fail(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`)
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$')))
    throw fail('includeArrayIndex option to $unwind stage should be a non-empty string not prefixed with a $')
  if (typeof keepsEmpty !== 'boolean')
    throw fail('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage')
  const field = path.slice(1)
  return {
    keys: field.split('.'),
    place: placing(field),
    placeIndex: index === undefined ? (document) => document : placing(index),
    keepsEmpty,
  }
}

function* unwound(document: Document, { keys, place, placeIndex, keepsEmpty }: Unwinding): Generator<Document> {
  const value = atPlainPath(document, keys)
  if (Array.isArray(value) && value.length > 0) {
    for (const [index, item] of value.entries()) yield placeIndex(place(document, item), index)
  } else if (!isNothing(value) && !Array.isArray(value)) yield placeIndex(document, null)
  else if (keepsEmpty) yield placeIndex(Array.isArray(value) ? without(document, keys) : document, null)
}

/** Through objects only: an array on the way to the path hides what is below it. */
const atPlainPath = (document: Document, keys: string[]): Value | undefined =>
  keys.reduce<Value | undefined>((at, key) => (isDocument(at) ? along(at, [key], 0) : undefined), document)

function without(document: Document, [key = '', ...rest]: string[]): Document {
  const { [key]: below, ...others } = document
  return rest.length > 0 && isDocument(below) ? { ...document, [key]: without(below, rest) } : others
}

export const count: StageCompiler = (spec, { budget }) => {
  if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.') || spec === '__proto__')
    throw fail("the count field must be a non-empty string without '.' and not begin with '$'")
  return function* (documents) {
    let total = 0
    for (const _document of documents) {
      budget.tick()
      total++
    }
    if (total > 0) yield { [spec]: total }
  }
}

/** More than there can be, and still a number SQLite counts to. */
const MOST = 2 ** 40

/** How many documents `$limit`, `$skip` or `$sample` is told. */
export function amountOf(spec: Value | undefined, name: string, least: 0 | 1): number {
  const amount = isNumeric(spec) ? approximate(spec) : Number.NaN
  if (!Number.isInteger(amount)) throw fail(`invalid argument to ${name}: Expected an integer`)
  if (amount < least)
    throw fail(`the argument to ${name} must be ${least === 0 ? 'non-negative' : 'positive'}: ${amount}`)
  return Math.min(amount, MOST)
}

export const skip: StageCompiler = (spec) => {
  const left = amountOf(spec, '$skip', 0)
  return function* (documents) {
    let seen = 0
    for (const document of documents) if (seen++ >= left) yield document
  }
}

export const limit: StageCompiler = (spec) => {
  const most = amountOf(spec, '$limit', 1)
  return function* (documents) {
    let seen = 0
    for (const document of documents) {
      yield document
      if (++seen >= most) return
    }
  }
}

/** Each document is as likely as any other to be among the drawn. */
export const sample: StageCompiler = (spec, { budget }) => {
  const wanted = amountOf(namesOf(spec, ['size'], [], '$sample').size, '$sample', 1)
  return (documents) => {
    const drawn: Document[] = []
    let [seen, bytes] = [0, 0]
    for (const document of documents) {
      budget.tick()
      const place = Math.floor(Math.random() * ++seen)
      if (drawn.length < wanted) {
        bytes += sizeOf(document)
        budget.hold('$sample', bytes)
        drawn.splice(place, 0, document)
      } else if (place < wanted) drawn[place] = document
    }
    return drawn
  }
}
