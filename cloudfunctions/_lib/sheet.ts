/** The one way to read a sheet: typed by what is in it, as rows of text under their columns, or one sentence why not. */
import type { AppError } from '../../domain/kernel/errors'
import {
  type Columns,
  cellsAt,
  columnsIn,
  flawWords,
  headAt,
  type Places,
  tooManyRows,
  wrongFile,
} from '../../domain/kernel/sheet'
import { HEAD_WITHIN, type SheetRow } from './cellText'
import { readCsv } from './csv'
import { readXlsx } from './xlsx'
import type { ReadSheet } from './xlsxSheet'

export type Asked<K extends string> = {
  readonly columns: Columns<K>
  readonly maxRows: number
  readonly maxBytes: number
  /** Columns nobody asked for are left aside instead of refused. */
  readonly canHaveOthers?: boolean
}

/** `row` is the sheet's own number; a row with a problem is not to be taken. */
export type TakenRow<K extends string> = { row: number; cells: Record<K, string>; problem?: string }

const startsWith = (file: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte)
const holds = (file: Buffer, name: string): boolean => file.includes(Buffer.from(name, 'utf16le'))

/** An encrypted xlsx and an old xls are the same container; the streams inside are named. */
const compound = (file: Buffer): AppError => {
  const isOld = !holds(file, 'EncryptedPackage') && (holds(file, 'Workbook') || holds(file, 'Book'))
  return isOld ? wrongFile.old() : wrongFile.locked()
}

const open = (file: Buffer, mostRows: number): ReadSheet => {
  if (file.length === 0) throw wrongFile.empty()
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) throw compound(file)
  return startsWith(file, 0x50, 0x4b) ? readXlsx(file, mostRows) : { rows: readCsv(file, mostRows), merges: [] }
}

/** Above the head people may merge as they like. */
const refuseMerged = ({ rows, merges }: ReadSheet, head: number): void => {
  const last = rows.at(-1)?.row ?? 0
  for (const range of merges) {
    const [from = 0, to = from] = Array.from(range.matchAll(/\d+/g), ([row]) => Number(row))
    if (to >= head && from <= last) throw wrongFile.merged(Math.max(from, head), range)
  }
}

const taken = <K extends string>(
  { row, cells, flaws }: SheetRow,
  places: Places<K>,
  columns: Columns<K>,
): TakenRow<K> => {
  const problems = places.flatMap(([key, at]) => {
    const flaw = flaws.get(at)
    return flaw ? [flawWords[flaw](columns[key].label)] : []
  })
  return { row, cells: cellsAt(cells, places), ...(problems.length > 0 ? { problem: problems.join('；') } : {}) }
}

/** Throws FILE_UNREADABLE or TOO_MANY_ROWS, each with its sentence under `fields.file`. */
export const readSheet = <K extends string>(
  file: Buffer,
  { columns, maxRows, maxBytes, canHaveOthers }: Asked<K>,
): { rows: TakenRow<K>[] } => {
  if (file.length > maxBytes) throw wrongFile.large(file.length, maxBytes)
  const sheet = open(file, maxRows)
  if (sheet.rows.length === 0) throw wrongFile.noRows()
  const top = Math.max(
    0,
    headAt(
      sheet.rows.slice(0, HEAD_WITHIN).map(({ cells }) => cells),
      columns,
    ),
  )
  const head = sheet.rows[top]
  const places = columnsIn(head?.cells ?? [], columns, { canHaveOthers })
  refuseMerged(sheet, head?.row ?? 1)
  const body = sheet.rows.slice(top + 1)
  if (body.length === 0) throw wrongFile.noRows()
  if (body.length > maxRows) throw tooManyRows(maxRows)
  return { rows: body.map((row) => taken(row, places, columns)) }
}
