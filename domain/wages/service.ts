/** 工作年限: years of work at one place as half months of wage (劳动合同法 art 47). */
import { addDays, addMonths, type Day } from '../kernel/time'

/** Each full year two halves; half a year and more two, less than that one. Both days count in. */
export function halfMonthsOf(startedOn: Day, endedOn: Day): number {
  const after = addDays(endedOn, 1)
  let years = 0
  while (addMonths(startedOn, (years + 1) * 12) <= after) years += 1
  const since = addMonths(startedOn, years * 12)
  if (since >= after) return years * 2
  return years * 2 + (addMonths(startedOn, years * 12 + 6) <= after ? 2 : 1)
}

/** '半个月', '3 个月', '3 个半月'. */
export function sayHalfMonths(halves: number): string {
  const whole = Math.floor(halves / 2)
  if (halves % 2 === 0) return `${whole} 个月`
  return whole === 0 ? '半个月' : `${whole} 个半月`
}
