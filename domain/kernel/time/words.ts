/** Dates and deadlines in the words people read. */
import { festivalOn } from '../calendar'
import type { Due } from './clock'
import { addDays, clockOf, type Day, daysBetween, endOf, type Instant, onOf, partsOf, weekdayOf } from './day'
import { lunarOf, sayLunar, springFestivalOf } from './lunar'

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

function sayDate(day: Day, now: Date): string {
  const { year, month, date } = partsOf(day)
  const isThisYear = year === partsOf(onOf(now)).year
  return `${isThisYear ? '' : `${year} 年 `}${month} 月 ${date} 日`
}

/** '2 月 9 日（周二）'; the year stands before it when it is another one. */
export function sayDay(day: Day, now: Date): string {
  return `${sayDate(day, now)}（${weekdayNames[weekdayOf(day)]}）`
}

/** '今天 17:00', '昨天 9:20', '2 月 9 日 10:32'. */
export function sayInstant(at: Instant | Date, now: Date): string {
  const [on, today] = [onOf(at), onOf(now)]
  const clock = clockOf(at).replace(/^0/, '')
  const near = { '-1': '昨天', '0': '今天', '1': '明天' }[String(daysBetween(today, on))]
  return `${near ?? sayDate(on, now)} ${clock}`
}

/** Stands behind a date that rests on holidays nobody has published yet. */
export function sayProvisional(): string {
  return '放假安排还没公布，日子可能会变'
}

/** '2 月 19 日（周五）前' for a clock of days, '今天 17:00 前' for one of hours. */
export function sayDue(due: Due, now: Date): string {
  const isWholeDay = due.at === endOf(due.on)
  const by = `${isWholeDay ? sayDay(due.on, now) : `${sayInstant(due.at, now)} `}前`
  return due.isProvisional ? `${by}（${sayProvisional()}）` : by
}

/** The line over the first screen: '腊月廿五，离除夕 5 天', '今天是除夕', '正月初一，过年好'. */
export function festivalLine(now: Date): string {
  const today = onOf(now)
  const lunar = lunarOf(today)
  if (!lunar) return sayDay(today, now)
  const said = sayLunar(lunar)
  if (lunar.month === 12) return sayYearEnd(today, said, springFestivalOf(lunar.year + 1))
  if (lunar.month === 1 && lunar.date <= 7) return `${said}，过年好`
  if (lunar.month === 1 && lunar.date === 15) return `${said}，元宵节`
  const festival = festivalOn(today)
  return festival ? `${said}，${festival}` : said
}

function sayYearEnd(today: Day, said: string, spring: Day | undefined): string {
  if (!spring) return said
  const left = daysBetween(today, addDays(spring, -1))
  return left === 0 ? '今天是除夕' : `${said}，离除夕 ${left} 天`
}
