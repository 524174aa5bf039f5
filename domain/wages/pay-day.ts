/** 发工资的日子: a day off is paid before it, on the last working day (保障农民工工资支付条例 art 14). */
import { addDays, addMonths, addWorkingDays, type Day, isWorkingDay, partsOf, toDay } from '../kernel/time'
import type { PayDay } from './schema'

/** The day a month's wage was promised for, and the day it must be paid by. */
export function payDayOf(month: string, { date, in: within }: PayDay): { promisedOn: Day; payBy: Day } {
  const first = addMonths(toDay(`${month}-01`), within === 'next' ? 1 : 0)
  const lastOfMonth = partsOf(addDays(addMonths(first, 1), -1)).date
  const promisedOn = addDays(first, Math.min(date, lastOfMonth) - 1)
  return { promisedOn, payBy: isWorkingDay(promisedOn) ? promisedOn : addWorkingDays(promisedOn, -1) }
}
