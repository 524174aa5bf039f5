/** Which facts a programme asks about, and what is known of one of them in words. */
import { fen, yuan } from '../../../domain/kernel/money'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { type FactName, type FactRow, type FactValue, factRow, type Rule } from '../../../domain/rules'

export const factsAsked = (rules: readonly Rule[]): FactName[] => [
  ...new Set(rules.flatMap((rule) => (rule.fact === undefined ? rule.anyOf.map(({ fact }) => fact) : [rule.fact]))),
]

const choiceWords = (row: Extract<FactRow, { kind: 'choice' }>, value: FactValue): string =>
  row.choices[String(value)]?.label ?? ''

export const UNKNOWN = '不知道'

export const sayFact = (fact: FactName, value: FactValue | undefined, now: Date): string => {
  if (value === undefined) return UNKNOWN
  const row = factRow(fact)
  if (row.kind === 'yesNo') return value === true ? row.yes : row.no
  if (row.kind === 'choice') return choiceWords(row, value)
  if (row.kind === 'number') return `${value} ${row.unit}`
  if (row.kind === 'fen') return yuan(fen(Number(value)))
  return row.kind === 'day' ? sayDay(toDay(String(value)), now) : String(value)
}
