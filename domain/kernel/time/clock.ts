/** A legal clock as a row: how long, counted how, by which article; and the day it runs out. */
import { addWorkingDays, type Calendar, isKnown, nationalCalendar, workingDayFrom } from '../calendar'
import { addDays, addMinutes, addMonths, type Day, endOf, type Instant, onOf } from './day'

export type Clock = {
  article: string
  count: { unit: 'minutes' | 'hours' | 'days' | 'workingDays' | 'months'; n: number }
}

/** `at` is the last instant in time: the last millisecond of `on`, except for clocks of hours and minutes. */
export type Due = { on: Day; at: Instant; isProvisional: boolean }

function clockOf(unit: Clock['count']['unit'], n: number, article: string): Clock {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`a clock counts whole ${unit}, not ${n}`)
  return { article, count: { unit, n } }
}

export const minutes = (n: number, article: string): Clock => clockOf('minutes', n, article)
export const hours = (n: number, article: string): Clock => clockOf('hours', n, article)
export const days = (n: number, article: string): Clock => clockOf('days', n, article)
export const workingDays = (n: number, article: string): Clock => clockOf('workingDays', n, article)
export const months = (n: number, article: string): Clock => clockOf('months', n, article)
export const years = (n: number, article: string): Clock => clockOf('months', n * 12, article)

/**
 * 民法典 art 201–203: the first day is not counted; a clock of days or months that ends on a rest day moves to the next
 * working day; the last day ends at 24:00. Clocks of hours and minutes run from the moment and do not move.
 * Provisional: the day depends on an arrangement that has not been published. Count again once it is.
 */
export function dueOn(clock: Clock, from: Date | string, calendar: Calendar = nationalCalendar): Due {
  const { unit, n } = clock.count
  if (unit === 'hours' || unit === 'minutes') {
    const at = addMinutes(from, unit === 'hours' ? n * 60 : n)
    return { on: onOf(at), at, isProvisional: false }
  }
  const start = onOf(from)
  const on = lastDay(unit, n, start, calendar)
  const isProvisional = !isKnown(on, calendar) || (unit === 'workingDays' && !isKnown(start, calendar))
  return { on, at: endOf(on), isProvisional }
}

function lastDay(unit: 'days' | 'workingDays' | 'months', n: number, start: Day, calendar: Calendar): Day {
  if (unit === 'workingDays') return addWorkingDays(start, n, calendar)
  return workingDayFrom(unit === 'days' ? addDays(start, n) : addMonths(start, n), calendar)
}
