/** Excel out, as plain rows of text: whatever somebody wrote stays what they wrote. */
import writeExcelFile from 'write-excel-file/node'
import { parseYuan } from '../../domain/kernel/money'
import { plain } from './cellText'

/** A `yuan` column holds real numbers that Excel can add up; what is no amount stays text. */
export type Heading = string | { readonly label: string; readonly kind: 'yuan' }

export type Sheet = {
  readonly title: string
  readonly mark?: string
  readonly head: readonly Heading[]
  readonly rows: readonly (readonly string[])[]
  /** A last row in bold, column by column. */
  readonly totals?: readonly string[]
}

const escaped = (letter: string): string => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Excel reads _x0041_ as “A”, so what looks like it is written with its first sign escaped. The library keeps its strings in an
 * object, where “constructor” is found before anybody put it there: such a word is escaped too, and read as itself.
 */
const written = (value: string): string => {
  const text = plain(value).replace(/_(?=x[0-9A-F]{4}_)/gi, escaped('_'))
  return text in {} ? `${escaped(text.charAt(0))}${text.slice(1)}` : text
}

/** Every cell is text: a number of 18 digits must not turn into a figure, nor "=1+1" into a formula. */
const cell = (value: string) => ({ value: written(value), type: String, format: '@', wrap: true })
const bold = (value: string) => ({ ...cell(value), fontWeight: 'bold' as const })

const labelOf = (heading: Heading): string => (typeof heading === 'string' ? heading : heading.label)

const cellUnder = (heading: Heading | undefined, value: string) => {
  const amount = typeof heading === 'object' ? parseYuan(value) : undefined
  return amount === undefined ? cell(value) : { value: amount / 100, type: Number, format: '#,##0.00' }
}

/** `mark` is the watermark: who took it, when and what for, first and last on the sheet. */
const bodyOf = ({ mark, head, rows, totals }: Sheet) => {
  const marks = mark ? [[{ ...cell(mark), textColor: '#B3261E', columnSpan: head.length }]] : []
  return [
    ...marks,
    head.map((heading) => bold(labelOf(heading))),
    ...rows.map((values) => values.map((value, at) => cellUnder(head[at], value))),
    ...(totals ? [totals.map((value, at) => ({ ...cellUnder(head[at], value), fontWeight: 'bold' as const }))] : []),
    ...marks,
  ]
}

export const workbook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcelFile(
    sheets.map((sheet) => ({
      data: bodyOf(sheet),
      sheet: sheet.title,
      columns: sheet.head.map(() => ({ width: 24 })),
    })),
  ).toBuffer()
