/** What was told about months without full pay, as the draft keeps it, and as the calculator takes it. */
import * as v from 'valibot'
import { addMonths, type Day, toDay } from '../../../domain/kernel/time'
import { fenIn, HERE, known, yesNo } from '../parts/draft'

/** `paid` holds what was given by month, as typed. */
export const blank = { agreed: '', months: '', paid: '', isFull: '', payIn: '', payDate: '' }
export type Told = typeof blank

const APART = ','
export const monthsIn = ({ months }: Told): string[] => months.split(APART).filter(Boolean)
export const withMonths = (months: readonly string[]): Partial<Told> => ({ months: [...months].sort().join(APART) })

const Paid = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))
const allPaid = ({ paid }: Told): Readonly<Record<string, string>> => {
  const parsed = v.safeParse(Paid, paid)
  return parsed.success ? parsed.output : {}
}
export const paidIn = (told: Told, month: string): string => allPaid(told)[month] ?? ''
export const withPaid = (told: Told, month: string, text: string): Partial<Told> => ({
  paid: JSON.stringify({ ...allPaid(told), [month]: text }),
})

const payDayOf = ({ payIn, payDate }: Told) => {
  const date = Number(payDate)
  return payIn && Number.isInteger(date) && date > 0 ? { in: payIn, date } : undefined
}

export const factsOf = (told: Told): Record<string, unknown> => {
  const rowOf = (month: string) =>
    known({
      month,
      agreedFen: fenIn(told.agreed),
      paidFen: fenIn(paidIn(told, month)),
      isFull: yesNo(told.isFull),
    })
  return known({ months: monthsIn(told).map(rowOf), payDay: payDayOf(told), city: HERE })
}

/** So many months back, this one among them. */
export const monthsBack = (today: Day, from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => addMonths(toDay(`${today.slice(0, 7)}-01`), -from - n).slice(0, 7))
