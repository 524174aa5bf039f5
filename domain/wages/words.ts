/** Days, months, hours and multiples in the words of a line. */
import { type Day, dayKind, festivalOn, isMoved, partsOf } from '../kernel/time'

/** '2 月 12 日', with its year where several years stand beside each other. */
export const sayOn = (on: Day, withYear = false): string => {
  const { year, month, date } = partsOf(on)
  return `${withYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`
}

/** '2021 年 2 月' from '2021-02'. */
export const sayMonth = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** '8 小时', '2 小时 30 分钟', '45 分钟'. */
export const sayHours = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 ? [`${hours} 小时`] : []), ...(rest > 0 || hours === 0 ? [`${rest} 分钟`] : [])].join(' ')
}

/** '1.5', '2', '3'. */
export const sayTimes = (percent: number): string => String(percent / 100)

/** Why a day pays as it does, in a word: '初一', '除夕，休息日', '调休上班'; nothing on a plain working day. */
export const dayWord = (on: Day): string => {
  const kind = dayKind(on)
  const festival = festivalOn(on) ?? ''
  if (kind === 'statutory') return festival
  if (kind === 'rest') return festival ? `${festival}，休息日` : '休息日'
  return isMoved(on) ? '调休上班' : ''
}

/** '2 月 11 日（除夕，休息日）'; `then` goes on, apart from a bare date only. */
export const sayDayOf = (on: Day, withYear: boolean, then = ''): string => {
  const word = dayWord(on)
  return `${sayOn(on, withYear)}${word ? `（${word}）` : ''}${/^\d/.test(then) && !word ? ' ' : ''}${then}`
}
