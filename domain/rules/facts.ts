/** The closed table of facts a rule may ask about, and facts as they are known of one person, each with its days. */
import { type Day, isDay } from '../kernel/time/day'
import { declaredFacts } from './declared-facts'
import type { FactKind, FactRow } from './fact-rows'
import { registeredFacts } from './registered-facts'

export type { FactKind, FactRow, Question } from './fact-rows'

export const facts = { ...registeredFacts, ...declaredFacts } as const satisfies Readonly<Record<string, FactRow>>

export type FactName = keyof typeof facts
export const factNames = Object.keys(facts) as [FactName, ...FactName[]]

export type DeclaredFactName = keyof typeof declaredFacts
export const declaredFactNames = Object.keys(declaredFacts) as [DeclaredFactName, ...DeclaredFactName[]]

export const factRow = (fact: FactName): FactRow => facts[fact]

/** Whether the person may answer it in place. */
export const isDeclared = (fact: FactName): fact is DeclaredFactName => Object.hasOwn(declaredFacts, fact)

export const isFactName = (name: string): name is FactName => Object.hasOwn(facts, name)

export type FactValue = boolean | number | string

/** A value and the days it holds, both ends counted in; an end left open has no limit. */
export type DatedFact = {
  readonly value: FactValue
  readonly from?: Day
  readonly to?: Day
  /** Where this value came from, when that is not where the fact usually comes from. */
  readonly source?: string
}
export type Facts = Readonly<Partial<Record<FactName, readonly DatedFact[]>>>

/** Facts without days; what is undefined is not known. */
export const factsOf = (plain: Readonly<Partial<Record<FactName, FactValue | undefined>>>): Facts =>
  Object.fromEntries(
    Object.entries(plain).flatMap(([fact, value]) => (value === undefined ? [] : [[fact, [{ value }]] as const])),
  )

const readable: Record<FactKind, (value: unknown, row: FactRow) => boolean> = {
  yesNo: (value) => typeof value === 'boolean',
  choice: (value, row) => typeof value === 'string' && row.kind === 'choice' && Object.hasOwn(row.choices, value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  fen: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
  day: (value) => typeof value === 'string' && isDay(value),
  text: (value) => typeof value === 'string' && value.trim() !== '',
}

/** Whether a value can be one of this fact's; any other says nothing about it. */
export const isValueOf = (fact: FactName, value: unknown): value is FactValue => {
  const row = factRow(fact)
  return readable[row.kind](value, row)
}
