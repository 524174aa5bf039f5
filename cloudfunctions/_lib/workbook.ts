/** Excel in and out, as plain rows of text. */
import { readSheet } from 'read-excel-file/node'
import writeExcelFile from 'write-excel-file/node'

export type Sheet = {
  readonly title: string
  readonly mark?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Every cell is text: a number of 18 digits must not turn into a figure, nor "=1+1" into a formula. */
const cell = (value: string) => ({ value, type: String, format: '@', wrap: true })
const bold = (value: string) => ({ ...cell(value), fontWeight: 'bold' as const })

/** `mark` is the watermark: who took it, when and what for, first and last on the sheet. */
const bodyOf = ({ mark, head, rows }: Sheet) => [
  ...(mark ? [[{ ...cell(mark), textColor: '#B3261E', columnSpan: head.length }]] : []),
  head.map(bold),
  ...rows.map((values) => values.map(cell)),
  ...(mark ? [[{ ...cell(mark), textColor: '#B3261E', columnSpan: head.length }]] : []),
]

export const workbook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcelFile(
    sheets.map((sheet) => ({
      data: bodyOf(sheet),
      sheet: sheet.title,
      columns: sheet.head.map(() => ({ width: 24 })),
    })),
  ).toBuffer()

/** The first sheet's rows as trimmed text; throws on what is no workbook. */
export const readRows = async (file: Buffer): Promise<string[][]> => {
  const rows = await readSheet(file)
  return rows.map((row) =>
    row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '').trim())),
  )
}
