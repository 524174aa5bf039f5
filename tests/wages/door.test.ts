/** The function `wages`, through its own door: whom it does not answer, what it cannot read, and sums for whoever asks. */
import { errors } from '../../domain/kernel/errors'
import { type Phone, startTown, type Town } from '../builders/town'

let town: Town
let stranger: Phone

beforeAll(async () => {
  ;({ town } = await startTown({ now: new Date('2021-02-20T02:00:00.000Z') }))
  stranger = town.phone('oNeverRegistered')
}, 60_000)
afterAll(() => town.stop())

const asked = (endpoint: string, input: unknown, from: object = { openid: 'oNeverRegistered' }) =>
  town.cloud.call('wages', { ...from, event: { endpoint, input } })
const refused = async (endpoint: string, input: unknown): Promise<unknown> => asked(endpoint, input)
const day = (on: string, more: object = {}) => ({ way: 'hours', on, minutes: 480, ...more })

describe('answers nobody', () => {
  test.each(['wx_trigger', 'wx_push', 'wx_http', 'wx_client,scf'])('who starts it as %s', async (source) => {
    await expect(asked('overtime', {}, { openid: 'oMallory', source })).rejects.toThrow('wages is not open')
  })

  test('who asks for what it does not count', async () => {
    expect(await refused('pension', {})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(await refused('__proto__', {})).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('says in one sentence what it cannot read', () => {
  const month = (more: object) => ({ months: [{ month: '2021-01', ...more }] })
  test.each([
    ['overtime', { wage: { per: 'year', fen: 1 } }, 'wage.per', '工资怎么算要选一个'],
    ['overtime', { wage: { per: 'month', fen: 0 } }, 'wage.fen', '工资还没写'],
    ['overtime', { wage: { per: 'month', fen: -1 } }, 'wage.fen', '工资还没写'],
    ['overtime', { wage: { per: 'month', fen: 1.5 } }, 'wage.fen', '工资写到分为止'],
    ['overtime', { wage: { per: 'month', fen: '6000' } }, 'wage.fen', '工资写数字'],
    ['overtime', { wage: { per: 'month', fen: 100_000_001 } }, 'wage.fen', '工资太大了，看看是不是多写了零'],
    ['overtime', { shifts: 'all' }, 'shifts', '上班的日子列成一串'],
    ['overtime', { shifts: [{ way: 'days' }] }, 'shifts.0.way', '一个班写钟点，或者写几小时'],
    ['overtime', { shifts: [{ way: 'hours', minutes: 60 }] }, 'shifts.0.on', '上班那天还没选'],
    ['overtime', { shifts: [day('2021-02-30')] }, 'shifts.0.on', '上班那天：没有这一天，再看一眼'],
    ['overtime', { shifts: [day('12/02/2021')] }, 'shifts.0.on', '上班那天写成 2021-02-12 这样'],
    ['overtime', { shifts: [day('2017-12-31')] }, 'shifts.0.on', '上班那天只能选 2018 年到 2049 年的'],
    ['overtime', { shifts: [day('2050-01-01')] }, 'shifts.0.on', '上班那天只能选 2018 年到 2049 年的'],
    ['overtime', { shifts: [day('2021-02-12', { minutes: 0 })] }, 'shifts.0.minutes', '干了多久还没写'],
    ['overtime', { shifts: [day('2021-02-12', { minutes: 1441 })] }, 'shifts.0.minutes', '一天最多 24 小时'],
    [
      'overtime',
      { shifts: [day('2021-02-12'), day('2021-02-12', { minutes: 961 })] },
      'shifts',
      '有一天超过了 24 小时，看看是不是写了两遍',
    ],
    [
      'overtime',
      {
        shifts: [
          { way: 'clock', on: '2021-02-11', from: '20:00', to: '08:00' },
          { way: 'clock', on: '2021-02-12', from: '07:59', to: '09:00' },
        ],
      },
      'shifts',
      '有两个班的钟点重着，看看是不是写了两遍',
    ],
    [
      'overtime',
      { shifts: [{ way: 'clock', on: '2021-02-11', from: '8点', to: '20:00' }] },
      'shifts.0.from',
      '上班时间写成 22:00 这样',
    ],
    [
      'overtime',
      { shifts: Array.from({ length: 401 }, () => day('2021-02-12', { minutes: 1 })) },
      'shifts',
      '一次最多算 400 个班，分几次算',
    ],
    ['arrears', month({ paidFen: -1 }), 'months.0.paidFen', '给了多少不能是负数'],
    ['arrears', { months: [{ month: '2021-13' }] }, 'months.0.month', '月份写成 2021-02 这样，2010 年到 2049 年'],
    ['arrears', { months: [{ month: '2021-01' }, { month: '2021-01' }] }, 'months', '一个月只写一次'],
    [
      'arrears',
      { months: Array.from({ length: 37 }, (_, n) => ({ month: `20${10 + n}-01` })) },
      'months',
      '一次最多算 36 个月，分几次算',
    ],
    ['arrears', { payDay: { date: 32, in: 'next' } }, 'payDay.date', '几号发工资，1 到 31'],
    ['arrears', { city: '999999' }, 'city', '这座城市的最低工资还没有存'],
    ['doublePay', { startedOn: '2021-02-01', endedOn: '2021-01-01' }, 'endedOn', '最后上班那天要在开始上班那天之后'],
    ['doublePay', { endedOn: 'later' }, 'endedOn', '最后上班那天写成 2021-02-12 这样'],
    ['severance', { startedOn: '2021-02-01', endedOn: '2021-01-01' }, 'endedOn', '最后上班那天要在开始上班那天之后'],
    ['severance', { endedOn: '2007-12-31' }, 'endedOn', '最后上班那天只能选 2008 年到 2049 年的'],
    ['severance', { ending: 'fired' }, 'ending', '怎么走的要选一个'],
    ['minimumWage', { on: '2021-02-12' }, 'city', '这座城市的最低工资还没有存'],
    ['minimumWage', { city: '310000' }, 'on', '哪一天还没选'],
  ])('%s %j', async (endpoint, input, field, sentence) => {
    expect(await refused(endpoint, input)).toEqual({
      ok: false,
      error: { code: 'INPUT_INVALID', message: errors.INPUT_INVALID.text, fields: { [field]: sentence } },
    })
  })
})

describe('counts for whoever asks, registered or not', () => {
  const festival = (['2021-02-11', '2021-02-12'] as const).map((on) => ({
    way: 'hours' as const,
    on,
    minutes: 480,
    isRested: false,
  }))

  test('overtime, and asks for what is missing', async () => {
    const wage = { per: 'month', fen: 600_000 } as const
    expect(await stranger.wages.overtime({ wage, shifts: festival })).toMatchObject({
      answer: 'amount',
      totalFen: 137_931,
      lines: [{ source: '劳动法第四十四条第二项' }, { source: '劳动法第四十四条第三项' }],
    })
    expect(await stranger.wages.overtime({})).toEqual({
      answer: 'needs',
      needs: [
        { fact: 'wage', question: '一个月讲好多少钱？' },
        { fact: 'shifts', question: '哪天上的班？干了几小时？' },
      ],
    })
  })

  test('arrears and double pay as of today', async () => {
    const months = [{ month: '2021-02', agreedFen: 600_000, paidFen: 0 }]
    const payDay = { date: 25, in: 'same' } as const
    expect(await stranger.wages.arrears({ months, payDay })).toMatchObject({ totalFen: 0 })
    expect(await stranger.wages.arrears({ months })).toMatchObject({ totalFen: 600_000 })
    const facts = { startedOn: '2020-12-20', isSigned: false, endedOn: 'still', monthFen: 600_000 } as const
    expect(await stranger.wages.doublePay(facts)).toMatchObject({ totalFen: 627_586 })
  })

  test('and tells only who stayed a whole year without a contract of one that has no end', async () => {
    const told = '上班满一年还没签，当作签了没有期限的合同'
    const facts = { startedOn: '2019-12-01', isSigned: false, monthFen: 600_000 }
    const notesUntil = async (endedOn: string) => {
      const answer = await stranger.wages.doublePay({ ...facts, endedOn })
      return answer.answer === 'amount' ? answer.notes.map(({ words }) => words) : []
    }
    expect(await notesUntil('2020-11-30')).not.toContain(told)
    expect(await notesUntil('2020-12-01')).toContain(told)
  })

  test('a day’s wage, severance and the minimum wage', async () => {
    expect(await stranger.wages.conversion({ wage: { per: 'month', fen: 248_000 } })).toMatchObject({
      dayFen: 11_402,
      hourFen: 1_425,
    })
    const left = { startedOn: '2020-01-01', endedOn: '2021-02-05', averageFen: 600_000 }
    expect(await stranger.wages.severance({ ending: 'dismissed', ...left })).toMatchObject({ totalFen: 1_800_000 })
    expect(await stranger.wages.minimumWage({ city: '310000', on: '2021-02-12' })).toMatchObject({ monthFen: 248_000 })
    expect(await stranger.wages.minimumWage({ city: '310000', on: '2026-02-12' })).toMatchObject({
      answer: 'unsourced',
      words: expect.stringContaining('12333'),
    })
  })

  test('and never waits for the database', () => {
    const calls = town.cloud.calls().filter(({ fn }) => fn === 'wages')
    expect(calls.length).toBeGreaterThan(30)
    expect(calls.filter(({ waits }) => waits > 0)).toEqual([])
  })
})
