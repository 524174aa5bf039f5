/** What was told about overtime, as the draft keeps it: the wage, the month on the page, and the shifts. */
import * as v from 'valibot'
import { addMonths, type Day, onOf, toDay } from '../../../domain/kernel/time'
import { Shift, type WagePeriod, wagePeriods } from '../../../domain/wages/schema'
import { sayHours } from '../../../domain/wages/words'
import { fenIn, known, useTold } from '../parts/draft'

export const blank = { per: 'month', wage: '', month: '', shifts: '' }
export type Told = typeof blank

export const useOvertime = () => useTold('overtime', blank)

const Shifts = v.pipe(v.string(), v.parseJson(), v.array(Shift))
export const shiftsIn = ({ shifts }: Told): Shift[] => {
  const parsed = v.safeParse(Shifts, shifts)
  return parsed.success ? parsed.output : []
}

const byDay = (a: Shift, b: Shift): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)
/** A day is told once: what is told now takes the place of what was. */
export const withDay = (told: Told, on: Day, shift: Shift | undefined): Partial<Told> => {
  const others = shiftsIn(told).filter((one) => one.on !== on)
  return { shifts: JSON.stringify([...others, ...(shift ? [shift] : [])].sort(byDay)) }
}

const isPer = (per: string): per is WagePeriod => Object.hasOwn(wagePeriods, per)
export const perOf = ({ per }: Told): WagePeriod => (isPer(per) ? per : 'month')

export const factsOf = (told: Told): Record<string, unknown> => {
  const fen = fenIn(told.wage)
  return known({ wage: fen === undefined ? undefined : { per: perOf(told), fen }, shifts: shiftsIn(told) })
}

/** The first of the month on the page; this month's until another is turned to. */
export const monthOf = ({ month }: Told, now: Date): Day => toDay(`${month || onOf(now).slice(0, 7)}-01`)
export const turned = (first: Day, by: number): Partial<Told> => ({ month: addMonths(first, by).slice(0, 7) })

/** '8 小时', '20:00 到 08:00'. */
export const sayShift = (shift: Shift): string =>
  shift.way === 'hours' ? sayHours(shift.minutes) : `${shift.from} 到 ${shift.to}`

/** '8', '2.5', '一个半' is nothing: hours as typed, in whole minutes. */
export const minutesIn = (text: string): number | undefined => {
  const found = /^\d{1,2}(\.\d{1,2})?$/.exec(text.trim())
  const minutes = found ? Math.round(Number(text) * 60) : 0
  return minutes > 0 && minutes <= 24 * 60 ? minutes : undefined
}
