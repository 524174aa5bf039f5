/** `$match` inside a pipeline: a filter whose `$expr` may use the pipeline's variables, and what of it an index can serve. */
import { fail } from '../../errors'
import { checkFilter } from '../filter'
import { matches } from '../match'
import { type Document, isDocument, type Value } from '../values'
import { isTrue } from './result'
import { type Planner, reading, type StageCompiler, type Variables } from './stage'

export type Test = (document: Document, variables: Variables) => boolean

export function filterOf(spec: Value): Document {
  if (isDocument(spec)) return spec
  throw fail('the match filter must be an expression in an object')
}

export function testing(filter: Document, planner: Planner): Test {
  const tests = Object.entries(filter).map(([key, condition]) => testOf(key, condition, planner))
  return (document, variables) => tests.every((test) => test(document, variables))
}

function testOf(key: string, condition: Value, planner: Planner): Test {
  if (key === '$expr') {
    const read = reading(condition, planner)
    return (document, variables) => isTrue(read(document, variables))
  }
  if (!LOGICAL.has(key)) {
    const part = { [key]: condition }
    checkFilter(part, 'branch')
    return (document) => matches(document, part)
  }
  const branches = branchesOf(key, condition).map((branch) => testing(branch, planner))
  if (key === '$and') return (document, variables) => branches.every((test) => test(document, variables))
  return (document, variables) => branches.some((test) => test(document, variables)) === (key === '$or')
}

const LOGICAL = new Set(['$and', '$or', '$nor'])

function branchesOf(key: string, condition: Value): Document[] {
  if (!Array.isArray(condition) || condition.length === 0) throw fail(`${key} must be a nonempty array`)
  return condition.map((branch) => {
    if (isDocument(branch)) return branch
    throw fail(`${key} entries must be objects`)
  })
}

export const match: StageCompiler = (spec, planner) => {
  const test = testing(filterOf(spec), planner)
  return function* (documents, variables) {
    for (const document of documents) {
      planner.budget.tick()
      if (test(document, variables)) yield document
    }
  }
}

export const hasExpression = (filter: Document): boolean =>
  Object.entries(filter).some(
    ([key, value]) =>
      key === '$expr' || (LOGICAL.has(key) && Array.isArray(value) && value.filter(isDocument).some(hasExpression)),
  )

/** A condition an index can serve and every document that passes meets, read out of the filter when its variables are known. */
export type Hint = (variables: Variables) => Document

/** What must hold at the top of a filter: its plain parts, and `$eq` between a field and something known before it is read. */
export function hintOf(filter: Document, planner: Planner): Hint {
  const hints = Object.entries(filter).flatMap(([key, condition]): Hint[] => {
    if (key === '$expr') return equalities(condition, planner)
    if (key === '$and') return branchesOf(key, condition).map((branch) => hintOf(branch, planner))
    return LOGICAL.has(key) && hasExpression({ [key]: condition }) ? [] : [() => ({ [key]: condition })]
  })
  return (variables): Document => {
    const terms = hints.map((hint) => hint(variables)).filter((term) => Object.keys(term).length > 0)
    return terms.length > 0 ? { $and: terms } : {}
  }
}

function equalities(source: Value, planner: Planner): Hint[] {
  if (!isDocument(source)) return []
  if (Array.isArray(source.$and)) return source.$and.flatMap((part) => equalities(part, planner))
  const sides = Array.isArray(source.$eq) ? source.$eq : []
  return [sides, [...sides].reverse()].flatMap(([field, other]) => {
    const isField = typeof field === 'string' && /^\$[^$]/.test(field)
    if (!isField || other === undefined || readsDocument(other)) return []
    const read = reading(other, planner)
    return [(variables: Variables) => equality(field.slice(1), read({}, variables))]
  })
}

/** Whether an expression looks at the document it is about, so that its value is not known before. */
function readsDocument(source: Value): boolean {
  if (typeof source === 'string') return /^\$(?!\$)|^\$\$(ROOT|CURRENT)\b/.test(source)
  if (Array.isArray(source)) return source.some(readsDocument)
  return isDocument(source) && Object.values(source).some(readsDocument)
}

/** An array compares otherwise in a filter than in an expression; what is missing is found among what is null. */
const equality = (path: string, value: Value | undefined): Document =>
  Array.isArray(value) ? {} : { [path]: { $eq: value ?? null } }
