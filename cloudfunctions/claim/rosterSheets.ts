/** Reads an employer's file into the sheets of a claim. */
import { mostLines, type ProgrammeDetails, rowsInSheet } from '../../domain/claim'
import { rosterColumns } from '../../domain/claim/roster'
import { type RosterLine, rosterLineOf, withoutTwins } from '../../domain/claim/roster-row'
import { noMoney } from '../../domain/kernel/money'
import type { Columns } from '../../domain/kernel/sheet'
import { onOf } from '../../domain/kernel/time'
import { insert } from '../_lib/cloud'
import { firstPartOf, type Sheet, sheetIdOf } from '../_lib/roster'
import { dropSheets } from '../_lib/rosterDrop'
import { readSheetFile } from '../_lib/sheetFile'
import type { Claim } from './handlers'

/** Ten thousand rows with a dozen columns come to about one. */
const MAX_BYTES = 5_000_000
/** Sheets written side by side. */
const AT_ONCE = 8

/** Throws FILE_UNREADABLE, TOO_MANY_ROWS. An employer's own list may say more than is asked. */
export const rosterIn = async (fileId: string, details: ProgrammeDetails, now: Date): Promise<RosterLine[]> => {
  const columns: Columns<string> = rosterColumns(details)
  const asked = { columns, maxRows: mostLines, maxBytes: MAX_BYTES, canHaveOthers: true }
  const { rows } = await readSheetFile(fileId, asked)
  return withoutTwins(rows.map((row) => rosterLineOf(row, Object.keys(columns), details.amount, onOf(now))))
}

export const sheetCount = (lines: readonly RosterLine[]): number => Math.ceil(lines.length / rowsInSheet)

const sheetOf = (claim: Claim, lines: readonly RosterLine[], index: number, now: Date): Sheet => {
  const part = firstPartOf(claim) + index
  const rows = lines.slice(index * rowsInSheet, (index + 1) * rowsInSheet)
  return {
    _id: sheetIdOf(claim._id, part),
    subjectId: claim._id,
    part,
    rows: JSON.stringify(rows),
    lines: rows.length,
    taken: 0,
    takenFen: noMoney,
    isDone: false,
    at: now.toISOString(),
  }
}

/** Those of an earlier reading go first; one that is there already stays as it is. */
export const layOut = async (claim: Claim, lines: readonly RosterLine[], now: Date): Promise<void> => {
  await dropSheets(claim._id, firstPartOf(claim))
  const sheets = Array.from({ length: sheetCount(lines) }, (_, index) => sheetOf(claim, lines, index, now))
  for (let at = 0; at < sheets.length; at += AT_ONCE)
    await Promise.all(sheets.slice(at, at + AT_ONCE).map((sheet) => insert('sheets', sheet)))
}
