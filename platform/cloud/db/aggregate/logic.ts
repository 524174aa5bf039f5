/** Operators that compare and choose, and those about the expression itself: literals and variables. */
import { fail } from '../../errors'
import { compareKeys } from '../order'
import { isDocument, type Value } from '../values'
import { argumentsOf, bind, type Compiler, type Expression, namesOf, type Operator, positional } from './operator'
import { isNothing, isTrue, type Result } from './result'

const comparison = (accepts: (order: number) => boolean): Operator =>
  positional(2, 2, (left, right) => accepts(compareKeys(left, right)))

/** Stops at the first argument that decides. */
const junction =
  (decisive: boolean): Operator =>
  (operand, { compile }, name) => {
    const parts = argumentsOf(operand, 0, Number.POSITIVE_INFINITY, name).map((source) => compile(source))
    return (scope) => parts.some((part) => isTrue(part(scope)) === decisive) === decisive
  }

const cond: Operator = (operand, { compile }, name) => {
  const keys = ['if', 'then', 'else']
  const sources = isDocument(operand)
    ? Object.entries(namesOf(operand, keys, [], name)).sort(
        ([left], [right]) => keys.indexOf(left) - keys.indexOf(right),
      )
    : argumentsOf(operand, 3, 3, name).map((source) => ['', source] as const)
  const [condition, yes, no] = sources.map(([, source]) => compile(source))
  return (scope) => (isTrue(condition?.(scope)) ? yes?.(scope) : no?.(scope))
}

const ifNull: Operator = (operand, { compile }, name) => {
  const parts = argumentsOf(operand, 2, Number.POSITIVE_INFINITY, name).map((source) => compile(source))
  const last = parts.at(-1)
  return (scope) => {
    for (const part of parts.slice(0, -1)) {
      const value = part(scope)
      if (!isNothing(value)) return value
    }
    return last?.(scope)
  }
}

const switchBranches: Operator = (operand, compiler, name) => {
  const { branches, default: otherwise } = namesOf(operand, ['branches'], ['default'], name)
  if (!Array.isArray(branches) || branches.length === 0) throw fail('$switch requires at least one branch.')
  const ways = branches.map((branch) => compileBranch(branch, compiler))
  const last = otherwise === undefined ? undefined : compiler.compile(otherwise)
  return (scope) => {
    const way = ways.find(({ when }) => isTrue(when(scope)))
    if (way) return way.answer(scope)
    if (last) return last(scope)
    throw fail('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

function compileBranch(branch: Value, { compile }: Compiler): { when: Expression; answer: Expression } {
  const { case: when, then: answer } = namesOf(branch, ['case', 'then'], [], '$switch')
  return { when: compile(when ?? null), answer: compile(answer ?? null) }
}

const letVariables: Operator = (operand, { compile }, name) => {
  const { vars, in: body } = namesOf(operand, ['vars', 'in'], [], name)
  if (!isDocument(vars)) throw fail('invalid parameter: expected an object (vars)')
  const names = Object.keys(vars).map(variableName)
  const parts = Object.entries(vars).map(([key, source]) => [key, compile(source)] as const)
  const inner = compile(body ?? null, names)
  return (scope) => inner(bind(scope, Object.fromEntries(parts.map(([key, part]) => [key, part(scope)]))))
}

/** A person's variable starts small, so that it never takes the name of one that is always there. */
export function variableName(name: string): string {
  if (/^[a-z\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*$/.test(name)) return name
  throw fail(`'${name}' starts with an invalid character for a user variable name`)
}

export const LOGIC: Record<string, Operator> = {
  $eq: comparison((way) => way === 0),
  $ne: comparison((way) => way !== 0),
  $gt: comparison((way) => way > 0),
  $gte: comparison((way) => way >= 0),
  $lt: comparison((way) => way < 0),
  $lte: comparison((way) => way <= 0),
  $cmp: positional(2, 2, (left, right) => Math.sign(compareKeys(left, right))),
  $and: junction(false),
  $or: junction(true),
  $not: positional(1, 1, (value: Result) => !isTrue(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchBranches,
  $let: letVariables,
  $literal: (operand) => () => operand,
  $meta: () => {
    throw fail('query requires text score metadata, but it is not available: there is no text index here')
  },
}
