/** What a roster must say, by the programme: its columns, each row judged by the edition's rules, an unknown never a yes. */

import { madeUpNumber } from '../../config/run/demo/documents'
import { toDay } from '../../domain/kernel/time'
import type { Details } from '../builders/claims'
import { opened, source } from '../builders/claims'
import {
  asCsv,
  countAll,
  type Employer,
  people,
  type RosterTown,
  read,
  startRosterTown,
  training,
} from '../builders/rosters'
import { registered } from '../builders/workers'

let city: RosterTown
beforeAll(async () => {
  city = await startRosterTown()
})
afterAll(() => city.town.stop())

const programme = (over: Partial<Details>) => opened(city, training(over))

const outcomes = async (by: Employer, programmeId: string, file: Buffer) => {
  const counts = await countAll(by, await read(city, by, file, { programmeId }))
  return counts.flatMap(({ rows }) => rows.map(({ amountFen, problem }) => problem ?? amountFen))
}

const hours = { way: 'formula', fen: 2_000, per: 'trainingHour', mostUnits: 20, capFen: 40_000 } as const

test('an amount by hours wants them in a column of their own, whole and not left out', async () => {
  const programmeId = await programme({ benefit: 'onlineTraining', amount: hours })
  const { programmes } = await city.one.phone.claim.employerProgrammes({ scope: city.one.scope })
  expect(programmes.find(({ programme: { id } }) => id === programmeId)?.columns.at(-1)).toEqual({
    label: '学时',
    isOptional: false,
  })
  const [a, b, c, d, e] = people(5)
  const rows = [
    [...(a ?? []), '12'],
    [...(b ?? []), '36 学时'],
    [...(c ?? []), ''],
    [...(d ?? []), '1.5'],
    [...(e ?? []), '很多'],
  ]
  expect(await outcomes(city.one, programmeId, asCsv(rows, '学时'))).toEqual([
    24_000,
    40_000,
    '“学时”没写',
    '“学时”写整数',
    '“学时”写数字',
  ])
  await expect(read(city, city.two, asCsv(people(1)), { programmeId })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    detail: { fields: { file: expect.stringContaining('缺“学时”这一列') } },
  })
})

test('a share of the fee is brought to whole fen as the rule says', async () => {
  const amount = { way: 'share', of: '培训费', percent: 95, rounding: 'down', capFen: 100_000 } as const
  const programmeId = await programme({ benefit: 'onlineTraining', amount })
  const [a, b, c] = people(3)
  const rows = [
    [...(a ?? []), '800.01'],
    [...(b ?? []), '1,200元'],
    [...(c ?? []), '免费'],
  ]
  expect(await outcomes(city.one, programmeId, asCsv(rows, '培训费'))).toEqual([
    76_000,
    100_000,
    '“培训费”写多少元，比如 1200.50',
  ])
})

const contract = { fact: 'hasContract' as const, must: { is: [true] }, source }
const hired = { fact: 'hiredOn', must: { onOrAfter: '2020-07-01' }, source } as const

test('each row is judged by its own columns; what is not known is no yes', async () => {
  const programmeId = await programme({ rules: [contract, hired] })
  const [a, b, c, d, e] = people(5)
  const rows = [
    [...(a ?? []), '签了', '2020/8/1'],
    [...(b ?? []), '没签', '2020年8月1日'],
    [...(c ?? []), '', '20200801'],
    [...(d ?? []), '是', '2020-06-30'],
    [...(e ?? []), '不清楚', '去年'],
  ]
  expect(await outcomes(city.one, programmeId, asCsv(rows, '合同', '上岗日期'))).toEqual([
    60_000,
    '名册：没签书面劳动合同',
    '“合同”没写，不知道“签了书面劳动合同”',
    '名册：2020 年 6 月 30 日来这家上班',
    '“上岗日期”写成 2021-02-01 这样；“合同”写“是”或“否”',
  ])
})

test('where one of several rules is enough, its column may be left out', async () => {
  const programmeId = await programme({ rules: [{ anyOf: [contract, hired] }] })
  const [a, b] = people(2)
  const rows = [
    [...(a ?? []), '有'],
    [...(b ?? []), ''],
  ]
  const [first, second] = await outcomes(city.one, programmeId, asCsv(rows, '合同'))
  expect(first).toBe(60_000)
  expect(second).toMatch(/^“合同”“上岗日期”没写/)
})

test('a child is counted by nobody, and an age the document does not tell is asked for', async () => {
  const programmeId = await programme({ rules: [{ fact: 'age', must: { atMost: 60 }, source }] })
  const child = ['小明', madeUpNumber('34', toDay('2005-03-01'), 7)]
  const old = ['老李', madeUpNumber('34', toDay('1955-03-01'), 7)]
  const rows = [
    [...child, '', ''],
    [...old, '', ''],
    ['MARIA SILVA', 'E12345678', '护照', ''],
    ['JOHN SMITH', 'E12345679', '护照', '1990-05-01'],
  ]
  expect(await outcomes(city.one, programmeId, asCsv(rows, '证件', '生日'))).toEqual([
    '不满 16 岁，不能用工，也不能算',
    '证件号：年龄 65 岁',
    expect.stringContaining('填“生日”'),
    60_000,
  ])
})

test('what only a registration says is asked of it, and an employer learns no more than yes or no', async () => {
  const programmeId = await programme({ rules: [{ fact: 'stay', must: { is: ['staying'] }, source }] })
  const { person } = await registered(city.town, 'oOnRoster', city.scene)
  const rows = [[person.name, person.document.number], ...people(1)]
  expect(await outcomes(city.one, programmeId, asCsv(rows))).toEqual([60_000, '“留下过年”：本人登记了才知道'])
})
