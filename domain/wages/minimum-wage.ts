/** 最低工资 of a city on a day, or that no source says it. */
import * as v from 'valibot'
import { Fen, yuan } from '../kernel/money'
import { On } from '../kernel/schema'
import type { Day } from '../kernel/time'
import { cityWord, minimumWageOn } from './local-wages'
import { sayOn } from './words'

export const MinimumWageAnswer = v.variant('answer', [
  v.strictObject({
    answer: v.literal('amount'),
    monthFen: Fen,
    hourFen: Fen,
    from: On,
    words: v.string(),
    source: v.string(),
  }),
  v.strictObject({ answer: v.literal('unsourced'), words: v.string() }),
])
export type MinimumWageAnswer = Readonly<v.InferOutput<typeof MinimumWageAnswer>>

export function minimumWage({ city, on }: { city: string; on: Day }): MinimumWageAnswer {
  const row = minimumWageOn(city, on)
  if (!row)
    return { answer: 'unsourced', words: `${cityWord(city)} ${sayOn(on, true)}的最低工资，还没查到出处。打 12333 问` }
  const { monthFen, hourFen, from, source } = row
  const words = `${cityWord(city)}从 ${sayOn(from, true)}起，一个月 ${yuan(monthFen)}，非全日制一小时 ${yuan(hourFen)}`
  return { answer: 'amount', monthFen, hourFen, from, words, source }
}
