/** The wheels of a day and of an hour, between a first and a last one. */
import type { Column, Wheels } from './picker'

export type DateFields = 'year' | 'month' | 'day'

interface Bounds {
  value: string
  start: string
  end: string
}

const two = (number: number): string => String(number).padStart(2, '0')

const upTo = (first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => two(first + at))

/** On a wheel whose rows count up from the first. */
const column = (first: number, last: number, wanted: number, unit: string): Column => ({
  rows: upTo(first, last),
  at: wanted - first,
  unit,
})

const numbersIn = (text: string, sign: string): (number | undefined)[] =>
  text.split(sign).map((part) => (part === '' ? undefined : Number(part)))

export function timeColumns({ value, start, end }: Bounds): Omit<Wheels, 'title'> {
  const [firstHour = 0, firstMinute = 0] = numbersIn(start, ':')
  const [lastHour = 23, lastMinute = 59] = numbersIn(end, ':')
  const [hour = firstHour, minute = 0] = numbersIn(value, ':')
  return {
    columns: (chosen) => {
      const hours = column(firstHour, lastHour, chosen ? firstHour + (chosen[0] ?? 0) : hour, '时')
      const at = Math.min(Math.max(firstHour + hours.at, firstHour), lastHour)
      const from = at === firstHour ? firstMinute : 0
      const to = at === lastHour ? lastMinute : 59
      return [hours, { ...column(from, to, minute, '分'), ...(chosen && { at: chosen[1] ?? 0 }) }]
    },
  }
}

type Day = [year: number, month: number, day: number]

function dayIn(text: string, otherwise: Day): Day {
  const [year = otherwise[0], month = otherwise[1], day = otherwise[2]] = numbersIn(text, '-')
  return [year, month, day]
}

const today = (): Day => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
}

const daysIn = (year: number, month: number): number => new Date(year, month, 0).getDate()
const clamp = (number: number, first: number, last: number): number => Math.min(Math.max(number, first), last)

/** The first and last row of the month wheel in this year, or of the day wheel in this month. */
const between = (isFirst: boolean, isLast: boolean, first: number, last: number, all: number): [number, number] => [
  isFirst ? first : 1,
  isLast ? last : all,
]

export function dateColumns({ value, start, end, fields }: Bounds & { fields: DateFields }): Omit<Wheels, 'title'> {
  const first = dayIn(start, [1900, 1, 1])
  const last = dayIn(end, [2100, 12, 31])
  let day = dayIn(value, today())
  const months = (): [number, number] => between(day[0] === first[0], day[0] === last[0], first[1], last[1], 12)
  const days = (): [number, number] => {
    const isIn = (bound: Day): boolean => day[0] === bound[0] && day[1] === bound[1]
    return between(isIn(first), isIn(last), first[2], last[2], daysIn(day[0], day[1]))
  }
  /** What stands on the earlier wheels decides what the later ones offer. */
  const settle = ([year, month, date]: Day): void => {
    day = [clamp(year, first[0], last[0]), month, date]
    day[1] = clamp(month, ...months())
    day[2] = clamp(date, ...days())
  }
  let before: Day | undefined
  return {
    columns: (chosen) => {
      if (chosen && before)
        settle([first[0] + (chosen[0] ?? 0), before[1] + (chosen[1] ?? 0), before[2] + (chosen[2] ?? 0)])
      else settle(day)
      before = [first[0], months()[0], days()[0]]
      const all = [
        column(first[0], last[0], day[0], '年'),
        column(...months(), day[1], '月'),
        column(...days(), day[2], '日'),
      ]
      return all.slice(0, { year: 1, month: 2, day: 3 }[fields])
    },
  }
}
