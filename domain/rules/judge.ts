/** Judges a person's facts by rows of rules. What is not known for certain is never a yes. */
import { addDays, type Day, isDay } from '../kernel/time/day'
import { type Answer, type Judgement, type Verdict, verdictOf, verdictOfAny } from './answers'
import { type DatedFact, type FactName, type Facts, type FactValue, isDeclared, isValueOf } from './facts'
import type { FactRule, Rule, RuleGroup, Test, When } from './schema'
import { fromOf, textOf, whyNot, whyTorn, whyUnknown, whyUnsettled } from './words'

/** What one fact says of one day, or of several. */
type Look = { readonly verdict: Verdict; readonly why?: string; readonly source?: string | undefined }

const isOddDay = (day: string | undefined): boolean => day !== undefined && !isDay(day)
const covers = ({ from, to }: DatedFact, day: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

/** Each bound with the question it puts to a value; a value of another type answers none of them. */
const questions = ({ is, atLeast, atMost, onOrAfter, onOrBefore }: Test, value: FactValue): (boolean | undefined)[] => [
  ...(is ? [is.includes(value)] : []),
  ...(atLeast === undefined ? [] : [typeof value === 'number' ? value >= atLeast : undefined]),
  ...(atMost === undefined ? [] : [typeof value === 'number' ? value <= atMost : undefined]),
  ...(onOrAfter === undefined ? [] : [typeof value === 'string' ? value >= onOrAfter : undefined]),
  ...(onOrBefore === undefined ? [] : [typeof value === 'string' ? value <= onOrBefore : undefined]),
]

const testOf = (must: Test, value: FactValue): Verdict => {
  const answers = questions(must, value)
  if (answers.includes(false)) return 'no'
  return answers.length === 0 || answers.includes(undefined) ? 'unknown' : 'yes'
}

const lookOn = ({ fact, must }: FactRule, rows: readonly DatedFact[], day: Day, on: Day): Look => {
  const covering = rows.filter((row) => covers(row, day))
  const [first] = covering
  if (!first || covering.some(({ value }) => !isValueOf(fact, value)))
    return { verdict: 'unknown', why: whyUnknown(fact, rows.length > covering.length, day, on) }
  if (covering.some(({ value }) => value !== first.value))
    return { verdict: 'unknown', why: whyTorn(fact, covering, day, on) }
  const { source } = first
  const verdict = testOf(must, first.value)
  if (verdict === 'yes') return { verdict, source }
  const unsettled = whyUnsettled(fact, first, day, on)
  if (unsettled !== undefined) return { verdict: 'unknown', why: unsettled, source }
  return verdict === 'no'
    ? { verdict, why: whyNot(fact, first, day, on), source }
    : { verdict, why: whyUnknown(fact, false, day, on), source }
}

/** The days on which what is known may change; between two of them it is the same every day. */
const turningDays = (rows: readonly DatedFact[], from: Day, to: Day): Day[] => {
  const turns = rows.flatMap((row) => [row.from, row.to && addDays(row.to, 1)])
  const within = [from, ...turns.filter((day) => day !== undefined)].filter((day) => from <= day && day <= to)
  return [...new Set(within)].sort()
}

/** A day against it decides; else the first one nobody knows about. */
const worstOf = (looks: readonly Look[]): Look | undefined =>
  looks.find(({ verdict }) => verdict === 'no') ?? looks.find(({ verdict }) => verdict === 'unknown') ?? looks[0]

const daysOf = (rows: readonly DatedFact[], when: When | undefined, on: Day): Day[] =>
  when?.through ? turningDays(rows, when.through.from, when.through.to) : [when?.on ?? on]

const look = (rule: FactRule, known: Facts, on: Day): Look => {
  const rows = known[rule.fact] ?? []
  const isReadable = !rows.some(({ from, to }) => isOddDay(from) || isOddDay(to))
  const looks = isReadable ? daysOf(rows, rule.when, on).map((day) => lookOn(rule, rows, day, on)) : []
  return worstOf(looks) ?? { verdict: 'unknown', why: whyUnknown(rule.fact, false, on, on) }
}

const asksOf = (fact: FactName, verdict: Verdict): Pick<Answer, 'asks'> =>
  verdict === 'unknown' && isDeclared(fact) ? { asks: fact } : {}

const answerFact = (rule: FactRule, known: Facts, on: Day, index: number): Answer => {
  const { verdict, why, source } = look(rule, known, on)
  return {
    rule: index,
    text: textOf(rule, on),
    verdict,
    from: fromOf(rule.fact, source),
    ...(why === undefined ? {} : { why }),
    ...(rule.source ? { source: rule.source } : {}),
    ...asksOf(rule.fact, verdict),
  }
}

const joined = (words: readonly (string | undefined)[], by: string): string =>
  [...new Set(words.filter((word) => word !== undefined))].join(by)

/** A group is told by the row that decides it; where all are against it, by all of them. */
const answerGroup = ({ anyOf }: RuleGroup, known: Facts, on: Day, index: number): Answer => {
  const parts = anyOf.map((rule) => answerFact(rule, known, on, index))
  const verdict = verdictOfAny(parts)
  const text = joined(
    parts.map((part) => part.text),
    '，或者',
  )
  const deciding = parts.filter((part) => part.verdict === verdict)
  const told = deciding.find(({ asks }) => asks !== undefined) ?? deciding[0]
  if (told && verdict !== 'no') return { ...told, text }
  return {
    rule: index,
    text,
    verdict,
    from: joined(
      parts.map(({ from }) => from),
      '、',
    ),
    why: joined(
      parts.map(({ why }) => why),
      '；',
    ),
    ...(told?.source ? { source: told.source } : {}),
  }
}

export const judge = (rules: readonly Rule[], known: Facts, on: Day): Judgement => {
  const answers = rules.map((rule, index) =>
    rule.fact === undefined ? answerGroup(rule, known, on, index) : answerFact(rule, known, on, index),
  )
  return { verdict: verdictOf(answers), answers }
}
