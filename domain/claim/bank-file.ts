/** The form in which a bank is given a batch, and the words its answers are read by. */
import { parseYuan } from '../kernel/money'
import type { Columns } from '../kernel/sheet'
import { isDay } from '../kernel/time'
import { type BounceReasonName, bounceReasons } from './rows-paying'

export const bankColumns = {
  no: { label: '序号', isOptional: false },
  name: { label: '收款人', isOptional: true },
  account: { label: '账号', isOptional: true },
  bank: { label: '开户行', isOptional: true },
  amount: { label: '金额', isOptional: false },
  outcome: { label: '结果', isOptional: false },
  because: { label: '原因', isOptional: true },
  paidOn: { label: '打款日期', isOptional: true },
  note: { label: '编号', isOptional: true },
} as const satisfies Columns<string>
export type BankColumn = keyof typeof bankColumns

/** What goes out to the bank: the columns before its own. */
export const outgoing = ['no', 'name', 'account', 'bank', 'amount', 'note'] as const satisfies readonly BankColumn[]

const paidWords = ['成功', '已付', '已到账', '付款成功', '完成']
const failedWords = ['失败', '退票', '退回', '付款失败', '未成功']

/** A bank's words for why; the first that fits, in the table's order. */
export const bounceFrom = (words: string): BounceReasonName => {
  const found = Object.entries(bounceReasons).find(([, row]) => row.words.some((word) => words.includes(word)))
  const names = Object.keys(bounceReasons)
  return names.find((name): name is BounceReasonName => name === found?.[0]) ?? 'other'
}

export type BankAnswer = {
  readonly row: number
  readonly no: number
  readonly amountFen: number
  readonly account: string
  readonly outcome: 'paid' | 'failed'
  readonly because?: BounceReasonName
  readonly paidOn?: string
}
export type BankRow = {
  readonly row: number
  readonly cells: Readonly<Record<BankColumn, string>>
  readonly problem?: string
}

/** One line of a bank's file, or the sentence that says what is wrong with it. */
export const readBankRow = ({
  row,
  cells,
  problem,
}: BankRow): BankAnswer | { row: number; no?: number; problem: string } => {
  const no = /^\d{1,6}$/.test(cells.no) ? Number(cells.no) : undefined
  const wrong = (sentence: string) => ({ row, ...(no === undefined ? {} : { no }), problem: sentence })
  if (problem) return wrong(problem)
  if (no === undefined) return wrong('序号不是数字')
  const amountFen = parseYuan(cells.amount)
  if (amountFen === undefined) return wrong('金额看不懂')
  const isPaid = paidWords.includes(cells.outcome)
  if (!isPaid && !failedWords.includes(cells.outcome))
    return wrong(`结果要写“成功”或“失败”，写的是“${cells.outcome.slice(0, 10)}”`)
  if (cells.paidOn !== '' && !isDay(cells.paidOn)) return wrong('打款日期写成 2021-02-09 这样')
  return {
    row,
    no,
    amountFen,
    account: cells.account.replace(/[\s-]/g, ''),
    outcome: isPaid ? 'paid' : 'failed',
    ...(isPaid ? {} : { because: bounceFrom(cells.because) }),
    ...(cells.paidOn === '' ? {} : { paidOn: cells.paidOn }),
  }
}
