/** What differs from city to city, as dated rows: minimum wages and average wages. A row without a source we have read is off. */
import { type Fen, fen } from '../kernel/money'
import { cities, placeName } from '../kernel/places'
import { type Day, toDay } from '../kernel/time'

export type MinimumWage = {
  readonly city: string
  /** Holds until the next row of its city begins, sourced or not. */
  readonly from: Day
  readonly monthFen: Fen
  /** For part-time work paid by the hour. */
  readonly hourFen: Fen
  readonly source: string
  readonly isSourced: boolean
}

export type AverageWage = {
  readonly city: string
  readonly year: number
  readonly monthFen: Fen
  readonly source: string
  readonly isSourced: boolean
}

const unread = '还没有查到出处'

const row = (from: string, month: number, hour: number, source?: string): MinimumWage => ({
  city: '310000',
  from: toDay(from),
  monthFen: fen(month * 100),
  hourFen: fen(hour * 100),
  source: source ?? unread,
  isSourced: source !== undefined,
})

export const minimumWages: readonly MinimumWage[] = [
  row('2018-04-01', 2420, 21),
  row('2019-04-01', 2480, 22, 'shine.cn/news/metro/2106241061（2021-06-24）'),
  row('2021-07-01', 2590, 23, 'shine.cn/news/metro/2106241061（2021-06-24）'),
  row('2023-07-01', 2690, 24),
  row('2025-07-01', 2740, 25),
]

/** Of the year before somebody leaves; the cap of 劳动合同法第四十七条第二款 waits for a sourced one. */
export const averageWages: readonly AverageWage[] = [
  { city: '310000', year: 2020, monthFen: fen(1_033_800), source: unread, isSourced: false },
]

/** The minimum of a city on a day; undefined where no source we have read says it. */
export function minimumWageOn(
  city: string | undefined,
  on: Day,
  rows: readonly MinimumWage[] = minimumWages,
): MinimumWage | undefined {
  const inForce = rows
    .filter((one) => one.city === city && one.from <= on)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  return inForce?.isSourced ? inForce : undefined
}

export function averageWageOf(
  city: string | undefined,
  year: number,
  rows: readonly AverageWage[] = averageWages,
): AverageWage | undefined {
  return rows.find((one) => one.city === city && one.year === year && one.isSourced)
}

/** Cities whose wages are kept here. */
export const wageCities: readonly string[] = Object.keys(cities).filter((id) =>
  minimumWages.some(({ city }) => city === id),
)

/** 上海 and not 上海市: it stands in the middle of a sentence. */
export const cityWord = (city: string): string => (placeName(city) ?? '').replace(/市$/, '')
