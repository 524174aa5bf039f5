/** Operators that run an expression for each element of an array, and those that sum an array up as `$group` does. */
import { fail } from '../../errors'
import type { Value } from '../values'
import { type Accumulator, accumulatorOf } from './accumulators'
import { variableName } from './logic'
import { argumentsOf, bind, type Compiler, type Expression, namesOf, type Operator } from './operator'
import { isNothing, isTrue, type Result, typeName } from './result'

function listAt(input: Expression, name: string): Expression {
  return (scope) => {
    const list = input(scope)
    if (isNothing(list) || Array.isArray(list)) return list
    throw fail(`input to ${name} must be an array not ${typeName(list)}`)
  }
}

interface Loop {
  list: Expression
  as: string
  body: Expression
}

/** `{ input, as, <body> }`: the element is called `this` unless it is given a name. */
function loopOf(operand: Value, { compile }: Compiler, name: string, bodyName: string): Loop {
  const { input, as, [bodyName]: body } = namesOf(operand, ['input', bodyName], ['as'], name)
  if (as !== undefined && typeof as !== 'string') throw fail(`${name}'s 'as' must be a string`)
  const variable = as === undefined ? 'this' : variableName(as)
  return { list: listAt(compile(input ?? null), name), as: variable, body: compile(body ?? null, [variable]) }
}

const map: Operator = (operand, compiler, name) => {
  const { list, as, body } = loopOf(operand, compiler, name, 'in')
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    return items.map((item) => {
      compiler.tick()
      return body(bind(scope, { [as]: item })) ?? null
    })
  }
}

const filter: Operator = (operand, compiler, name) => {
  const { list, as, body } = loopOf(operand, compiler, name, 'cond')
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    return items.filter((item) => {
      compiler.tick()
      return isTrue(body(bind(scope, { [as]: item })))
    })
  }
}

const reduce: Operator = (operand, compiler, name) => {
  const { input, initialValue, in: body } = namesOf(operand, ['input', 'initialValue', 'in'], [], name)
  const list = listAt(compiler.compile(input ?? null), name)
  const start = compiler.compile(initialValue ?? null)
  const next = compiler.compile(body ?? null, ['this', 'value'])
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    return items.reduce<Result>((value, item) => {
      compiler.tick()
      return next(bind(scope, { this: item, value }))
    }, start(scope))
  }
}

/** Of one argument that is an array its elements count; of several arguments each counts itself. */
const summary =
  (make: () => Accumulator): Operator =>
  (operand, { compile }, name) => {
    const parts = argumentsOf(operand, 0, Number.POSITIVE_INFINITY, name).map((source) => compile(source))
    return (scope) => {
      const values = parts.map((part) => part(scope))
      const [first] = values
      const total = make()
      for (const value of values.length === 1 && Array.isArray(first) ? first : values) total.add(value)
      return total.result()
    }
  }

const named = ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp', '$mergeObjects']

export const FOLDS: Record<string, Operator> = {
  $map: map,
  $filter: filter,
  $reduce: reduce,
  ...Object.fromEntries(named.map((name) => [name, summary(accumulatorOf(name))])),
}
