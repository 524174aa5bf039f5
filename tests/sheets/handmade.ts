/** Sheets as other programs write them, by hand: what our own writer never writes. */
import { strToU8, unzipSync, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type Parts = Readonly<Record<string, string>>

export type Handmade = {
  /** The rows of the sheet, as XML. */
  readonly rows: string
  /** What stands behind them. */
  readonly after?: string
  readonly strings?: readonly string[]
  readonly styles?: string
  readonly workbook?: string
  readonly parts?: Parts
}

const usualBook = `<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>`

export const partsOf = ({
  rows,
  after = '',
  strings = [],
  styles = '',
  workbook = usualBook,
  parts = {},
}: Handmade): Parts => ({
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}</workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
  ...(strings.length > 0
    ? { 'xl/sharedStrings.xml': `<sst>${strings.map((si) => `<si>${si}</si>`).join('')}</sst>` }
    : {}),
  ...(styles ? { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` } : {}),
  ...parts,
})

export const zip = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
      mtime: '2021-02-06',
    }),
  )

export const handmade = (sheet: Handmade): Buffer => zip(partsOf(sheet))

const letterOf = (at: number): string => String.fromCharCode(65 + at)

export const inline = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

/** A row of text, from the first column on. */
export const textRow = (row: number, ...cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((text, at) => inline(`${letterOf(at)}${row}`, text)).join('')}</row>`

/** Every part of a written file, as text. */
export const xmlOf = (file: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  )

/** The same zip, whose directory says that `name` unpacks to so many bytes. */
export const claiming = (file: Buffer, name: string, bytes: number): Buffer => {
  const altered = Buffer.from(file)
  const at = altered.lastIndexOf(Buffer.from(name)) - 46
  altered.writeUInt32LE(bytes, at + 24)
  return altered
}
