import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as chineseDays from 'chinese-days'
import { nationalYears } from '../../domain/kernel/calendar'
import * as t from '../../domain/kernel/time'
import { dayOfLunar, qingmingOf, springFestivalOf } from '../../domain/kernel/time/lunar'
import { lunarYears } from '../../domain/kernel/time/lunar-years'

const on = t.toDay
const at = (day: string, clock: string) => t.instantAt(on(day), clock)

describe('the calendar of 2021 (国办 2020-11-25)', () => {
  test.each([
    ['2021-02-07', 'work', 150, true],
    ['2021-02-08', 'work', 150, false],
    ['2021-02-09', 'work', 150, false],
    ['2021-02-10', 'work', 150, false],
    ['2021-02-11', 'rest', 200, true],
    ['2021-02-12', 'statutory', 300, false],
    ['2021-02-13', 'statutory', 300, false],
    ['2021-02-14', 'statutory', 300, false],
    ['2021-02-15', 'rest', 200, true],
    ['2021-02-16', 'rest', 200, true],
    ['2021-02-17', 'rest', 200, true],
    ['2021-02-18', 'work', 150, false],
    ['2021-02-19', 'work', 150, false],
    ['2021-02-20', 'work', 150, true],
  ])('%s is a %s day and pays %i percent', (day, kind, multiple, isMoved) => {
    expect(t.dayKind(on(day))).toBe(kind)
    expect(t.overtimeMultiple(on(day))).toBe(multiple)
    expect(t.isMoved(on(day))).toBe(isMoved)
    expect(t.isWorkingDay(on(day))).toBe(kind === 'work')
  })

  test('除夕 pays 200 in 2021 and 300 in 2025, by the rule in force on the day', () => {
    expect(t.overtimeMultiple(on('2021-02-11'))).toBe(200)
    expect(t.overtimeMultiple(on('2025-01-28'))).toBe(300)
    expect(t.statutoryArticle(on('2021-02-11'))).toBeUndefined()
    expect(t.statutoryArticle(on('2025-01-28'))).toContain('2024')
    expect(t.festivalOn(on('2021-02-11'))).toBe('除夕')
  })

  test('2 May became a statutory holiday in 2025', () => {
    expect(t.dayKind(on('2024-05-02'))).toBe('rest')
    expect(t.dayKind(on('2025-05-02'))).toBe('statutory')
  })

  test.each([
    [2018, 11],
    [2019, 11],
    [2021, 11],
    [2022, 11],
    [2023, 11],
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ])('%i has %i statutory holidays', (year, count) => {
    const days = Array.from({ length: 366 }, (_, n) => t.addDays(on(`${year}-01-01`), n))
    expect(days.filter((day) => day.startsWith(String(year)) && t.dayKind(day) === 'statutory')).toHaveLength(count)
  })

  test('where two holidays fall on one day both are named', () => {
    expect(t.festivalOn(on('2020-10-01'))).toBe('中秋节、国庆节')
  })

  test('2021 has 250 working days', () => {
    const days = Array.from({ length: 365 }, (_, n) => t.addDays(on('2021-01-01'), n))
    expect(days.filter((day) => t.isWorkingDay(day))).toHaveLength(250)
  })

  test('2025 has 248 working days', () => {
    const days = Array.from({ length: 365 }, (_, n) => t.addDays(on('2025-01-01'), n))
    expect(days.filter((day) => t.isWorkingDay(day))).toHaveLength(248)
  })
})

describe('what the calendar does not know yet', () => {
  test('it knows the years the package publishes, and no more', () => {
    const folder = join(dirname(require.resolve('chinese-days')), 'years')
    const published = readdirSync(folder).filter((name) => /^\d{4}\.json$/.test(name))
    const newest = published.sort().pop()
    expect(t.nationalCalendar.knownUntil).toBe(`${newest?.slice(0, 4)}-12-31`)
    expect(t.nationalCalendar.knownFrom).toBe('2018-01-01')
  })

  test('every statutory holiday of a known year is a day off in the published arrangement', () => {
    for (const [year, arrangement] of Object.entries(nationalYears)) {
      const days = Array.from({ length: 365 }, (_, n) => t.addDays(on(`${year}-01-01`), n))
      const worked = days.filter((day) => t.dayKind(day) === 'statutory' && !(day in arrangement.holidays))
      expect(worked).toEqual([])
    }
  })

  test('Spring Festival 2028 is no working day, though nobody has arranged that year', () => {
    expect(chineseDays.isWorkday('2028-01-26')).toBe(true)
    expect(t.isWorkingDay(on('2028-01-26'))).toBe(false)
    expect(t.isKnown(on('2028-01-26'))).toBe(false)
  })

  test('a date beyond the published years is marked provisional, one within is not', () => {
    const last = t.nationalCalendar.knownUntil
    const clock = t.workingDays(5, 'x')
    expect(t.dueOn(clock, t.instantAt(t.addDays(last, -2), '10:00')).isProvisional).toBe(true)
    expect(t.dueOn(clock, at('2021-02-09', '10:00')).isProvisional).toBe(false)
    expect(t.dueOn(t.workingDays(1, 'x'), at('2015-03-02', '10:00')).isProvisional).toBe(true)
  })

  test('publishing a year moves the date and takes the mark away', () => {
    const { 2018: only } = nationalYears
    const before = t.calendarOf({ 2018: only, 2019: nationalYears[2019], 2020: nationalYears[2020] })
    const clock = t.days(15, '劳动争议调解仲裁法第十四条')
    const from = at('2021-02-01', '10:00')
    expect(t.dueOn(clock, from, before)).toMatchObject({ on: '2021-02-16', isProvisional: true })
    expect(t.dueOn(clock, from)).toMatchObject({ on: '2021-02-18', isProvisional: false })
  })

  test('a year missing in the middle ends what is known', () => {
    const calendar = t.calendarOf({ 2020: nationalYears[2020], 2022: nationalYears[2022] })
    expect(calendar.knownUntil).toBe('2020-12-31')
    expect(() => t.calendarOf({ 2021: { holidays: {}, workdays: {} } })).toThrow(RangeError)
  })
})

describe('the lunar date', () => {
  test('known days', () => {
    expect(springFestivalOf(2021)).toBe('2021-02-12')
    expect(dayOfLunar(2025, 5, 5)).toBe('2025-05-31')
    expect(dayOfLunar(2023, 8, 15)).toBe('2023-09-29')
    expect(qingmingOf(2021)).toBe('2021-04-04')
    expect(t.lunarOf(on('2020-05-23'))).toEqual({ year: 2020, month: 4, date: 1, isLeap: true })
    expect(t.lunarOf(on('2018-01-01'))).toBeUndefined()
  })

  test('agrees with chinese-days on every day of the table', () => {
    const last = lunarYears[lunarYears.length - 1]?.[0] ?? 0
    for (let day = on('2018-02-16'); day < `${last + 1}`; day = t.addDays(day, 1)) {
      const theirs = chineseDays.getLunarDate(day)
      const mine = t.lunarOf(day)
      if (!mine) throw new Error(`no lunar date for ${day}`)
      const theirMonth = theirs.lunarMon + (theirs.isLeap ? 100 : 0)
      expect([day, mine.year, mine.month + (mine.isLeap ? 100 : 0), mine.date]).toEqual([
        day,
        theirs.lunarYear,
        theirMonth,
        theirs.lunarDay,
      ])
    }
  })
})
