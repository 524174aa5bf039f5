/** What an officer may write as a rule; what is wrong with any other is said in one sentence, at its place. */
import * as v from 'valibot'
import { Answer, FactRule, Rule } from '../../domain/rules'

const stay = { fact: 'stay', must: { is: ['staying'] } }
const days = { fact: 'festivalDays', must: { atLeast: 5 } }

/** At each place the first thing that is wrong, as `serve` answers it. */
const said = (rule: unknown): Record<string, string> =>
  Object.fromEntries(
    [...(v.safeParse(Rule, rule).issues ?? [])].reverse().map((issue) => [v.getDotPath(issue) ?? '', issue.message]),
  )

test.each([
  [stay],
  [days],
  [{ fact: 'isFlexible', must: { is: [false] } }],
  [{ fact: 'trainingFeeFen', must: { atMost: 60_000 } }],
  [{ fact: 'hiredOn', must: { onOrBefore: '2020-12-31' }, when: { on: '2021-02-12' } }],
  [
    {
      fact: 'employer',
      must: { is: ['org-a', 'org-b'] },
      says: '在名册上',
      source: { documentId: 'd1', article: '二' },
    },
  ],
  [{ ...stay, when: { through: { from: '2021-02-11', to: '2021-02-11' } } }],
  [{ anyOf: [stay, days] }],
])('%j is taken as it is', (rule) => {
  expect(v.parse(Rule, rule)).toEqual(rule)
})

test.each<[rule: unknown, place: string, words: string]>([
  [{}, 'anyOf', '这一条没写看哪一项'],
  [{ fact: 'height', must: { atLeast: 1 } }, 'fact', '没有这一项，从列出来的里面选'],
  [{ fact: 'constructor', must: { atLeast: 1 } }, 'fact', '没有这一项，从列出来的里面选'],
  [{ fact: 'stay' }, 'must', '这一条没写要怎样'],
  [{ fact: 'stay', must: {} }, 'must', '要写一样：是哪几个、至少多少、最多多少、哪天或以后、哪天或以前'],
  [
    { fact: 'festivalDays', must: { atLeast: 1, atMost: 2 } },
    'must',
    '要写一样：是哪几个、至少多少、最多多少、哪天或以后、哪天或以前',
  ],
  [{ fact: 'stay', must: { is: [] } }, 'must.is', '至少选一个'],
  [{ fact: 'stay', must: { is: ['here'] } }, 'must', '过年留不留：从列出来的里面选，一样只选一次'],
  [{ fact: 'stay', must: { is: ['toString'] } }, 'must', '过年留不留：从列出来的里面选，一样只选一次'],
  [{ fact: 'stay', must: { is: ['staying', 'staying'] } }, 'must', '过年留不留：从列出来的里面选，一样只选一次'],
  [{ fact: 'stay', must: { is: [true] } }, 'must', '过年留不留：从列出来的里面选，一样只选一次'],
  [{ fact: 'stay', must: { is: [null] } }, 'must.is.0', '写是或不是、数字，或选出来的'],
  [{ fact: 'stay', must: { atLeast: 1 } }, 'must', '过年留不留：从列出来的里面选，一样只选一次'],
  [{ fact: 'hasContract', must: { is: ['true'] } }, 'must', '签了劳动合同：写是或不是，只写一个'],
  [{ fact: 'hasContract', must: { is: [true, false] } }, 'must', '签了劳动合同：写是或不是，只写一个'],
  [{ fact: 'festivalDays', must: { is: [5] } }, 'must', '春节上班天数：写至少多少，或最多多少'],
  [{ fact: 'festivalDays', must: { onOrAfter: '2021-02-08' } }, 'must', '春节上班天数：写至少多少，或最多多少'],
  [{ fact: 'festivalDays', must: { atLeast: '5' } }, 'must.atLeast', '写数字'],
  [{ fact: 'festivalDays', must: { atLeast: Number.POSITIVE_INFINITY } }, 'must.atLeast', '写数字'],
  [{ fact: 'trainingFeeFen', must: { atMost: 0.5 } }, 'must', '培训费：写至少多少，或最多多少，按分写整数'],
  [{ fact: 'trainingFeeFen', must: { atMost: -1 } }, 'must', '培训费：写至少多少，或最多多少，按分写整数'],
  [{ fact: 'hiredOn', must: { atLeast: 5 } }, 'must', '哪天来这家上班的：写哪天或以后，或哪天或以前'],
  [{ fact: 'hiredOn', must: { onOrAfter: '2021-02-30' } }, 'must.onOrAfter', '没有这一天，再看一眼'],
  [{ fact: 'hiredOn', must: { onOrAfter: '昨天' } }, 'must.onOrAfter', '日期写成 2021-02-09 这样'],
  [{ fact: 'employer', must: { is: [' '] } }, 'must', '在哪家上班：写明是哪几个，一样只写一次'],
  [{ ...stay, when: {} }, 'when', '看哪天写一样：某一天，或从哪天到哪天'],
  [{ ...stay, when: { on: '2021-02-30' } }, 'when.on', '没有这一天，再看一眼'],
  [
    { ...stay, when: { through: { from: '2021-02-11', to: '2021-02-10' } } },
    'when.through.to',
    '最后一天不能在头一天之前',
  ],
  [{ ...stay, when: { through: { from: '2021-02-11' } } }, 'when.through.to', '从哪天到哪天没写全'],
  [{ ...stay, says: '过'.repeat(41) }, 'says', '这一条的话最多 40 个字'],
  [{ ...stay, says: ' ' }, 'says', '这一条的话还没写'],
  [{ ...stay, source: { documentId: 'd1' } }, 'source.article', '出处要写哪个文件、第几条'],
  [{ ...stay, weight: 1 }, 'weight', '这一条多写了 weight'],
  [{ ...stay, anyOf: [stay, days] }, 'anyOf', '一组里面不能再套一组'],
  [{ anyOf: [stay] }, 'anyOf', '一组至少两条'],
  [{ anyOf: Array.from({ length: 7 }, () => stay) }, 'anyOf', '一组最多六条'],
  [{ anyOf: [stay, { fact: 'stay' }] }, 'anyOf.1.must', '这一条没写要怎样'],
])('%j is refused at “%s”: %s', (rule, place, words) => {
  expect(said(rule)).toEqual({ [place]: words })
})

test('a group in a group is refused at its place, and with nothing but that', () => {
  const words = said({ anyOf: [stay, { anyOf: [stay, days] }] })
  expect(Object.keys(words)).toContain('anyOf.1.anyOf')
  expect(new Set(Object.values(words))).toEqual(new Set(['一组里面不能再套一组']))
})

test('no sentence of a refusal is English', () => {
  for (const rule of [
    null,
    5,
    'stay',
    [],
    { fact: 5 },
    { anyOf: 5 },
    { ...stay, must: 5 },
    { ...stay, must: { is: 5 } },
    { ...stay, when: 5 },
  ])
    for (const words of Object.values(said(rule)))
      expect([rule, words]).toEqual([rule, expect.not.stringMatching(/[A-Za-z]/)])
})

test('a rule of one fact is no group, and an answer is known by its own schema', () => {
  expect(v.is(FactRule, stay)).toBe(true)
  expect(v.is(FactRule, { anyOf: [stay, days] })).toBe(false)
  expect(v.is(Answer, { rule: 0, text: '留下过年', verdict: 'maybe', from: '' })).toBe(false)
})
