/** What holds of every rule and all facts: an unknown is never a yes, knowing more only settles, and no order matters. */
import fc from 'fast-check'
import * as v from 'valibot'
import { addDays, type Day } from '../../domain/kernel/time'
import {
  Answer,
  type DatedFact,
  type FactName,
  type FactRule,
  type Facts,
  type FactValue,
  factNames,
  factRow,
  isDeclared,
  isValueOf,
  judge,
  Rule,
  type Verdict,
  verdictOf,
} from '../../domain/rules'
import { runs } from '../property'
import {
  aDay,
  aFactName,
  aFactRule,
  aRowOf,
  aRule,
  aValueOf,
  daysOf,
  garbageOf,
  someFacts,
  someRules,
  without,
} from './arbitraries'

const holds = ({ is, atLeast, atMost, onOrAfter, onOrBefore }: FactRule['must'], value: FactValue): boolean => {
  if (is) return is.includes(value)
  if (atLeast !== undefined) return Number(value) >= atLeast
  if (atMost !== undefined) return Number(value) <= atMost
  return onOrAfter ? String(value) >= onOrAfter : String(value) <= String(onOrBefore)
}

const rowsOn = (known: Facts, fact: FactName, day: Day): DatedFact[] =>
  (known[fact] ?? []).filter(({ from = day, to = day }) => from <= day && day <= to)

/** The rule once more, as plainly as it can be said: every day by itself, nothing skipped. */
const countedOut = (rule: FactRule, known: Facts, on: Day): Verdict => {
  const days = daysOf(rule, on).map((day): Verdict => {
    const values = new Set(rowsOn(known, rule.fact, day).map(({ value }) => value))
    const [value] = values
    if (values.size !== 1 || value === undefined || !isValueOf(rule.fact, value)) return 'unknown'
    if (holds(rule.must, value)) return 'yes'
    return Object.hasOwn(factRow(rule.fact).unsettled ?? {}, String(value)) ? 'unknown' : 'no'
  })
  return verdictOf(days.map((verdict) => ({ verdict })))
}

const verdictsOf = (rules: readonly Rule[], known: Facts, on: Day): Verdict[] =>
  judge(rules, known, on).answers.map(({ verdict }) => verdict)

test('skipping the days between two changes answers what counting every day answers', () => {
  fc.assert(
    fc.property(aFactRule, someFacts, aDay, (rule, known, on) => {
      expect(judge([rule], known, on).verdict).toBe(countedOut(rule, known, on))
    }),
    runs(2_000),
  )
})

describe('an unknown is never a yes:', () => {
  test('nothing known of any fact, every rule is unknown', () => {
    fc.assert(
      fc.property(someRules, aDay, (rules, on) => {
        expect(verdictsOf(rules, {}, on)).toEqual(rules.map(() => 'unknown'))
      }),
      runs(300),
    )
  })

  test('taking a fact away turns nothing into a yes', () => {
    fc.assert(
      fc.property(someRules, someFacts, aFactName, aDay, (rules, known, gone, on) => {
        const before = verdictsOf(rules, known, on)
        const after = verdictsOf(rules, without(known, gone), on)
        after.forEach((verdict, index) => {
          if (verdict === 'yes') expect(before[index]).toBe('yes')
        })
      }),
      runs(2_000),
    )
  })

  test('a value that cannot be read says as much as none', () => {
    for (const fact of factNames)
      for (const value of garbageOf(fact)) expect([fact, value, isValueOf(fact, value)]).toEqual([fact, value, false])
    fc.assert(
      fc.property(someRules, someFacts, aFactName, fc.nat(), aDay, (rules, known, fact, pick, on) => {
        const garbage = garbageOf(fact)
        const value = garbage[pick % garbage.length] ?? ''
        expect(verdictsOf(rules, { ...known, [fact]: [{ value }] }, on)).toEqual(
          verdictsOf(rules, without(known, fact), on),
        )
      }),
      runs(1_000),
    )
  })

  test('nor are two values that stand against each other', () => {
    const torn = aFactRule.chain((rule) =>
      fc.tuple(fc.constant(rule), fc.uniqueArray(aValueOf(rule.fact), { minLength: 2, maxLength: 2 })),
    )
    fc.assert(
      fc.property(torn, aDay, ([rule, values], on) => {
        const { answers } = judge([rule], { [rule.fact]: values.map((value) => ({ value })) }, on)
        expect(answers).toEqual([
          expect.objectContaining({ verdict: 'unknown', why: expect.stringMatching(/几处.*(不一样|对不上)：/) }),
        ])
      }),
      runs(500),
    )
  })
})

test('to know more only settles: a yes stays a yes and a no a no, whatever is learnt of days nobody knew about', () => {
  const learnt = aFactName.chain((fact) => fc.tuple(fc.constant(fact), aRowOf(fact), aDay, fc.nat({ max: 3 })))
  fc.assert(
    fc.property(someRules, someFacts, fc.array(learnt, { maxLength: 4 }), aDay, (rules, known, more, on) => {
      const fuller: Partial<Record<FactName, readonly DatedFact[]>> = { ...known }
      for (const [fact, { value }, from, n] of more) {
        const days = Array.from({ length: n + 1 }, (_, index) => addDays(from, index))
        if (days.some((day) => rowsOn(fuller, fact, day).length > 0)) continue
        fuller[fact] = [...(fuller[fact] ?? []), { value, from, to: addDays(from, n) }]
      }
      const [before, after] = [verdictsOf(rules, known, on), verdictsOf(rules, fuller, on)]
      before.forEach((verdict, index) => {
        if (verdict !== 'unknown') expect(after[index]).toBe(verdict)
      })
    }),
    runs(2_000),
  )
})

describe('no order matters:', () => {
  const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length })

  test('of rules, and each keeps its answer', () => {
    const twice = someRules.chain((rules) => fc.tuple(fc.constant(rules), shuffled(rules.map((_, index) => index))))
    fc.assert(
      fc.property(twice, someFacts, aDay, ([rules, order], known, on) => {
        const first = judge(rules, known, on)
        const second = judge(
          order.flatMap((index) => rules[index] ?? []),
          known,
          on,
        )
        expect(second.verdict).toBe(first.verdict)
        expect(second.answers).toEqual(order.map((index, rule) => ({ ...first.answers[index], rule })))
      }),
      runs(500),
    )
  })

  test('of facts and of their rows', () => {
    const rowsTwice = aFactRule.chain((rule) =>
      fc
        .array(aRowOf(rule.fact), { maxLength: 4 })
        .chain((rows) => fc.tuple(fc.constant(rule), fc.constant(rows), shuffled(rows))),
    )
    fc.assert(
      fc.property(rowsTwice, someFacts, aDay, ([rule, rows, others], known, on) => {
        const turned = Object.fromEntries(Object.entries(known).reverse())
        expect(judge([rule], { ...known, [rule.fact]: rows }, on).verdict).toBe(
          judge([rule], { ...turned, [rule.fact]: others }, on).verdict,
        )
      }),
      runs(1_000),
    )
  })
})

test('a group is a yes by one of its rows, a no by all of them; and the weakest answer is the verdict', () => {
  fc.assert(
    fc.property(someRules, someFacts, aDay, (rules, known, on) => {
      const { verdict, answers } = judge(rules, known, on)
      const order = ['no', 'unknown', 'yes']
      const weakest = Math.min(2, ...answers.map((answer) => order.indexOf(answer.verdict)))
      expect(verdict).toBe(order[weakest])
      rules.forEach((rule, index) => {
        if (rule.fact !== undefined) return
        const best = Math.max(...verdictsOf(rule.anyOf, known, on).map((one) => order.indexOf(one)))
        expect(answers[index]?.verdict).toBe(order[best])
      })
    }),
    runs(500),
  )
})

test('every answer says what is asked and where it is known from; a no and an unknown say why; a question is asked where it helps', () => {
  fc.assert(
    fc.property(aRule, someFacts, aDay, (rule, known, on) => {
      const [answer] = judge([rule], known, on).answers
      expect(v.parse(Answer, answer)).toEqual(answer)
      const { verdict, why, asks, ...said } = v.parse(Answer, answer)
      expect([why !== undefined, `${why ?? ''} ${JSON.stringify(said)}`]).toEqual([
        verdict !== 'yes',
        expect.not.stringMatching(/undefined|null|NaN|\{\}|""|。|org-/),
      ])
      const rows = rule.fact === undefined ? rule.anyOf : [rule]
      const open = rows.filter((row) => isDeclared(row.fact) && judge([row], known, on).verdict === 'unknown')
      expect(asks).toBe(verdict === 'unknown' ? open[0]?.fact : undefined)
    }),
    runs(1_000),
  )
})

test('a rule kept and read again judges the same', () => {
  fc.assert(
    fc.property(aRule, someFacts, aDay, (rule, known, on) => {
      expect(judge([v.parse(Rule, JSON.parse(JSON.stringify(rule)))], known, on)).toEqual(judge([rule], known, on))
    }),
    runs(300),
  )
})
