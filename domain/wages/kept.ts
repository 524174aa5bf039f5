/** A sum somebody kept on their phone: what a later form of theirs may read, under which name. */
import * as v from 'valibot'
import { Fen } from '../kernel/money'
import { oneOf } from '../kernel/schema'
import { Day } from '../kernel/time'
import { Line } from './answer'

export const calculators = {
  overtime: { label: '加班费', asks: '加班没给钱，或给少了' },
  arrears: { label: '欠的工资', asks: '工资没给，或没给够' },
  doublePay: { label: '没签合同的两倍工资', asks: '上班满一个月，还没签书面合同' },
  severance: { label: '走人的补偿', asks: '被辞了、裁了，或被逼走了' },
} as const
export type CalculatorName = keyof typeof calculators

export const KeptSum = v.strictObject({
  calculator: oneOf(calculators, '算的是哪一样'),
  totalFen: Fen,
  lines: v.array(Line),
  keptOn: Day,
})
export type KeptSum = Readonly<v.InferOutput<typeof KeptSum>>

/** As `keepCopy` of the phone knows it. */
export const keptSumOf = (calculator: CalculatorName) => ({ name: `wages-${calculator}`, schema: KeptSum })
