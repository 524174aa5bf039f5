/** The festival seasons: until when a registration is needed, and so the day it is erased. Dated data, a row a year. */
import { addDays, type Day, toDay } from '../kernel/time'

type Season = { readonly id: string; readonly endsOn: Day; readonly source: string }

/** 2021's end is the national action's (DOMAIN.md §0); for the years after, our own: the end of March. */
export const seasons: readonly Season[] = [
  { id: '2021', endsOn: toDay('2021-03-31'), source: '“迎新春送温暖、稳岗留工”专项行动（2021-01-21 至 3 月底）' },
  ...[2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030].map((year) => ({
    id: `${year}`,
    endsOn: toDay(`${year}-03-31`),
    source: '本平台的承诺',
  })),
]

export const KEPT_DAYS_AFTER_SEASON = 180

/** The day after which a registration made today is erased. */
export const eraseOnFor = (today: Day): Day => {
  const season = seasons.find(({ endsOn }) => endsOn >= today)
  return addDays(season?.endsOn ?? today, KEPT_DAYS_AFTER_SEASON)
}
