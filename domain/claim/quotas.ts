/** How much is too much around claims, as rows. */
import type { Quota } from '../kernel/quota'

/** One tap approves at most this many, all of them shown (UI.md §4.22). */
export const mostAtOnce = 20
/** A batch, an employer's roster, a bank's file: so many lines, and so many of them in one call. */
export const mostLines = 10_000
export const linesAtOnce = 500
/** Rows of a sheet kept in one document: well under the 100 KB of a field. */
export const rowsInSheet = 200
/** Sheets are numbered on from one reading of a roster to the next: more than one reading ever has. */
export const sheetsInReading = 100
export const mostPictures = 9
/** Programmes one place may have open at once. */
export const mostProgrammes = 200

export const claimQuotas = {
  submits: { limit: 30, window: 'day', why: '一个人一天最多交几份申领' },
  answers: { limit: 100, window: 'day', why: '一个人一天最多答几次问题' },
  rosters: { limit: 50, window: 'day', why: '一个人一天最多传几份名册' },
  objections: { limit: 10, window: 'day', why: '一个人一天最多提几次异议' },
} as const satisfies Record<string, Quota>
