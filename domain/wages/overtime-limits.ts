/** 劳动法 art 41: the most overtime a day and a month may have. Beyond it the pay is counted all the same. */
import { type Note, note } from './answer'
import { sayDayOf, sayHours, sayMonth } from './words'
import type { Worked } from './worked'

const MOST_A_DAY = 3 * 60
const MOST_A_MONTH = 36 * 60

const isPaid = ({ isRested }: Worked): boolean => isRested !== true

function longDays(worked: readonly Worked[]): Note[] {
  const long = worked.filter(({ percent, overtime }) => percent === 150 && overtime > MOST_A_DAY)
  return long.map(({ on, overtime }) =>
    note(`${sayDayOf(on, true)}加班 ${sayHours(overtime)}，超过一天 3 小时的上限。钱照算`, 'overtimeLimit'),
  )
}

function longMonths(worked: readonly Worked[]): Note[] {
  const months = new Map<string, number>()
  for (const { on, overtime } of worked.filter(isPaid))
    months.set(on.slice(0, 7), (months.get(on.slice(0, 7)) ?? 0) + overtime)
  return [...months]
    .filter(([, minutes]) => minutes > MOST_A_MONTH)
    .map(([month, minutes]) =>
      note(`${sayMonth(month)}加班 ${sayHours(minutes)}，超过一个月 36 小时的上限。钱照算`, 'overtimeLimit'),
    )
}

export const limitNotes = (worked: readonly Worked[]): Note[] => [...longDays(worked), ...longMonths(worked)]
