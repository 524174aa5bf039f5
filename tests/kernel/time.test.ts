import fc from 'fast-check'
import * as t from '../../domain/kernel/time'
import '../property'

const on = t.toDay
const at = (day: string, clock: string) => t.instantAt(on(day), clock)
const now = (day: string, clock = '10:00') => new Date(at(day, clock))
const due = (clock: t.Clock, day: string, wall = '10:00') => t.dueOn(clock, at(day, wall)).on

/** Days the national calendar knows, and a little beyond. */
const aKnownDay = fc.integer({ min: 0, max: 3286 }).map((n) => t.addDays(on('2018-01-01'), n))
const aDay = fc.integer({ min: 0, max: 12000 }).map((n) => t.addDays(on('2018-01-01'), n))
const anInstant = fc
  .integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((ms) => new Date(ms).toISOString())

describe('a day and an instant, in Shanghai wherever the phone is', () => {
  test('the day turns at 16:00 UTC', () => {
    expect(t.onOf('2021-02-11T15:59:59.999Z')).toBe('2021-02-11')
    expect(t.onOf('2021-02-11T16:00:00.000Z')).toBe('2021-02-12')
    expect(t.clockOf('2021-02-11T16:00:00.000Z')).toBe('00:00')
  })

  test('ten in the morning in Shanghai is two in UTC', () => {
    expect(at('2021-02-07', '10:00')).toBe('2021-02-07T02:00:00.000Z')
    expect(t.endOf(on('2021-02-07'))).toBe('2021-02-07T15:59:59.999Z')
  })

  test.each(['2021-02-29', '2021-13-01', '2021-2-9', '0021-02-09', '', '2021-02-09T00:00', '2021-00-10'])(
    '%s is no day',
    (text) => {
      expect(t.isDay(text)).toBe(false)
      expect(() => t.toDay(text)).toThrow(RangeError)
    },
  )

  test('24:00 is no wall clock, and nonsense is no instant', () => {
    expect(() => at('2021-02-09', '24:00')).toThrow(RangeError)
    expect(() => t.onOf('soon')).toThrow(RangeError)
  })

  test('writing a day and clock as an instant and reading it back changes nothing', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const clock = new Date(minute * 60000).toISOString().slice(11, 16)
        const instant = t.instantAt(day, clock)
        return t.onOf(instant) === day && t.clockOf(instant) === clock
      }),
    )
  })

  test('days add up and count back', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const other = t.addDays(day, n)
        return t.daysBetween(day, other) === n && t.addDays(other, -n) === day
      }),
    )
  })

  test('a month that lacks the day gives its last one', () => {
    expect(t.addMonths(on('2021-01-31'), 1)).toBe('2021-02-28')
    expect(t.addMonths(on('2020-02-29'), 12)).toBe('2021-02-28')
    expect(t.addMonths(on('2020-12-15'), 1)).toBe('2021-01-15')
    expect(t.addMonths(on('2021-03-31'), -1)).toBe('2021-02-28')
  })

  test('a night shift over midnight is cut between the two days', () => {
    expect(t.minutesByDay(at('2021-02-11', '20:00'), at('2021-02-12', '06:30'))).toEqual([
      { on: '2021-02-11', minutes: 240 },
      { on: '2021-02-12', minutes: 390 },
    ])
  })

  test('a shift cut by days keeps every minute', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 6000 }), (start, length) => {
        const parts = t.minutesByDay(start, t.addMinutes(start, length))
        return parts.reduce((sum, part) => sum + part.minutes, 0) === length
      }),
    )
  })
})

describe('legal clocks', () => {
  const mediation = t.days(15, '劳动争议调解仲裁法第十四条')
  const acceptance = t.workingDays(5, '劳动争议调解仲裁法第二十九条')

  test('fifteen days from 10 February 2021 end on the 25th', () => {
    expect(due(mediation, '2021-02-10')).toBe('2021-02-25')
  })

  test('fifteen days that end within the holiday move to the first working day', () => {
    expect(due(mediation, '2021-02-01')).toBe('2021-02-18')
  })

  test('five working days skip the festival', () => {
    expect(due(acceptance, '2021-02-09')).toBe('2021-02-22')
  })

  test('sixty working days and thirty more', () => {
    const inspection = t.dueOn(t.workingDays(60, '劳动保障监察条例第十七条'), at('2021-02-08', '10:00'))
    expect(inspection.on).toBe('2021-05-11')
    expect(t.dueOn(t.workingDays(30, '劳动保障监察条例第十七条'), inspection.at).on).toBe('2021-06-23')
    expect(due(t.workingDays(90, '劳动保障监察条例第十七条'), '2021-02-08')).toBe('2021-06-23')
  })

  test('a year ends on the same day of the next, or the working day after it', () => {
    expect(due(t.years(1, '劳动争议调解仲裁法第二十七条'), '2021-03-10')).toBe('2022-03-10')
    expect(due(t.years(1, '劳动争议调解仲裁法第二十七条'), '2020-02-29')).toBe('2021-03-01')
  })

  test('the last day lasts until midnight', () => {
    expect(t.dueOn(mediation, at('2021-02-10', '23:59')).at).toBe('2021-02-25T15:59:59.999Z')
  })

  test('the hour of filing does not matter, the Shanghai day does', () => {
    expect(t.dueOn(mediation, '2021-02-09T16:00:00.000Z').on).toBe('2021-02-25')
    expect(t.dueOn(mediation, '2021-02-10T15:59:59.999Z').on).toBe('2021-02-25')
  })

  test('hours run on through the holiday from the minute they began', () => {
    expect(t.dueOn(t.hours(72, 'x'), at('2021-02-11', '10:30'))).toEqual({
      on: '2021-02-14',
      at: at('2021-02-14', '10:30'),
      isProvisional: false,
    })
    expect(t.dueOn(t.minutes(10, 'x'), at('2021-02-11', '23:55')).on).toBe('2021-02-12')
  })

  test('working days count back too, for a notice due before a hearing', () => {
    expect(t.addWorkingDays(on('2021-02-22'), -5)).toBe('2021-02-09')
  })

  test('half a day is no clock', () => {
    expect(() => t.days(0.5, 'x')).toThrow(RangeError)
    expect(() => t.hours(-1, 'x')).toThrow(RangeError)
  })

  test('filing later never makes a clock end earlier, and it never ends on a rest day', () => {
    const aClock = fc.oneof(
      fc.integer({ min: 1, max: 90 }).map((n) => t.days(n, 'x')),
      fc.integer({ min: 1, max: 90 }).map((n) => t.workingDays(n, 'x')),
      fc.integer({ min: 1, max: 12 }).map((n) => t.months(n, 'x')),
    )
    fc.assert(
      fc.property(aClock, aKnownDay, fc.integer({ min: 0, max: 40 }), (clock, day, later) => {
        const first = t.dueOn(clock, t.instantAt(day, '09:00'))
        const second = t.dueOn(clock, t.instantAt(t.addDays(day, later), '09:00'))
        expect(t.isWorkingDay(first.on)).toBe(true)
        expect(first.on > day).toBe(true)
        expect(second.at >= first.at).toBe(true)
      }),
    )
  })

  test('from a working day, n working days on and n back is the same day', () => {
    fc.assert(
      fc.property(aKnownDay, fc.integer({ min: 0, max: 80 }), (day, n) => {
        const start = t.addWorkingDays(day, 1)
        return t.addWorkingDays(t.addWorkingDays(start, n), -n) === start
      }),
    )
  })
})

describe('words', () => {
  test.each([
    ['2021-02-06', '腊月廿五，离除夕 5 天'],
    ['2021-02-10', '腊月廿九，离除夕 1 天'],
    ['2021-02-11', '今天是除夕'],
    ['2021-02-12', '正月初一，过年好'],
    ['2021-02-18', '正月初七，过年好'],
    ['2021-02-19', '正月初八'],
    ['2021-02-26', '正月十五，元宵节'],
    ['2021-06-14', '五月初五，端午节'],
    ['2020-05-23', '闰四月初一'],
    ['2021-12-20', '冬月十七'],
    ['2022-01-31', '今天是除夕'],
    ['2060-03-01', '3 月 1 日（周一）'],
  ])('on %s the first screen says %s', (day, line) => {
    expect(t.festivalLine(now(day))).toBe(line)
  })

  test('the line turns at midnight in Shanghai', () => {
    expect(t.festivalLine(new Date('2021-02-11T15:59:59.000Z'))).toBe('今天是除夕')
    expect(t.festivalLine(new Date('2021-02-11T16:00:00.000Z'))).toBe('正月初一，过年好')
  })

  test('a day carries its weekday, and its year when it is another one', () => {
    expect(t.sayDay(on('2021-02-09'), now('2021-02-06'))).toBe('2 月 9 日（周二）')
    expect(t.sayDay(on('2022-01-03'), now('2021-12-30'))).toBe('2022 年 1 月 3 日（周一）')
  })

  test('an instant of today, yesterday and tomorrow says so', () => {
    expect(t.sayInstant(at('2021-02-06', '17:00'), now('2021-02-06'))).toBe('今天 17:00')
    expect(t.sayInstant(at('2021-02-05', '09:20'), now('2021-02-06'))).toBe('昨天 9:20')
    expect(t.sayInstant(at('2021-02-07', '00:05'), now('2021-02-06'))).toBe('明天 0:05')
    expect(t.sayInstant(at('2021-02-09', '10:32'), now('2021-02-06'))).toBe('2 月 9 日 10:32')
  })

  test('a due date says by when, and whether it may still move', () => {
    const filed = at('2021-02-06', '10:00')
    expect(t.sayDue(t.dueOn(t.days(3, 'x'), filed), now('2021-02-06'))).toBe('2 月 9 日（周二）前')
    expect(t.sayDue(t.dueOn(t.hours(2, 'x'), filed), now('2021-02-06'))).toBe('今天 12:00 前')
    const far = t.dueOn(t.days(3, 'x'), at('2028-01-03', '10:00'))
    expect(t.sayDue(far, now('2028-01-03'))).toBe(`1 月 6 日（周四）前（${t.sayProvisional()}）`)
  })
})

test('age is counted in whole years, from the day itself', () => {
  expect(t.ageOn(on('2005-02-06'), on('2021-02-05'))).toBe(15)
  expect(t.ageOn(on('2005-02-06'), on('2021-02-06'))).toBe(16)
  expect(t.ageOn(on('2000-02-29'), on('2021-02-28'))).toBe(20)
  expect(t.ageOn(on('2000-02-29'), on('2021-03-01'))).toBe(21)
})
