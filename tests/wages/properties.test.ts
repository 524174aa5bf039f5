/** What holds of every calculation, whoever asks: sums that add up, midnight that changes nothing, and no amount from what is not known. */
import fc from 'fast-check'
import * as v from 'valibot'
import '../property'
import { fen, portion } from '../../domain/kernel/money'
import { addDays, addMonths, type Day, dayKind, daysBetween, overtimeMultiple, toDay } from '../../domain/kernel/time'
import * as wages from '../../domain/wages'

const dayFrom = (first: Day, last: Day) =>
  fc.integer({ min: 0, max: daysBetween(first, last) }).map((n) => addDays(first, n))
/** Both spring festivals, and what lies before and behind them. */
const worked = fc.oneof(
  dayFrom(toDay('2021-02-01'), toDay('2021-02-28')),
  dayFrom(toDay('2025-01-20'), toDay('2025-02-10')),
)
const wage = fc.record({
  per: fc.constantFrom('month', 'day', 'hour'),
  fen: fc.integer({ min: 1, max: 2_000_000 }).map(fen),
})
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`)
const isRested = fc.boolean()
const shift = fc.oneof(
  fc.record({
    way: fc.constant('hours' as const),
    on: worked,
    minutes: fc.integer({ min: 1, max: 1440 }),
    isRested,
  }),
  fc
    .record({ way: fc.constant('clock' as const), on: worked, from: clock, to: clock, isRested })
    .filter(({ from, to }) => from !== to),
)
/** Only what the door lets in. */
const shifts = fc
  .array(shift, { minLength: 1, maxLength: 12 })
  .filter((all) => v.is(wages.OvertimeFacts, { shifts: all }))

const known = (answer: wages.Answer): wages.Counted => {
  if (answer.answer === 'needs') throw new Error(`asked ${answer.needs.map(({ question }) => question).join()}`)
  return answer
}
const addsUp = ({ totalFen, lines }: wages.Counted): void => {
  expect(lines.reduce((all, line) => all + line.fen, 0)).toBe(totalFen)
  for (const amount of [totalFen, ...lines.map((line) => line.fen)]) expect(Number.isSafeInteger(amount)).toBe(true)
}

describe('overtime', () => {
  const pays = (all: readonly wages.Shift[], by: wages.Wage): wages.Counted =>
    known(wages.overtime({ wage: by, shifts: [...all] }))

  test('adds up to the fen, and no line is more than a fen off its own', () => {
    fc.assert(
      fc.property(shifts, wage, (all, by) => {
        const answer = pays(all, by)
        addsUp(answer)
        for (const { fen: amount, words } of answer.lines) {
          const alone = / ([\d.]+) 小时(?: (\d+) 分钟)? × .* × ([\d.]+) = /.exec(words)
          if (!alone) continue
          const minutes = Number(alone[1]) * 60 + Number(alone[2] ?? 0)
          const rate = { month: 2175 * 480, day: 48_000, hour: 6_000 }[by.per]
          const exact = portion(by.fen, minutes * Number(alone[3]) * 100, rate)
          expect(Math.abs(amount - exact)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('does not hang on the order things are told in', () => {
    fc.assert(
      fc.property(shifts, wage, fc.infiniteStream(fc.nat()), (all, by, luck) => {
        const shuffled = all
          .map((one) => ({ one, at: luck.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(pays(shuffled, by)).toEqual(pays(all, by))
      }),
    )
  })

  test('is the same when a shift is cut at midnight', () => {
    const cut = (one: wages.Shift): wages.Shift[] => {
      if (one.way === 'hours' || one.to > one.from || one.to === '00:00') return [one]
      return [
        { ...one, to: '00:00' },
        { ...one, on: addDays(one.on, 1), from: '00:00' },
      ]
    }
    fc.assert(
      fc.property(shifts, wage, (all, by) => {
        expect(pays(all.flatMap(cut), by)).toEqual(pays(all, by))
      }),
    )
  })

  test('never pays less for more hours', () => {
    fc.assert(
      fc.property(shifts, shift, wage, (all, more, by) => {
        fc.pre(v.is(wages.OvertimeFacts, { shifts: [...all, more] }))
        expect(pays([...all, more], by).totalFen).toBeGreaterThanOrEqual(pays(all, by).totalFen)
      }),
    )
  })

  test('takes rest given back for a rest day, and for no other', () => {
    fc.assert(
      fc.property(worked, fc.integer({ min: 481, max: 1440 }), wage, (on, minutes, by) => {
        const paid = (rested: boolean) => pays([{ way: 'hours', on, minutes, isRested: rested }], by).totalFen
        if (dayKind(on) === 'rest') expect(paid(true)).toBe(0)
        else expect(paid(true)).toBe(paid(false))
      }),
    )
  })

  test('pays a day off by its hours, a working day by what is beyond eight', () => {
    fc.assert(
      fc.property(worked, fc.integer({ min: 1, max: 1440 }), (on, minutes) => {
        const over = dayKind(on) === 'work' ? Math.max(0, minutes - 480) : minutes
        const by = { per: 'hour', fen: fen(6000) } as const
        expect(pays([{ way: 'hours', on, minutes, isRested: false }], by).totalFen).toBe(over * overtimeMultiple(on))
      }),
    )
  })

  test('says nothing of money while something is not known', () => {
    fc.assert(
      fc.property(shifts, fc.option(wage, { nil: undefined }), (all, by) => {
        const untold = all.map(({ isRested: _, ...one }) => one)
        const answer = wages.overtime(v.parse(wages.OvertimeFacts, { ...(by ? { wage: by } : {}), shifts: untold }))
        const hasRestDay = untold.some(({ on }) => dayKind(on) === 'rest')
        if (!by || hasRestDay) expect(answer).toEqual({ answer: 'needs', needs: expect.any(Array) })
        if (answer.answer === 'needs') expect(answer.needs.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('arrears', () => {
  const today = toDay('2021-02-20')
  const money = fc.integer({ min: 1, max: 1_000_000 }).map(fen)
  const month = fc.integer({ min: 1, max: 24 }).map((n) => addMonths(toDay('2019-01-01'), n).slice(0, 7))
  const row = fc.record({ month, agreedFen: money, paidFen: money, isFull: fc.boolean() })
  const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: (one) => one.month })
  const owed = (months: readonly wages.MonthOwed[]) =>
    known(wages.arrears({ months: [...months], city: '310000' }, today))

  test('add up, in whatever order the months are told', () => {
    fc.assert(
      fc.property(rows, (months) => {
        addsUp(owed(months))
        expect(owed([...months].reverse())).toEqual(owed(months))
      }),
    )
  })

  test('are never less than what was agreed and not given, and less when more was given', () => {
    fc.assert(
      fc.property(row, money, (one, more) => {
        const { totalFen } = owed([one])
        expect(totalFen).toBeGreaterThanOrEqual(Math.max(0, one.agreedFen - one.paidFen))
        expect(owed([{ ...one, paidFen: fen(one.paidFen + more) }]).totalFen).toBeLessThanOrEqual(totalFen)
      }),
    )
  })

  test('are due on a working day that is not after the one promised', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 31 }), fc.constantFrom('same', 'next'), (of, date, within) => {
        const { promisedOn, payBy } = wages.payDayOf(of, { date, in: within })
        expect(payBy <= promisedOn).toBe(true)
        expect(dayKind(payBy)).toBe('work')
        for (let on = addDays(payBy, 1); on <= promisedOn; on = addDays(on, 1)) expect(dayKind(on)).not.toBe('work')
      }),
    )
  })
})

describe('double pay and severance', () => {
  const start = dayFrom(toDay('2018-01-01'), toDay('2021-01-01'))
  const monthFen = fc.integer({ min: 1, max: 2_000_000 }).map(fen)

  test('double pay adds up, grows with every day, and ends at eleven months', () => {
    fc.assert(
      fc.property(start, fc.nat({ max: 800 }), monthFen, (startedOn, n, pay) => {
        const paidAt = (days: number) =>
          known(
            wages.doublePay({ startedOn, isSigned: false, endedOn: 'still', monthFen: pay }, addDays(startedOn, days)),
          )
        addsUp(paidAt(n))
        expect(paidAt(n + 1).totalFen).toBeGreaterThanOrEqual(paidAt(n).totalFen)
        expect(paidAt(n).totalFen).toBeLessThanOrEqual(pay * 11)
        if (n >= 366) expect(paidAt(n).totalFen).toBe(pay * 11)
      }),
    )
  })

  test('severance grows with the years, and twice it is twice it', () => {
    fc.assert(
      fc.property(start, fc.nat({ max: 3000 }), monthFen, (startedOn, n, averageFen) => {
        const paidAt = (days: number, ending: wages.EndingName) =>
          known(wages.severance({ ending, startedOn, endedOn: addDays(startedOn, days), averageFen }))
        const single = paidAt(n, 'layoff')
        addsUp(single)
        expect(paidAt(n + 1, 'layoff').totalFen).toBeGreaterThanOrEqual(single.totalFen)
        expect(Math.abs(paidAt(n, 'dismissed').totalFen - 2 * single.totalFen)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a sourced average wage caps the month at three of it and the years at twelve', () => {
    const rows = [{ city: '310000', year: 2020, monthFen: fen(1_000_000), source: '试算', isSourced: true }]
    const facts = {
      ending: 'layoff',
      startedOn: toDay('2008-01-01'),
      endedOn: toDay('2021-12-31'),
      averageFen: fen(4_000_000),
      city: '310000',
    } as const
    expect(known(wages.severance(facts, rows)).totalFen).toBe(3_000_000 * 12)
    expect(known(wages.severance({ ...facts, averageFen: fen(3_000_000) }, rows)).totalFen).toBe(3_000_000 * 14)
    const unsourced = rows.map((row) => ({ ...row, isSourced: false }))
    expect(known(wages.severance(facts, unsourced)).totalFen).toBe(4_000_000 * 14)
  })
})

test('nothing is counted by a law nobody has read', () => {
  for (const [name, row] of Object.entries(wages.laws)) {
    if (row.isSourced) expect([name, row.source.length > 0]).toEqual([name, true])
  }
  expect(() => wages.articleOf('untimedHoliday')).toThrow(/no source/)
})
