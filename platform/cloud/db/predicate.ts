/** A condition in SQL, and how conditions join: whether SQL alone decides goes along. */
import type { Column } from './columns'

export interface Predicate {
  /** Undefined when SQL can say nothing. */
  sql: string | undefined
  parameters: Column[]
  /** True when SQL alone decides; false when the rows it leaves must still be tested. */
  isExact: boolean
}

export const UNDECIDED: Predicate = { sql: undefined, parameters: [], isExact: false }
export const NOTHING: Predicate = { sql: '0', parameters: [], isExact: true }

export const exact = (sql: string, ...parameters: Column[]): Predicate => ({ sql, parameters, isExact: true })

/** SQLite takes a thousand conditions in one another and 32,766 parameters; what goes beyond is tested here. */
const MAX_TERMS = 100
const MAX_PARAMETERS = 8192

const isTooMuch = (terms: Predicate[]): boolean =>
  terms.length > MAX_TERMS || terms.reduce((sum, term) => sum + term.parameters.length, 0) > MAX_PARAMETERS

export function all(terms: Predicate[]): Predicate {
  if (isTooMuch(terms)) return UNDECIDED
  const decided = terms.filter((term) => term.sql !== undefined)
  return {
    sql: decided.length > 0 ? decided.map((term) => term.sql).join(' AND ') : undefined,
    parameters: decided.flatMap((term) => term.parameters),
    isExact: terms.every((term) => term.isExact),
  }
}

export function any(terms: Predicate[]): Predicate {
  if (isTooMuch(terms)) return UNDECIDED
  if (terms.some((term) => term.sql === undefined))
    return { ...UNDECIDED, isExact: terms.some((term) => term.isExact && term.sql === undefined) }
  return {
    sql: `(${terms.map((term) => `(${term.sql})`).join(' OR ')})`,
    parameters: terms.flatMap((term) => term.parameters),
    isExact: terms.every((term) => term.isExact),
  }
}

/** Only what SQL decides alone can be turned round; what it leaves open may hold or not. */
export function negated(term: Predicate): Predicate {
  if (!term.isExact) return UNDECIDED
  if (term.sql === undefined) return NOTHING
  return { ...term, sql: `((${term.sql}) IS NOT TRUE)` }
}

export const where = (predicate: Predicate): string => (predicate.sql === undefined ? '' : ` WHERE ${predicate.sql}`)
