/** Rules and facts at random: few facts and few days, so that they meet. */
import fc from 'fast-check'
import { addDays, type Day, daysBetween, toDay } from '../../domain/kernel/time'
import {
  type DatedFact,
  type FactName,
  type FactRow,
  type FactRule,
  type Facts,
  type FactValue,
  factRow,
  type Rule,
  type RuleGroup,
} from '../../domain/rules'

export const FIRST = toDay('2021-02-08')
export const aDay: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 12 }).map((n) => addDays(FIRST, n))

/** One or two of each kind, with and without values that settle nothing, with and without a question. */
const pool = [
  'stay',
  'exposure',
  'verified',
  'hasContract',
  'isFlexible',
  'festivalDays',
  'trainingFeeFen',
  'hiredOn',
  'employer',
] as const satisfies readonly FactName[]
export const aFactName = fc.constantFrom(...pool)

const values: Record<string, fc.Arbitrary<FactValue>> = {
  yesNo: fc.boolean(),
  number: fc.integer({ min: 0, max: 7 }),
  fen: fc.integer({ min: 0, max: 3 }).map((n) => n * 100),
  day: aDay,
  text: fc.constantFrom('org-a', 'org-b'),
}

export const aValueOf = (fact: FactName): fc.Arbitrary<FactValue> => {
  const row = factRow(fact)
  if (row.kind === 'choice') return fc.constantFrom(...Object.keys(row.choices))
  return values[row.kind] ?? fc.boolean()
}

const bounds: Record<string, readonly string[]> = {
  number: ['atLeast', 'atMost'],
  fen: ['atLeast', 'atMost'],
  day: ['onOrAfter', 'onOrBefore'],
}

const aTestOf = (fact: FactName): fc.Arbitrary<FactRule['must']> => {
  const names = bounds[factRow(fact).kind]
  if (names) return fc.tuple(fc.constantFrom(...names), aValueOf(fact)).map(([name, value]) => ({ [name]: value }))
  const most = factRow(fact).kind === 'yesNo' ? 1 : 2
  return fc.uniqueArray(aValueOf(fact), { minLength: 1, maxLength: most }).map((is) => ({ is }))
}

const aSpan = fc.tuple(aDay, fc.integer({ min: 0, max: 6 })).map(([from, n]) => ({ from, to: addDays(from, n) }))
const aWhen = fc.oneof(
  aDay.map((on) => ({ on })),
  aSpan.map((through) => ({ through })),
)

export const aFactRule: fc.Arbitrary<FactRule> = aFactName.chain((fact) =>
  fc.record(
    {
      fact: fc.constant(fact),
      must: aTestOf(fact),
      when: aWhen,
      says: fc.constant('过年留在本市'),
      source: fc.constant({ documentId: 'notice-2021-02-06', article: '第二条' }),
    },
    { requiredKeys: ['fact', 'must'] },
  ),
)
const aGroup: fc.Arbitrary<RuleGroup> = fc.array(aFactRule, { minLength: 2, maxLength: 4 }).map((anyOf) => ({ anyOf }))
export const aRule: fc.Arbitrary<Rule> = fc.oneof({ arbitrary: aFactRule, weight: 3 }, { arbitrary: aGroup, weight: 1 })
export const someRules = fc.array(aRule, { maxLength: 5 })

/** What a broken importer or an old phone may send: nothing of it says anything of a fact of this kind. */
const wrong: Record<FactRow['kind'], readonly FactValue[]> = {
  yesNo: [0, 1, 'true', '是'],
  choice: [true, 0, 'constructor', '留下过年'],
  number: ['5', true, Number.POSITIVE_INFINITY],
  fen: ['100', true, 1.5, -1, 2 ** 53],
  day: ['2021-02-30', '2021-2-8', 'today', 20210208],
  text: [5, true],
}
export const garbageOf = (fact: FactName): readonly FactValue[] => [Number.NaN, '', '  ', ...wrong[factRow(fact).kind]]

export const aRowOf = (fact: FactName): fc.Arbitrary<DatedFact> =>
  fc.record(
    { value: aValueOf(fact), from: aDay, to: aDay, source: fc.constantFrom('单位名册', '您后来说的') },
    { requiredKeys: ['value'] },
  )

const rowsOf = (fact: FactName) =>
  fc.array(aRowOf(fact), { maxLength: 3 }).map((rows): [FactName, DatedFact[]] => [fact, rows])

export const someFacts: fc.Arbitrary<Facts> = fc
  .subarray([...pool])
  .chain((facts) => fc.tuple(...facts.map(rowsOf)))
  .map((entries): Facts => Object.fromEntries(entries))

export const daysOf = ({ when }: FactRule, on: Day): Day[] => {
  if (!when?.through) return [when?.on ?? on]
  const { from, to } = when.through
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
}

export const without = (facts: Facts, gone: FactName): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== gone))
