/** Sums kept on this phone, for the forms that will ask for them. */
import { onOf } from '../../../domain/kernel/time'
import type { Counted } from '../../../domain/wages/answer'
import { type CalculatorName, calculators, type KeptSum, keptSumOf } from '../../../domain/wages/kept'
import { copyOf, keepCopy } from '../../cloud/ask'

export const keepSum = (calculator: CalculatorName, { totalFen, lines }: Counted): void =>
  keepCopy(keptSumOf(calculator), { calculator, totalFen, lines: [...lines], keptOn: onOf(new Date()) })

export const keptSum = (calculator: CalculatorName): KeptSum | undefined => {
  const kept = copyOf(keptSumOf(calculator))
  return kept?.state === 'ready' ? kept.data : undefined
}

export const names = Object.keys(calculators) as readonly CalculatorName[]

/** Whether what is kept is what stands on the screen. */
export const isKeptAlready = (calculator: CalculatorName, { lines }: Counted): boolean =>
  JSON.stringify(keptSum(calculator)?.lines) === JSON.stringify(lines)
