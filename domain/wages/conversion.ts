/** 日工资、小时工资: a month's wage as a day's and an hour's, by 21.75 paid days of eight hours. */
import * as v from 'valibot'
import { Fen, figures, portion, yuan } from '../kernel/money'
import { Asked, type Need, Note, note } from './answer'
import { paidDays } from './laws'
import { type ConversionFacts, type Wage, type WagePeriod, wagePeriods } from './schema'

export const Converted = v.strictObject({
  answer: v.literal('amount'),
  dayFen: Fen,
  hourFen: Fen,
  basis: v.array(Note),
})
export const ConversionAnswer = v.variant('answer', [Converted, Asked])
export type ConversionAnswer = Readonly<v.InferOutput<typeof ConversionAnswer>>

const { hundredths, hours } = paidDays
const DAYS = hundredths / 100

/**
 * Fen × minutes × percent ÷ this is what so many minutes pay at so many percent: a month is 2175 hundredths of a day, and
 * the hundredth of the day and that of the percent cancel out.
 */
export const perMinuteAndPercent = {
  month: hundredths * hours * 60,
  day: 100 * hours * 60,
  hour: 100 * 60,
} as const satisfies Record<WagePeriod, number>

const hourOf = ({ per, fen: amount }: Wage): Fen => portion(amount, 60 * 100, perMinuteAndPercent[per])
const dayOf = ({ per, fen: amount }: Wage): Fen => portion(amount, hours * 60 * 100, perMinuteAndPercent[per])

/** '34.48 元', as a factor in a line; what is multiplied is not rounded. */
export const hourFigures = (wage: Wage): string => `${figures(hourOf(wage))} 元`

export const wageNeed = (per: WagePeriod = 'month'): Need => ({ fact: 'wage', question: wagePeriods[per].asks })

/** How the hour's wage is had. */
export function hourBasis(wage: Wage): Note[] {
  const hour = hourFigures(wage)
  if (wage.per === 'hour') return [note(`讲好一小时 ${hour}`)]
  const whole =
    wage.per === 'month' ? `${yuan(wage.fen)} ÷ ${DAYS} 天 ÷ ${hours} 小时` : `${yuan(wage.fen)} ÷ ${hours} 小时`
  return [note(`一小时：${whole} = ${hour}，算的时候不取整`, 'conversion')]
}

function dayBasis(wage: Wage, dayFen: Fen): Note[] {
  if (wage.per === 'day') return [note(`讲好一天 ${yuan(dayFen)}`)]
  if (wage.per === 'hour') return [note(`一天：${yuan(wage.fen)} × ${hours} 小时 = ${yuan(dayFen)}`, 'conversion')]
  return [note(`一天：${yuan(wage.fen)} ÷ ${DAYS} 天 = ${yuan(dayFen)}`, 'conversion')]
}

export function conversion({ wage }: ConversionFacts): ConversionAnswer {
  if (!wage) return { answer: 'needs', needs: [wageNeed()] }
  const dayFen = dayOf(wage)
  return {
    answer: 'amount',
    dayFen,
    hourFen: hourOf(wage),
    basis: [...dayBasis(wage, dayFen), ...hourBasis(wage)],
  }
}
