/** What an operator of an expression is, and the usual ways of making one: by position or by name, its arguments counted. */
import { fail } from '../../errors'
import { isDocument, type Value } from '../values'
import type { Result } from './result'

/** The variables in sight, each by its name: ROOT, CURRENT and those of `$let`, `$map` and their like. */
export type Scope = Readonly<Record<string, Result>>
export type Expression = (scope: Scope) => Result

export interface Compiler {
  /** Turns an expression into what computes it; `more` names variables only it can see. */
  compile(source: Value, more?: readonly string[]): Expression
  /** Counts one step of a loop, so that a pipeline without end is stopped. */
  tick(): void
}

/** Compiles the operand once, refuses what is wrong with it, and answers what computes it for each document. */
export type Operator = (operand: Value, compiler: Compiler, name: string) => Expression

/** A scope in which one more variable stands; the outer one is left as it was. */
export function bind(scope: Scope, variables: Record<string, Result>): Scope {
  const inner: Record<string, Result> = Object.create(scope)
  return Object.assign(inner, variables)
}

/** Arguments by position: `{ $op: [a, b] }`, or `{ $op: a }` when one is enough. */
export function positional(least: number, most: number, apply: (...values: Result[]) => Result): Operator {
  return (operand, { compile }, name) => {
    const parts = argumentsOf(operand, least, most, name).map((source) => compile(source))
    const [first, second] = parts
    if (parts.length === 1 && first) return (scope) => apply(first(scope))
    if (parts.length === 2 && first && second) return (scope) => apply(first(scope), second(scope))
    return (scope) => apply(...parts.map((part) => part(scope)))
  }
}

export function argumentsOf(operand: Value, least: number, most: number, name: string): Value[] {
  const sources = Array.isArray(operand) ? operand : [operand]
  if (sources.length >= least && sources.length <= most) return sources
  const wanted = least === most ? `exactly ${least}` : `at least ${least} and at most ${most}`
  throw fail(
    `Expression ${name} takes ${most === Number.POSITIVE_INFINITY ? `at least ${least}` : wanted} arguments. ${sources.length} were passed in.`,
  )
}

/** Arguments by name, each an expression; one not known is refused by name. */
export function named(
  required: readonly string[],
  optional: readonly string[],
  apply: (values: Readonly<Record<string, Result>>, has: (key: string) => boolean) => Result,
): Operator {
  return (operand, { compile }, name) => {
    const sources = namesOf(operand, required, optional, name)
    const parts = Object.entries(sources).map(([key, source]) => [key, compile(source)] as const)
    const has = (key: string): boolean => Object.hasOwn(sources, key)
    return (scope) => apply(Object.fromEntries(parts.map(([key, part]) => [key, part(scope)])), has)
  }
}

export function namesOf(
  operand: Value,
  required: readonly string[],
  optional: readonly string[],
  name: string,
): Record<string, Value> {
  if (!isDocument(operand)) throw fail(`${name} requires an object with named arguments`)
  const unknown = Object.keys(operand).find((key) => !required.includes(key) && !optional.includes(key))
  if (unknown !== undefined) throw fail(`Unrecognized argument to ${name}: ${unknown}`)
  const missing = required.find((key) => !Object.hasOwn(operand, key))
  if (missing !== undefined) throw fail(`Missing '${missing}' parameter to ${name}`)
  return operand
}
