/** What a sheet must say: its columns by their headings, and one sentence for each way in which a file can be wrong. */
import { AppError } from './errors'

export type Column = { readonly label: string; readonly isOptional: boolean }
export type Columns<K extends string> = Readonly<Record<K, Column>>

/** What is wrong with one cell, which then counts for nothing. */
export type Flaw = 'formula' | 'lostDigits' | 'mistake'

export const flawWords: Readonly<Record<Flaw, (label: string) => string>> = {
  formula: (label) => `“${label}”这一格是公式，改成算好的数或字`,
  lostDigits: (label) => `${label}存成了数字，后面几位丢了，改成文本再填`,
  mistake: (label) => `“${label}”这一格算错了，重新填`,
}

/** `reason` goes to the log and so says nothing of what stands in the file. */
export const refusedFile = (reason: string, sentence: string): AppError =>
  new AppError('FILE_UNREADABLE', { reason, fields: { file: sentence } })

const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`

export const wrongFile = {
  missing: (reason: string) => refusedFile(reason, '这个文件打不开，重新选一次再传'),
  empty: () => refusedFile('empty file', '这个文件是空的，存好了再传'),
  locked: () => refusedFile('encrypted', '这个表加了密码，去掉密码再存一遍'),
  old: () => refusedFile('old xls', '这是老格式的表（xls），打开它另存为 xlsx 再传'),
  webPage: () => refusedFile('html', '这是网页存成的表，用 Excel 打开，另存为 xlsx 再传'),
  other: () => refusedFile('no sheet', '这不是表格，存成 xlsx 再传'),
  broken: (reason: string) => refusedFile(reason, '这个表不完整，可能没存好或没传完。打开它再存一遍，存成 xlsx'),
  encoding: () => refusedFile('no decoder', '这个文件里的字认不出来，存成 xlsx 再传'),
  large: (bytes: number, most: number) =>
    refusedFile(`${bytes} bytes`, `这个文件超过了 ${megabytes(most)}，去掉图片和没用的表再传`),
  swollen: (bytes: number) =>
    refusedFile(`${bytes} bytes unpacked`, '这个表里的内容太多了，把用不着的行和表删掉，再存一遍'),
  merged: (row: number, range: string) => refusedFile('merged cells', `第 ${row} 行有合并的格子（${range}），拆开再传`),
  noRows: () => refusedFile('no rows', '表里还没有填内容，填了再传'),
} as const

/** The number is the caller's own limit; the words of the code name none. */
export const tooManyRows = (most: number): AppError =>
  new AppError('TOO_MANY_ROWS', { fields: { file: `一次最多 ${most} 行，这个表不止，分几个文件传` } })

/** A star beside what must be filled and a line break within are how people lay out a head, not part of its name. */
const heading = (written: string): string => written.replace(/[\s*＊]/g, '')

const quoted = (labels: readonly string[]): string => labels.map((label) => `“${label.slice(0, 20)}”`).join('')

const wantedWords = (all: readonly Column[]): string => {
  const named = (isOptional: boolean): string =>
    all
      .filter((column) => column.isOptional === isOptional)
      .map(({ label }) => label)
      .join('、')
  return named(true) ? `要有：${named(false)}；可以没有：${named(true)}` : `要有：${named(false)}`
}

/** Columns of a person's own that mean nothing to anybody else. */
const ignored = ['序号', '备注']

/** Which of the first rows is the head: the one with the most of the headings; -1 where none has any. */
export const headAt = (rows: readonly (readonly string[])[], columns: Columns<string>): number => {
  const labels = new Set(Object.values(columns).map(({ label }) => label))
  const counts = rows.map((cells) => cells.filter((cell) => labels.has(heading(cell))).length)
  const most = Math.max(0, ...counts)
  return most === 0 ? -1 : counts.indexOf(most)
}

export type Places<K extends string> = readonly (readonly [key: K, at: number])[]

/** Where each column stands (-1: left out). Throws with the wrong column's name and the columns that are wanted. */
export const columnsIn = <K extends string>(
  head: readonly string[],
  columns: Columns<K>,
  { canHaveOthers = false }: { readonly canHaveOthers?: boolean } = {},
): Places<K> => {
  const found = Array.from(head, (cell) => heading(cell ?? ''))
  const all = Object.values<Column>(columns)
  const labels = new Set(all.map(({ label }) => label))
  const twice = [...labels].filter((label) => found.indexOf(label) !== found.lastIndexOf(label))
  if (twice.length > 0) throw refusedFile('a column twice', `${quoted(twice)}这一列有两个，留一个`)
  const missing = all.filter(({ label, isOptional }) => !isOptional && !found.includes(label))
  const unknown = found.filter((label) => label !== '' && !labels.has(label) && !ignored.includes(label))
  const wrong = [
    ...(missing.length > 0 ? [`缺${quoted(missing.map(({ label }) => label))}这一列`] : []),
    ...(unknown.length > 0 && (!canHaveOthers || missing.length > 0) ? [`${quoted(unknown.slice(0, 5))}不认得`] : []),
  ]
  if (wrong.length > 0) throw refusedFile('wrong columns', `${wrong.join('，')}。${wantedWords(all)}`)
  return (Object.keys(columns) as K[]).map((key) => [key, found.indexOf(columns[key].label)])
}

/** One row by the keys of its columns; what is left out is empty. */
export const cellsAt = <K extends string>(cells: readonly string[], places: Places<K>): Record<K, string> =>
  Object.fromEntries(places.map(([key, at]) => [key, cells[at] ?? ''])) as Record<K, string>
