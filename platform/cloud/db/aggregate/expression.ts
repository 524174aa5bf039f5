/** Compiles an aggregation expression: fields, variables, objects, lists and operators, each checked before any document is read. */
import { fail, refuse } from '../../errors'
import { type Document, isDocument, type Value } from '../values'
import { ARITHMETIC } from './arithmetic'
import { ARRAYS } from './arrays'
import { CONVERSIONS } from './convert'
import { DATES } from './dates'
import { FOLDS } from './folds'
import { LOGIC } from './logic'
import { OBJECTS } from './objects'
import type { Compiler, Expression, Operator, Scope } from './operator'
import type { Result } from './result'
import { SETS } from './sets'
import { STRINGS } from './strings'

const OPERATORS = new Map<string, Operator>(
  Object.entries({
    ...ARITHMETIC,
    ...ARRAYS,
    ...CONVERSIONS,
    ...DATES,
    ...FOLDS,
    ...LOGIC,
    ...OBJECTS,
    ...SETS,
    ...STRINGS,
  }),
)

/** Variables every expression sees, and those given from outside. */
export const compiler = (tick: () => void, variables: readonly string[] = []): Compiler => {
  const within = (known: ReadonlySet<string>): Compiler => ({
    tick,
    compile: (source, more = []) => {
      const seen = more.length > 0 ? new Set([...known, ...more]) : known
      return compileSource(source, seen, within(seen))
    },
  })
  return within(new Set(['ROOT', 'CURRENT', 'REMOVE', ...variables]))
}

/** For a caller with one expression and one document: a filter's `$expr`. */
export function compileExpression(source: Value): (document: Document) => Result {
  const compiled = compiler(() => {}).compile(source)
  return (document) => compiled(scopeOf(document))
}

export const scopeOf = (document: Document, variables: Record<string, Result> = {}): Scope => ({
  ...variables,
  ROOT: document,
  CURRENT: document,
})

function compileSource(source: Value, known: ReadonlySet<string>, inner: Compiler): Expression {
  if (typeof source === 'string' && source.startsWith('$')) return compilePath(source, known)
  if (Array.isArray(source)) {
    const parts = source.map((item) => inner.compile(item))
    return (scope) => parts.map((part) => part(scope) ?? null)
  }
  if (isDocument(source)) return compileObject(source, inner)
  return () => source
}

function compileObject(source: Document, inner: Compiler): Expression {
  const keys = Object.keys(source)
  const name = keys.find((key) => key.startsWith('$'))
  if (name === undefined) return compileFields(source, inner)
  if (keys.length > 1) throw fail(`an object with ${name} is an expression and must have exactly one field`)
  const operator = OPERATORS.get(name)
  if (!operator) throw refuse(`The aggregation operator ${name}`)
  return operator(source[name] ?? null, inner, name)
}

function compileFields(source: Document, inner: Compiler): Expression {
  const dotted = Object.keys(source).find((key) => key.includes('.'))
  if (dotted !== undefined) throw fail(`FieldPath field names may not contain '.': ${dotted}`)
  const parts = Object.entries(source).map(([key, value]) => [key, inner.compile(value)] as const)
  return (scope) => {
    const made: Document = {}
    for (const [key, part] of parts) {
      const value = part(scope)
      if (value !== undefined) made[key] = value
    }
    return made
  }
}

/** `$a.b` or `$$name.a.b`. */
function compilePath(path: string, known: ReadonlySet<string>): Expression {
  const isVariable = path.startsWith('$$')
  const keys = path.slice(isVariable ? 2 : 1).split('.')
  if (keys.some((key) => key === ''))
    throw fail(`FieldPath '${path}' must not end with a '.' or have an empty field name`)
  if (keys.some((key) => key.startsWith('$'))) throw fail(`FieldPath field names may not start with '$': ${path}`)
  if (keys.includes('__proto__')) throw refuse('A field named __proto__')
  if (!isVariable) return (scope) => along(scope.CURRENT, keys, 0)
  const [name = '', ...rest] = keys
  if (!known.has(name)) throw fail(`Use of undefined variable: ${name}`)
  return (scope) => along(scope[name], rest, 0)
}

/** Through an array the path goes on in each object of it; a number in it never names a place in one. */
export function along(value: Result, keys: readonly string[], from: number): Result {
  const key = keys[from]
  if (key === undefined) return value
  if (isDocument(value)) return Object.hasOwn(value, key) ? along(value[key], keys, from + 1) : undefined
  if (!Array.isArray(value)) return undefined
  return value.filter(isDocument).flatMap((item) => {
    const found = along(item, keys, from)
    return found === undefined ? [] : [found]
  })
}
