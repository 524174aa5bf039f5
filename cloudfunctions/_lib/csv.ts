/** Rows as comma-separated text in a bank's form, and back; nothing in it is ever a formula to whoever opens it. */
import { tooManyRows, wrongFile } from '../../domain/kernel/sheet'
import { HEAD_WITHIN, hasLostDigits, MAX_COLUMNS, plain, type SheetRow } from './cellText'
import { decode, type Encoding, encode } from './encodings'

/** What Excel takes for a formula, the wide forms too. An apostrophe before it is text to Excel, and is taken off again here. */
const isRisky = (text: string): boolean => /^'*[=+\-@\t\r＝＋－＠]/.test(text)
const guarded = (text: string): string => (isRisky(text) ? `'${text}` : text)
const unguarded = (text: string): string => (/^'/.test(text) && isRisky(text) ? text.slice(1) : text)

/** On one line: a line end within a cell would be a row of its own to a simple reader. */
export const oneLine = (text: string): string =>
  plain(text)
    .replace(/[\n\t\u2028\u2029]+/g, ' ')
    .trim()

const field = (value: string): string => {
  const text = guarded(oneLine(value))
  return /[",;|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csv = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { encoding = 'utf-8' }: { readonly encoding?: Encoding } = {},
): Buffer => encode([head, ...rows].map((cells) => `${cells.map(field).join(',')}\r\n`).join(''), encoding)

/** Comma, or the tab of Excel's “Unicode text”. */
const separatorOf = (text: string): string => {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  return first.includes('\t') && !first.includes(',') ? '\t' : ','
}

/** A quoted field, or a bare one, and what ends it: a separator, a line end, or the end. */
const fieldOf = (separator: string): RegExp =>
  new RegExp(`(?:"([^"]*(?:""[^"]*)*)"[ ]*|((?!")[^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, 'y')

/** Row after row, so that a file of a million lines is not all kept before it is refused. */
function* rowsIn(text: string): Generator<string[]> {
  const pattern = fieldOf(separatorOf(text))
  let row: string[] = []
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    if (!found) throw wrongFile.broken('a quote that does not end')
    const [, quoted, bare = '', end = ''] = found
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (!/[\r\n]/.test(end)) continue
    yield row
    row = []
  }
  yield row
}

const cellIn = (written: string): string => unguarded(plain(written).trim()).trim()

const rowOf = (row: number, cells: readonly string[]): SheetRow => ({
  row,
  cells,
  flaws: new Map(cells.flatMap((cell, at) => (hasLostDigits(cell) ? [[at, 'lostDigits'] as const] : []))),
})

/** A control character is in no text anybody wrote. */
const isText = (text: string): boolean => !/(?![\t\n\r\f])[\p{Cc}]/u.test(text.slice(0, 4096))

/** Filled rows only, numbered as Excel shows them. Throws as soon as there are more than `most` and a head. */
export const readCsv = (file: Buffer, most: number): SheetRow[] => {
  const text = decode(file)
  if (text === undefined || !isText(text)) throw wrongFile.other()
  if (/^\s*<(!doctype|html|table|\?xml|meta)/i.test(text)) throw wrongFile.webPage()
  const rows: SheetRow[] = []
  let number = 0
  for (const written of rowsIn(text)) {
    number += 1
    const cells = written.slice(0, MAX_COLUMNS).map(cellIn)
    if (cells.some((cell) => cell !== '')) rows.push(rowOf(number, cells))
    if (rows.length > most + HEAD_WITHIN) throw tooManyRows(most)
  }
  return rows
}
