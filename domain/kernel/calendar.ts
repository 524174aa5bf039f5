/** Which days are statutory holidays, rest days and working days in China, each by the rule in force on that date. */
import year2018 from 'chinese-days/dist/years/2018.json'
import year2019 from 'chinese-days/dist/years/2019.json'
import year2020 from 'chinese-days/dist/years/2020.json'
import year2021 from 'chinese-days/dist/years/2021.json'
import year2022 from 'chinese-days/dist/years/2022.json'
import year2023 from 'chinese-days/dist/years/2023.json'
import year2024 from 'chinese-days/dist/years/2024.json'
import year2025 from 'chinese-days/dist/years/2025.json'
import year2026 from 'chinese-days/dist/years/2026.json'
import { addDays, type Day, isWeekend, partsOf, toDay } from './time/day'
import { dayOfLunar, qingmingOf, springFestivalOf } from './time/lunar'

/** The State Council's yearly arrangement: days off (moved ones included) and weekend days that are worked. */
export type YearArrangement = {
  holidays: Readonly<Record<string, string>>
  workdays: Readonly<Record<string, string>>
}

export type Calendar = {
  knownFrom: Day
  knownUntil: Day
  /** Undefined where the arrangement says nothing, so the weekday decides. */
  arranged: (day: Day) => 'rest' | 'work' | undefined
}

/**
 * What is known comes from the data and not from answers: chinese-days answers "workday" for 2028-01-26, a Spring
 * Festival day nobody has arranged yet. A year counts when it arranges its own 初一, and only in an unbroken run.
 */
export function calendarOf(years: Readonly<Record<number, YearArrangement>>): Calendar {
  const isArranged = (year: number) => {
    const first = springFestivalOf(year)
    return first !== undefined && years[year]?.holidays[first] !== undefined
  }
  const first = Math.min(...Object.keys(years).map(Number).filter(isArranged))
  if (!Number.isFinite(first)) throw new RangeError('a calendar needs at least one arranged year')
  let last = first
  while (isArranged(last + 1)) last += 1
  const arranged = (day: Day) => {
    const year = years[partsOf(day).year]
    if (year?.holidays[day] !== undefined) return 'rest'
    return year?.workdays[day] === undefined ? undefined : 'work'
  }
  return { knownFrom: toDay(`${first}-01-01`), knownUntil: toDay(`${last}-12-31`), arranged }
}

/** chinese-days publishes one small file a year; its code would bring 24 KB and the phone's own time zone. */
export const nationalYears = {
  2018: year2018,
  2019: year2019,
  2020: year2020,
  2021: year2021,
  2022: year2022,
  2023: year2023,
  2024: year2024,
  2025: year2025,
  2026: year2026,
} satisfies Record<number, YearArrangement>

export const nationalCalendar = calendarOf(nationalYears)

const festivalNames = {
  newYear: '元旦',
  eve: '除夕',
  first: '初一',
  second: '初二',
  third: '初三',
  qingming: '清明节',
  labourDay: '劳动节',
  labourSecond: '劳动节',
  dragonBoat: '端午节',
  midAutumn: '中秋节',
  nationalDay: '国庆节',
}
type Festival = keyof typeof festivalNames

/** 全国年节及纪念日放假办法 art 2, by the date it came into force; the youngest row comes first. */
const statutoryRules: readonly { from: string; article: string; leavesOut: readonly Festival[] }[] = [
  { from: '2025-01-01', article: '全国年节及纪念日放假办法（2024 年修订）第二条', leavesOut: [] },
  {
    from: '2014-01-01',
    article: '全国年节及纪念日放假办法（2013 年修订）第二条',
    leavesOut: ['eve', 'labourSecond'],
  },
]

function festivalsOf(year: number): Map<Day, Festival[]> {
  const days = new Map<Day, Festival[]>()
  const add = (festival: Festival, day: Day | undefined) => {
    if (day) days.set(day, [...(days.get(day) ?? []), festival])
  }
  const spring = springFestivalOf(year)
  add('newYear', toDay(`${year}-01-01`))
  add('eve', spring && addDays(spring, -1))
  add('first', spring)
  add('second', spring && addDays(spring, 1))
  add('third', spring && addDays(spring, 2))
  add('qingming', qingmingOf(year))
  add('labourDay', toDay(`${year}-05-01`))
  add('labourSecond', toDay(`${year}-05-02`))
  add('dragonBoat', dayOfLunar(year, 5, 5))
  add('midAutumn', dayOfLunar(year, 8, 15))
  for (const date of ['01', '02', '03']) add('nationalDay', toDay(`${year}-10-${date}`))
  return days
}

const festivals = new Map<number, Map<Day, Festival[]>>()
function festivalsOn(day: Day): Festival[] {
  const { year } = partsOf(day)
  let known = festivals.get(year)
  if (!known) {
    known = festivalsOf(year)
    festivals.set(year, known)
  }
  return known.get(day) ?? []
}

/** '除夕', '初一', '国庆节、中秋节'; undefined on other days. Whether it pays threefold, dayKind says. */
export function festivalOn(day: Day): string | undefined {
  const names = festivalsOn(day).map((festival) => festivalNames[festival])
  return names.length > 0 ? names.join('、') : undefined
}

/** The article that makes a day a statutory holiday, for those who ask 凭什么. */
export function statutoryArticle(day: Day): string | undefined {
  const rule = statutoryRules.find(({ from }) => day >= from)
  if (!rule) return undefined
  return festivalsOn(day).some((festival) => !rule.leavesOut.includes(festival)) ? rule.article : undefined
}

export type DayKind = 'statutory' | 'rest' | 'work'

export function dayKind(day: Day, calendar: Calendar = nationalCalendar): DayKind {
  if (statutoryArticle(day)) return 'statutory'
  return calendar.arranged(day) ?? (isWeekend(day) ? 'rest' : 'work')
}

/** A rest day on a weekday or a working day at a weekend. */
export function isMoved(day: Day, calendar: Calendar = nationalCalendar): boolean {
  return dayKind(day, calendar) === (isWeekend(day) ? 'work' : 'rest')
}

/** Percent of ordinary pay for overtime on a day, 劳动法 art 44. On a working day it counts beyond eight hours. */
const multiples = { statutory: 300, rest: 200, work: 150 } as const satisfies Record<DayKind, number>

export function overtimeMultiple(day: Day, calendar: Calendar = nationalCalendar): 300 | 200 | 150 {
  return multiples[dayKind(day, calendar)]
}

export function isWorkingDay(day: Day, calendar: Calendar = nationalCalendar): boolean {
  return dayKind(day, calendar) === 'work'
}

/** n working days on, the day itself not counted; a negative n counts back. */
export function addWorkingDays(day: Day, n: number, calendar: Calendar = nationalCalendar): Day {
  const step = n < 0 ? -1 : 1
  let reached = day
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, calendar)) left -= 1
  }
  return reached
}

/** The day itself when it is worked, else the next one that is (民法典 art 203). */
export function workingDayFrom(day: Day, calendar: Calendar = nationalCalendar): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar)
}

export function isKnown(day: Day, calendar: Calendar = nationalCalendar): boolean {
  return day >= calendar.knownFrom && day <= calendar.knownUntil
}
