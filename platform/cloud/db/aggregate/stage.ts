/** What a stage of a pipeline is: documents in, documents out, one at a time wherever it can be. */
import type { Document, Value } from '../values'
import type { Budget } from './budget'
import { compiler, scopeOf } from './expression'
import type { Compiler } from './operator'
import type { Result } from './result'

/** What `let` of a lookup gave the pipeline inside it. */
export type Variables = Record<string, Result>
export type Stage = (documents: Iterable<Document>, variables: Variables) => Iterable<Document>

export interface Planner {
  compiler: Compiler
  budget: Budget
  /** Names of the variables in sight. */
  variables: readonly string[]
}

/** Checks what a stage was given, once, and answers what runs it. */
export type StageCompiler = (spec: Value, planner: Planner) => Stage

export const plannerOf = (budget: Budget, variables: readonly string[]): Planner => ({
  compiler: compiler(budget.tick, variables),
  budget,
  variables,
})

/** An expression over one document. */
export type Reading = (document: Document, variables: Variables) => Result

export function reading(source: Value, { compiler: { compile } }: Planner): Reading {
  const expression = compile(source)
  return (document, variables) => expression(scopeOf(document, variables))
}

/** A stage that makes of each document one other. */
export function each({ budget }: Planner, change: (document: Document, variables: Variables) => Document): Stage {
  return function* (documents, variables) {
    for (const document of documents) {
      budget.tick()
      yield change(document, variables)
    }
  }
}
