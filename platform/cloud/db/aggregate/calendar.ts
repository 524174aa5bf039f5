/** A date taken apart as clocks and calendars there show it. */
import { offsetAt, utcOf } from './zones'

const DAY = 86_400_000

export interface Moment {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  /** 1 is Sunday. */
  dayOfWeek: number
  dayOfYear: number
  /** Weeks begin on Sunday; days before the first one are week 0. */
  week: number
  /** 1 is Monday. */
  isoDayOfWeek: number
  /** Week 1 holds the year's first Thursday. */
  isoWeek: number
  isoWeekYear: number
  offsetMinutes: number
}

export function momentOf(instant: number, zone: string): Moment {
  const offset = offsetAt(zone, instant)
  const local = new Date(instant + offset)
  const year = local.getUTCFullYear()
  const weekday = local.getUTCDay()
  const midnight = utcOf(year, local.getUTCMonth() + 1, local.getUTCDate())
  const dayOfYear = (midnight - utcOf(year, 1)) / DAY + 1
  const isoDayOfWeek = weekday === 0 ? 7 : weekday
  const thursday = new Date(midnight + (4 - isoDayOfWeek) * DAY)
  const isoWeekYear = thursday.getUTCFullYear()
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfWeek: weekday + 1,
    dayOfYear,
    week: Math.floor((dayOfYear - weekday + 6) / 7),
    isoDayOfWeek,
    isoWeek: Math.floor((thursday.getTime() - utcOf(isoWeekYear, 1)) / DAY / 7) + 1,
    isoWeekYear,
    offsetMinutes: Math.round(offset / 60_000),
  }
}

/** Midnight of a day counted by ISO weeks, as if there were no zones. */
export function isoMidnight(year: number, week: number, day: number): number {
  const fourth = utcOf(year, 1, 4)
  const weekday = new Date(fourth).getUTCDay() || 7
  return fourth + ((week - 1) * 7 + day - weekday) * DAY
}
