/** The form of a programme: what is written comes back as it was, each mistake stands at its own question, and nothing half written is read as a rule. */
import * as v from 'valibot'
import { ProgrammeDetails } from '../../domain/claim'
import { toDay } from '../../domain/kernel/time'
import { type FactName, type FactRule, factNames, factRow, type Rule } from '../../domain/rules'
import { changesBetween } from '../../src/desk/parts/programme-words'
import { type Answers, blank } from '../../src/desk/programme-new/answers'
import { mistakesIn, questionOf, read, readToTry } from '../../src/desk/programme-new/details'
import { keptLists, listsOf, noRule, put, without } from '../../src/desk/programme-new/lists'
import { after, before, mistakesOn, partOf, parts } from '../../src/desk/programme-new/parts'
import { answersOf } from '../../src/desk/programme-new/refill'
import { lineOf, readRule, sayRule } from '../../src/desk/programme-new/rule-words'
import { details } from '../builders/claims'

const source = { documentId: 'notice', article: '第二条' }
const today = toDay('2021-02-01')
const written = (over: Parameters<typeof details>[0] = {}): ProgrammeDetails => v.parse(ProgrammeDetails, details(over))
const filled = (over: Parameters<typeof details>[0] = {}): Answers => ({ ...blank, ...answersOf(written(over)) })

const testsFor = (fact: FactName): FactRule['must'][] => {
  const row = factRow(fact)
  switch (row.kind) {
    case 'yesNo':
      return [{ is: [true] }, { is: [false] }]
    case 'choice':
      return [{ is: Object.keys(row.choices).slice(0, 2) }]
    case 'text':
      return [{ is: ['上海某某公司', '另一家'] }]
    case 'number':
      return [{ atLeast: 3 }, { atMost: 60 }]
    case 'fen':
      return [{ atLeast: 120_050 }, { atMost: 100 }]
    case 'day':
      return [{ onOrAfter: toDay('2021-01-01') }, { onOrBefore: toDay('2021-02-12') }]
  }
}
const whens: FactRule['when'][] = [
  undefined,
  { on: toDay('2021-02-12') },
  { through: { from: toDay('2021-02-11'), to: toDay('2021-02-17') } },
]

describe('a condition', () => {
  test.each(factNames)('about %s comes back as it was, whatever is asked of it and for which days', (fact) => {
    for (const must of testsFor(fact))
      for (const when of whens) {
        const rule: FactRule = { fact, must, source, ...(when ? { when } : {}) }
        const [item = noRule] = lineOf(rule).anyOf
        expect(readRule(item)).toEqual({ rule })
        expect(sayRule(item, today)).not.toContain('还没写完')
      }
  })
  test('nobody finished is no condition: each thing missing is said at its own question', () => {
    const said = (item: Partial<typeof noRule>) => {
      const found = readRule({ ...noRule, ...item })
      return 'mistakes' in found ? found.mistakes : {}
    }
    expect(said({})).toEqual({ fact: '看哪一项，选一个' })
    expect(said({ fact: 'stay' })).toEqual({ must: '至少选一个' })
    expect(said({ fact: 'hasContract' })).toEqual({ must: '要怎样，选一个' })
    expect(said({ fact: 'age' })).toEqual({ must: '要怎样，选一个' })
    expect(said({ fact: 'age', how: 'atLeast', amount: '十八' })).toEqual({ amount: '写数字' })
    expect(said({ fact: 'trainingFeeFen', how: 'atMost', amount: '' })).toEqual({ amount: '写多少元，像 300' })
    expect(said({ fact: 'employer', amount: ' \n ' })).toEqual({ must: '至少写一家' })
    expect(said({ fact: 'hiredOn', how: 'onOrBefore', when: 'through', from: '2021-02-01' })).toEqual({
      day: '哪天，选一个',
      to: '到哪天，选一个',
    })
    expect(said({ fact: 'verified', values: ['true'], article: '第二条' })).toEqual({
      documentId: '哪份文件，选一个',
    })
    expect(sayRule({ ...noRule, fact: 'age' }, today)).toBe('年龄：还没写完')
  })
  test('whose days stand the wrong way round is refused in the words of the contract', () => {
    const item = { ...noRule, fact: 'stay', values: ['staying'], when: 'through', from: '2021-02-17', to: '2021-02-11' }
    expect(readRule(item)).toEqual({ mistakes: { to: '最后一天不能在头一天之前' } })
  })
})

const group: Rule = {
  anyOf: [
    { fact: 'hasContract', must: { is: [true] }, source },
    { fact: 'isFlexible', must: { is: [true] }, source },
  ],
}

describe('what is written', () => {
  test.each([
    ['the plainest', {}],
    ['conditions of which one is enough', { rules: [group, { fact: 'age', must: { atLeast: 18 }, source }] }],
    [
      'a formula with both limits',
      { amount: { way: 'formula', fen: 2_050, per: 'trainingHour', mostUnits: 20, capFen: 40_000 } },
    ],
    [
      'a share with its rounding',
      { amount: { way: 'share', of: '培训费', percent: 80, rounding: 'down', capFen: 90_000 } },
    ],
    ['a thing and no money', { gives: 'inKind', what: '新春年货礼包一份' }],
    ['months, at most three of them', { benefit: 'workTraining', months: ['2021-01', '2021-02'], mostMonths: 3 }],
    ['a limit of people, a second signer, a published list', { places: 50, countersignAboveFen: 0, publishDays: 5 }],
    ['what shuts out what', { excludes: [{ programmeId: 'other', source }, { programmeId: 'third' }] }],
    ['pictures', { evidence: [{ evidenceId: 'a', label: '合同', atLeast: 0, atMost: 2 }] }],
    ['nothing sourced yet', { amount: undefined, amountSource: undefined, documents: [], rules: [] }],
  ] as const)('comes back as it was: %s', (_, over) => {
    const wanted = written(over as Parameters<typeof details>[0])
    expect(read({ ...blank, ...answersOf(wanted) })).toEqual({ details: wanted })
  })
  test('of a month or of a limit that was switched off is not sent', () => {
    const off = { often: 'once', isSigned: 'no', isPublished: 'no' }
    const found = read({ ...filled({ months: ['2021-01'], countersignAboveFen: 5, publishDays: 3 }), ...off })
    expect(found).toEqual({ details: written() })
  })
})

describe('a mistake', () => {
  test('stands at its question, and every question stands on a part of the form', () => {
    const { mistakes } = { mistakes: {}, ...read(blank) }
    expect(mistakes).toEqual({
      title: '名称还没写',
      benefit: '发哪一样，选一个',
      gives: '怎么给，选一个',
      payer: '谁出钱还没写',
      opensOn: '哪天开始，选一个',
      closesOn: '哪天截止，选一个',
      budget: '一共多少钱，写多少元，像 50000',
    })
    for (const question of Object.keys(mistakes)) expect([question, partOf(question)]).not.toContain(undefined)
    expect(Object.keys(mistakesOn('gives', mistakes))).toEqual(['gives', 'payer'])
  })
  test('in a list leads to the line it is about, by whatever path the cloud names it', () => {
    expect(questionOf('details.rules.2.anyOf.1.must')).toBe('rules.2.1')
    expect(questionOf('details.rules.2.must.is')).toBe('rules.2.0')
    expect(questionOf('details.documents.0.issuedOn')).toBe('documents.0')
    expect(questionOf('details.amount.capFen')).toBe('cap')
    expect(questionOf('details.months.1')).toBe('months')
    expect(partOf('rules.2.1')).toBe('rules')
    expect(mistakesIn({ 'details.amountSource': '给多少要写出自哪份文件第几条' })).toEqual({
      amountSource: '给多少要写出自哪份文件第几条',
    })
  })
  test('never speaks of shapes: half a source, a figure that is none, an unfinished line', () => {
    const lists = keptLists({
      rules: [{ anyOf: [{ ...noRule, fact: 'stay' }] }],
      excludes: [{ programmeId: 'other', title: '', documentId: '', article: '第一条' }],
    })
    const odd = { ...filled(), ...lists, fen: '三百', amountDocument: '', amountArticle: '第二条', places: '很多' }
    expect(read({ ...odd, isPublished: 'yes', publishDays: 'x' })).toEqual({
      mistakes: {
        'rules.0.0': '至少选一个',
        'excludes.0': '出自哪份文件，选一个',
        fen: '写多少元，像 300',
        amountSource: expect.any(String),
        amountDocument: '出自哪份文件，选一个',
        places: '一共多少人写数字',
        publishDays: '公示几个工作日写数字',
      },
    })
  })
})

test('the parts follow one another, and the last is followed by all of it', () => {
  const order = parts.map(({ id }) => id)
  expect(order.map(after)).toEqual([...order.slice(1), 'check'])
  expect([before('what'), before('gives'), before('check')]).toEqual([undefined, 'what', 'signing'])
})

test('what is not whole yet can be tried already, as long as its conditions are', () => {
  const { rules } = keptLists({ rules: [lineOf(group)] })
  expect(readToTry({ ...blank, rules: rules ?? '' }, today)).toEqual({
    details: expect.objectContaining({ rules: [group], opensOn: today }),
  })
  const half = keptLists({ rules: [{ anyOf: [noRule] }] })
  expect(readToTry({ ...blank, rules: half.rules ?? '' }, today)).toEqual({
    mistakes: { 'rules.0.0': expect.anything() },
  })
})

test('a line is put in its place or behind the last, and a list kept otherwise is begun anew', () => {
  expect([put(['a', 'b'], 0, 'c'), put(['a'], 1, 'b'), without(['a', 'b'], 0)]).toEqual([['c', 'b'], ['a', 'b'], ['b']])
  expect(listsOf({ ...blank, rules: '[{"fact":"stay"}]', documents: 'no' })).toEqual({
    documents: [],
    rules: [],
    evidence: [],
    excludes: [],
  })
})

test('an edition is told by what it changed, and by nothing else', () => {
  const now = new Date('2021-02-01T02:00:00.000Z')
  const next = written({ budgetFen: 12_000_000, publishDays: 5, rules: [] })
  expect(changesBetween(written(), next, now)).toEqual([
    '条件：1 条 → 没有，谁都能领',
    '一共多少钱：100,000 元 → 120,000 元',
    '公示：不公示 → 5 个工作日',
  ])
})
