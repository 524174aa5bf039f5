/** Somebody without a registration counts what they are owed, in the day the town lives through. */
import { fen } from '../../domain/kernel/money'
import type { Phone } from './town'

const wage = { per: 'month', fen: fen(600_000) } as const

export const wagesCounted = async ({ wages }: Phone): Promise<void> => {
  await wages.conversion({ wage })
  await wages.overtime({ wage, shifts: [] })
  await wages.arrears({ months: [{ month: '2020-12', agreedFen: wage.fen, paidFen: fen(0) }] })
  await wages.doublePay({ startedOn: '2020-03-01', isSigned: false, endedOn: 'still', monthFen: wage.fen })
  await wages.severance({
    ending: 'dismissed',
    startedOn: '2020-01-01',
    endedOn: '2021-01-31',
    averageFen: wage.fen,
  })
  await wages.minimumWage({ city: '310000', on: '2021-02-01' })
}
