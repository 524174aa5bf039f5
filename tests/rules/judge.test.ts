/** What a bureau's case cannot write: facts and rules that are broken on their way here, and none of them is a yes. */
import * as v from 'valibot'
import { toDay } from '../../domain/kernel/time'
import { type Facts, factsOf, judge, Rule } from '../../domain/rules'

const on = toDay('2021-02-08')
const signed: Rule = { fact: 'hasContract', must: { is: [true] } }
const unsigned: Rule = { fact: 'hasContract', must: { is: [false] } }

/** As it comes out of a database, where no type holds. */
const kept = (text: string): Facts => JSON.parse(text)
const rule = (text: string): Rule => JSON.parse(text)

test.each([
  ['null', '{"hasContract":[{"value":null}]}'],
  ['no value at all', '{"hasContract":[{}]}'],
  ['a word for a yes', '{"hasContract":[{"value":"true"}]}'],
  ['a list', '{"hasContract":[{"value":[true]}]}'],
  ['no rows', '{"hasContract":[]}'],
  ['a beginning that is no day', '{"hasContract":[{"value":true,"from":""}]}'],
  ['an end that is no day', '{"hasContract":[{"value":true,"to":"9999"}]}'],
  ['an end before its beginning', '{"hasContract":[{"value":true,"from":"2021-02-09","to":"2021-02-07"}]}'],
  ['a broken row beside a whole one', '{"hasContract":[{"value":true},{"value":null}]}'],
  ['a row with a broken day beside a whole one', '{"hasContract":[{"value":true},{"value":true,"to":"never"}]}'],
  ['another fact', '{"isFlexible":[{"value":true}]}'],
])('a fact that is %s is neither a yes nor a no', (_, text) => {
  const why = expect.stringContaining('还不知道您签没签合同')
  for (const asked of [signed, unsigned])
    expect(judge([asked], kept(text), on).answers).toEqual([expect.objectContaining({ verdict: 'unknown', why })])
})

test.each([
  ['asks nothing', '{"fact":"hasContract","must":{}}'],
  ['counts what is not a number', '{"fact":"hasContract","must":{"atLeast":0}}'],
  ['dates what is not a day', '{"fact":"hasContract","must":{"onOrAfter":"2021-01-01"}}'],
  ['asks about a fact that is gone', '{"fact":"hasGone","must":{"is":[true]}}'],
  [
    'ends before it begins',
    '{"fact":"hasContract","must":{"is":[true]},"when":{"through":{"from":"2021-02-09","to":"2021-02-07"}}}',
  ],
])('a rule that %s is refused, and judges nobody', (_, text) => {
  expect(v.safeParse(Rule, JSON.parse(text)).success).toBe(false)
  if (text.includes('hasGone')) return
  expect(judge([rule(text)], factsOf({ hasContract: true }), on).verdict).toBe('unknown')
})

test('where nothing is asked, nothing is against it', () => {
  expect(judge([], {}, on)).toEqual({ verdict: 'yes', answers: [] })
})

test('facts without days leave out what is not known', () => {
  const known = factsOf({ stay: 'staying', age: undefined, isFlexible: false, childrenCount: 0 })
  expect(known).toEqual({ stay: [{ value: 'staying' }], isFlexible: [{ value: false }], childrenCount: [{ value: 0 }] })
})

test('what it is given it leaves as it was', () => {
  const rows = Object.freeze([Object.freeze({ value: true, from: on })])
  const rules = Object.freeze([Object.freeze({ ...signed, when: Object.freeze({ on }) })])
  expect(judge(rules, Object.freeze({ hasContract: rows }), on).verdict).toBe('yes')
})
