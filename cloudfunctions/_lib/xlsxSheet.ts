/** The cells of one sheet of an xlsx file, as text; a formula is never worked out, nor is what it last came to believed. */
import { type Flaw, tooManyRows } from '../../domain/kernel/sheet'
import { HEAD_WITHIN, hasLostDigits, MAX_COLUMNS, plain, type SheetRow } from './cellText'
import { type Format, figureOf } from './xlsxStyles'
import { walkXml } from './xml'

export type Book = {
  readonly strings: readonly string[]
  readonly formats: readonly Format[]
  readonly is1904: boolean
}

/** Excel writes what XML cannot hold as _x000D_. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export const textOf = (written: string): string => plain(unescaped(written)).trim()

/** Strings many cells share; what is only said above the characters (phonetic) is left out. */
export const stringsIn = (xml: Buffer): string[] => {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isAside = false
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isAside = true
      isText = name === 't' && !isAside
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isAside = false
      if (name === 'si') strings.push(textOf(text))
    },
  })
  return strings
}

/** B12 → 1. */
const columnOf = (ref: string): number =>
  Array.from(/^[A-Z]{1,3}/i.exec(ref)?.[0].toUpperCase() ?? '').reduce(
    (at, letter) => at * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1

type Written = { type: string; style: number; value: string; inline: string; isFormula: boolean }
type Said = { readonly text: string; readonly flaw?: Flaw }

const booleans: Readonly<Record<string, string>> = { '1': '是', '0': '否' }

const figureIn = ({ style, value }: Written, { formats, is1904 }: Book): Said => {
  const raw = value.trim()
  const text = raw === '' ? '' : figureOf(raw, formats[style], is1904)
  return text === undefined ? { text: raw, flaw: 'lostDigits' } : { text }
}

const said = (cell: Written, book: Book): Said => {
  const texts: Readonly<Record<string, () => Said>> = {
    s: () => ({ text: book.strings[Number(cell.value)] ?? '' }),
    inlineStr: () => ({ text: textOf(cell.inline) }),
    str: () => ({ text: textOf(cell.value) }),
    b: () => ({ text: booleans[cell.value.trim()] ?? '' }),
    d: () => ({ text: textOf(cell.value).slice(0, 10) }),
    e: () => ({ text: '', flaw: 'mistake' }),
  }
  return texts[cell.type]?.() ?? figureIn(cell, book)
}

type Cells = { row: number; cells: string[]; flaws: Map<number, Flaw>; isFilled: boolean }

const put = (into: Cells, at: number, cell: Written, book: Book): void => {
  if (at < 0 || at >= MAX_COLUMNS) return
  const { text, flaw = hasLostDigits(text) ? 'lostDigits' : undefined } = said(cell, book)
  if (cell.isFormula) into.flaws.set(at, 'formula')
  else if (flaw) into.flaws.set(at, flaw)
  if (text !== '' || flaw) into.isFilled = true
  while (into.cells.length <= at) into.cells.push('')
  into.cells[at] = cell.isFormula ? '' : text
}

const nothing = (): Written => ({ type: 'n', style: 0, value: '', inline: '', isFormula: false })

export type ReadSheet = { readonly rows: readonly SheetRow[]; readonly merges: readonly string[] }

/** Filled rows only. Throws as soon as there are more than `most` and a head. */
export const sheetIn = (xml: Buffer, book: Book, most: number): ReadSheet => {
  const rows: Cells[] = []
  const merges: string[] = []
  let row: Cells = { row: 0, cells: [], flaws: new Map(), isFilled: false }
  let column = -1
  let cell = nothing()
  let into = ''
  let isAside = false
  walkXml(xml, {
    open: (name, { r, t, s, ref }) => {
      into = isAside ? '' : name
      if (name === 'row') row = { row: Number(r ?? row.row + 1), cells: [], flaws: new Map(), isFilled: false }
      if (name === 'row') column = -1
      if (name === 'c') {
        column = r ? columnOf(r) : column + 1
        cell = { ...nothing(), type: t ?? 'n', style: Number(s ?? 0) }
      }
      if (name === 'f') cell.isFormula = true
      if (name === 'rPh') isAside = true
      if (name === 'mergeCell' && ref) merges.push(ref)
    },
    text: (piece) => {
      if (into === 'v') cell.value += piece
      if (into === 't') cell.inline += piece
    },
    close: (name) => {
      into = ''
      if (name === 'rPh') isAside = false
      if (name === 'c') put(row, column, cell, book)
      if (name === 'row' && row.isFilled) rows.push(row)
      if (rows.length > most + HEAD_WITHIN) throw tooManyRows(most)
    },
  })
  return { rows, merges }
}
