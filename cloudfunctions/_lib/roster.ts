/** The sheets of an employer's roster, and one row of it by its name: the person it counts and the month. */
import * as v from 'valibot'
import { sheetsInReading } from '../../domain/claim'
import { RosterLine, RosterOutcome } from '../../domain/claim/roster-row'
import { type Fen, sum } from '../../domain/kernel/money'
import { command, type DocOf, findOnly, get, opened } from './cloud'
import type { Counted, Entry } from './counting'
import { transact, type Within } from './transact'

export type Sheet = DocOf<'sheets'>
type Claim = DocOf<'claims'>
type Read = Pick<Claim, '_id' | 'reading' | 'sheets'>

const Lines = v.pipe(v.string(), v.parseJson(), v.array(RosterLine))
const Outcomes = v.pipe(v.string(), v.parseJson(), v.array(RosterOutcome))

export const sheetIdOf = (claimId: string, part: number): string => `${claimId}:${part}`
export const firstPartOf = ({ reading = 0 }: Pick<Claim, 'reading'>): number => reading * sheetsInReading

export const linesIn = (sheet: Sheet): RosterLine[] => v.parse(Lines, opened('sheets', sheet).rows)
export const outcomesIn = (sheet: Sheet): RosterOutcome[] | undefined => {
  const { report } = opened('sheets', sheet)
  return report === undefined ? undefined : v.parse(Outcomes, report)
}

const figured = ['subjectId', 'part', 'lines', 'taken', 'takenFen', 'isDone'] as const
type Figured = Pick<Sheet, (typeof figured)[number]>

/** Of the reading that stands; without the people on it. */
const sheetsOf = async (claim: Read): Promise<Figured[]> => {
  const where = { subjectId: claim._id, part: command.gte(firstPartOf(claim)) }
  return (await findOnly('sheets', where, figured, { limit: sheetsInReading })).rows
}

export type Figures = {
  readonly parts: number
  readonly partsHere: number
  readonly partsDone: number
  readonly lines: number
  readonly taken: number
  readonly takenFen: Fen
  readonly refused: number
}

const figuresIn = ({ sheets: parts = 0 }: Read, sheets: readonly Figured[]): Figures => {
  const done = sheets.filter(({ isDone }) => isDone)
  return {
    parts,
    partsHere: sheets.length,
    partsDone: done.length,
    lines: sheets.reduce((all, { lines = 0 }) => all + lines, 0),
    taken: done.reduce((all, { taken }) => all + taken, 0),
    takenFen: sum(done.map(({ takenFen }) => takenFen)),
    refused: done.reduce((all, { lines = 0, taken }) => all + lines - taken, 0),
  }
}

export const figuresOf = async (claim: Read): Promise<Figures> => figuresIn(claim, await sheetsOf(claim))

/** Of a page of claims, in one request. */
export const figuresOfMany = async (claims: readonly Read[]): Promise<(claim: Read) => Figures> => {
  const ids = claims.map(({ _id }) => _id)
  const { rows } = ids.length
    ? await findOnly('sheets', { subjectId: command.in(ids) }, figured, { limit: 500 })
    : { rows: [] }
  return (claim) =>
    figuresIn(
      claim,
      rows.filter(({ subjectId, part }) => subjectId === claim._id && part >= firstPartOf(claim)),
    )
}

const BETWEEN = ':'
export const rowIdOf = (countedId: string, month: string): string => `${countedId}${BETWEEN}${month}`

export type Row = { readonly counted: Counted; readonly entry: Entry }

const namedBy = (rowId: string): { countedId: string; month: string } => {
  const [countedId = '', month = ''] = rowId.split(BETWEEN)
  return { countedId, month }
}
export const countedIdIn = (rowId: string): string => namedBy(rowId).countedId

/** Undefined once nobody counts that person for that month any longer. */
export const rowOf = async (rowId: string): Promise<Row | undefined> => {
  const { countedId, month } = namedBy(rowId)
  const counted = await get('counted', countedId)
  const entry = counted?.months.find((one) => one.month === month)
  return counted && entry ? { counted, entry } : undefined
}

/** The person said that this row is wrong, or it was found not to be; false where the row is gone. */
export const markObjected = (rowId: string, isObjected = true): Promise<boolean> =>
  transact(async (within) => {
    const { countedId, month } = namedBy(rowId)
    const counted = await within.get('counted', countedId)
    const stood = counted?.months.find((entry) => entry.month === month)
    if (!counted || !stood) return false
    if ((stood.isObjected ?? false) === isObjected) return true
    const months = counted.months.map((entry) => (entry.month === month ? { ...entry, isObjected } : entry))
    await within.apply('counted', countedId, { set: { months } })
    return true
  })

/** What a row leaves behind when it is taken out: its person free for the month, its sheet with one less. */
export const dropWithin = async (within: Within, { counted: { _id }, entry }: Row): Promise<boolean> => {
  const counted = await within.get('counted', _id)
  const isThere = counted?.months.some(({ month, claimId }) => month === entry.month && claimId === entry.claimId)
  if (!counted || !isThere) return false
  const months = counted.months.filter(({ month }) => month !== entry.month)
  await within.apply('counted', _id, { set: { months }, inc: { used: -1 } })
  const sheetId = sheetIdOf(entry.claimId, entry.part)
  if (!(await within.get('sheets', sheetId))) return true
  await within.apply('sheets', sheetId, { inc: { taken: -1, takenFen: -entry.fen } })
  return true
}
