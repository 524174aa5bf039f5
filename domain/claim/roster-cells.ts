/** What stands in a cell of a roster, by the kind of fact its column is: read as people write it, or one sentence. */
import * as v from 'valibot'
import { parseYuan } from '../kernel/money'
import { type Day, isDay } from '../kernel/time'
import { type FactKind, type FactValue, factRow } from '../rules'
import { Quantity } from './form'
import { type FactColumn, factColumns } from './roster'

type Said = { readonly value: FactValue } | { readonly problem: string } | undefined

const yes = ['是', '有', '对', '签', '缴', '入', '上班', '1', '√', '✓', 'Y', 'YES']
const no = ['否', '无', '没', '不', '未', '0', '×', '✕', 'X', 'N', 'NO']
/** Whole words, or what begins with one: 签了, 没签. */
const isAmong = (words: readonly string[], text: string): boolean =>
  words.some((word) => text === word || (/^\p{Script=Han}/u.test(word) && text.startsWith(word)))

/** Begins as a no does and is none. */
const unsure = /清楚|知道|未知|确定/

const yesNo = (text: string): boolean | undefined => {
  if (unsure.test(text)) return undefined
  const upper = text.toUpperCase()
  if (isAmong(no, upper)) return false
  return isAmong(yes, upper) ? true : undefined
}

const narrow = (text: string): string =>
  text.replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const figure = (text: string): number | undefined => {
  const found = /^(\d{1,9}(?:\.\d{1,6})?)(?:学时|课时|小时|天|日)?$/.exec(narrow(text).replace(/[\s,，]/g, ''))
  return found ? Number(found[1]) : undefined
}

/** 2021-02-01, 2021/2/1, 2021.2.1, 2021年2月1日, 20210201. */
export const dayIn = (text: string): Day | undefined => {
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(narrow(text).replace(/\s/g, '')) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(narrow(text))
  const [, year = '', month = '', date = ''] = found ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

const readers: Readonly<Record<FactKind, (text: string) => FactValue | undefined>> = {
  yesNo,
  number: figure,
  fen: parseYuan,
  day: dayIn,
  choice: () => undefined,
  text: (text) => text,
}
const shapes: Readonly<Record<FactKind, string>> = {
  yesNo: '写“是”或“否”',
  number: '写数字',
  fen: '写多少元，比如 1200.50',
  day: '写成 2021-02-01 这样',
  choice: '写错了',
  text: '写错了',
}

export const saidIn = (column: FactColumn, text: string): Said => {
  if (text === '') return undefined
  const { kind } = factRow(column)
  const value = readers[kind](text)
  return value === undefined ? { problem: `“${factColumns[column]}”${shapes[kind]}` } : { value }
}

const Cost = v.pipe(v.number(), v.minValue(1, '至少 0.01 元'))

/** What the amount is counted by must be there and whole; the rules ask for the rest. */
export const quantityProblem = (column: FactColumn | undefined, value: FactValue | undefined): string | undefined => {
  if (!column) return undefined
  if (value === undefined) return `“${factColumns[column]}”没写`
  const parsed = v.safeParse(factRow(column).kind === 'fen' ? Cost : Quantity, value)
  return parsed.success ? undefined : `“${factColumns[column]}”${parsed.issues[0].message}`
}
