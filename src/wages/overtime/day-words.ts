/** A day of the calendar in the few words that fit on it. */
import { type Day, dayKind, overtimeMultiple, partsOf, weekdayOf } from '../../../domain/kernel/time'
import { dayWord, sayTimes } from '../../../domain/wages/words'

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** '12 周五'. */
export const sayDate = (on: Day): string => `${partsOf(on).date} 周${weekdays[weekdayOf(on)]}`

/** '初一 3 倍', '除夕 2 倍', '休息 2 倍', '调休上班'; nothing on a plain working day. */
export const sayPay = (on: Day): string => {
  if (dayKind(on) === 'work') return dayWord(on)
  const name = dayWord(on).split('，')[0]?.replace('休息日', '休息')
  return `${name} ${sayTimes(overtimeMultiple(on))} 倍`
}

/** '2 月 12 日 周五，初一 3 倍'. */
export const sayWhole = (on: Day): string =>
  [`${partsOf(on).month} 月 ${partsOf(on).date} 日 周${weekdays[weekdayOf(on)]}`, sayPay(on)].filter(Boolean).join('，')
