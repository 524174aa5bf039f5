/** The lunar date of a day, which decides 春节, 端午, 中秋 and the greeting on the first screen. */
import { addDays, type Day, daysBetween, partsOf, toDay } from './day'
import { lunarYears } from './lunar-years'

export type LunarDate = { year: number; month: number; date: number; isLeap: boolean }

type LunarYear = { year: number; firstOn: Day; months: { month: number; isLeap: boolean; length: number }[] }

/** Month lengths stand in the row in order; the leap month comes right after the one it repeats. */
function monthsOf(lengths: string, leap: number): LunarYear['months'] {
  return lengths.split('').map((long, index) => {
    const isLeap = leap > 0 && index === leap
    const month = leap > 0 && index >= leap ? index : index + 1
    return { month, isLeap, length: long === '1' ? 30 : 29 }
  })
}

const years = new Map<number, LunarYear>()
const qingming = new Map<number, Day>()
for (const [year, firstOn, lengths, leap, qingmingDate] of lunarYears) {
  years.set(year, { year, firstOn: toDay(firstOn), months: monthsOf(lengths, leap) })
  qingming.set(year, toDay(`${year}-04-0${qingmingDate}`))
}

/** Undefined outside the table: better no lunar date than a wrong one. */
export function lunarOf(day: Day): LunarDate | undefined {
  const { year } = partsOf(day)
  const inThis = years.get(year)
  const lunar = inThis && day >= inThis.firstOn ? inThis : years.get(year - 1)
  if (!lunar) return undefined
  let left = daysBetween(lunar.firstOn, day)
  for (const { month, isLeap, length } of lunar.months) {
    if (left < length) return { year: lunar.year, month, date: left + 1, isLeap }
    left -= length
  }
  return undefined
}

/** The day of a lunar date in a lunar year, leap months left out. */
export function dayOfLunar(year: number, month: number, date: number): Day | undefined {
  const lunar = years.get(year)
  if (!lunar) return undefined
  let before = 0
  for (const each of lunar.months) {
    if (each.month === month && !each.isLeap) return addDays(lunar.firstOn, before + date - 1)
    before += each.length
  }
  return undefined
}

/** 正月初一, the first day of the lunar year. */
export function springFestivalOf(year: number): Day | undefined {
  return years.get(year)?.firstOn
}

export function qingmingOf(year: number): Day | undefined {
  return qingming.get(year)
}

const monthNames = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月']
const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function sayDate(date: number): string {
  if (date <= 10) return `初${digits[date - 1]}`
  if (date < 20) return `十${digits[date - 11]}`
  if (date === 20) return '二十'
  return date === 30 ? '三十' : `廿${digits[date - 21]}`
}

export function sayLunar({ month, date, isLeap }: LunarDate): string {
  return `${isLeap ? '闰' : ''}${monthNames[month - 1]}${sayDate(date)}`
}
