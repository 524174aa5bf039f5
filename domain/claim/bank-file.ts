/** The form in which a bank is given a batch, and the words its answers are read by. */
import { type Fen, figures, parseYuan } from '../kernel/money'
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
type Outgoing = (typeof outgoing)[number]

/** '1234.50': a bank's system reads no thousands' comma. */
export const plainYuan = (amount: Fen): string => figures(amount).replaceAll(',', '')

/** Ties a line to its claim wherever the file has been; begins with a letter, so that no sheet takes it for a number. */
export const noteOf = (claimId: string): string => `C${claimId.slice(0, 11).toUpperCase()}`

export const nameless = '删了登记'

type Payment = {
  readonly no: number
  readonly claimId: string
  readonly name?: string | undefined
  readonly account?: string | undefined
  readonly bank?: string | undefined
  readonly amountFen: Fen
}

/** A line as the bank is given it; a batch's hash runs over these very cells, so that whoever has the file can hold it against the hash. */
export const bankCells = ({ no, claimId, name, account, bank, amountFen }: Payment): Record<Outgoing, string> => ({
  no: `${no}`,
  name: name ?? nameless,
  account: account ?? '',
  bank: bank ?? '',
  amount: plainYuan(amountFen),
  note: noteOf(claimId),
})

const paidWords = ['成功', '已付', '已到账', '付款成功', '完成']
const failedWords = ['失败', '退票', '退回', '付款失败', '未成功']

/** A bank's words for why; the first that fits, in the table's order. */
export const bounceFrom = (words: string): BounceReasonName => {
  const found = Object.entries(bounceReasons).find(([, row]) => row.words.some((word) => words.includes(word)))
  const names = Object.keys(bounceReasons)
  return names.find((name): name is BounceReasonName => name === found?.[0]) ?? 'other'
}

/** What is kept of a bank's line until it is taken over: whose account it is was looked at before. */
export type BankAnswer = {
  readonly row: number
  readonly no: number
  readonly amountFen: number
  readonly outcome: 'paid' | 'failed'
  readonly because?: BounceReasonName | undefined
  readonly paidOn?: string | undefined
}
/** By what a bank says whose line it is. */
export type BankSigns = { readonly name: string; readonly account: string; readonly note: string }
export type BankRow = {
  readonly row: number
  readonly cells: Readonly<Record<BankColumn, string>>
  readonly problem?: string
}
export type WrongRow = { readonly row: number; readonly no?: number; readonly problem: string }

const squeezed = (words: string): string => words.replace(/\s/g, '')

/** One line of a bank's file, or the sentence that says what is wrong with it. */
export const readBankRow = ({
  row,
  cells,
  problem,
}: BankRow): { readonly answer: BankAnswer; readonly signs: BankSigns } | WrongRow => {
  const no = /^\d{1,6}$/.test(cells.no) ? Number(cells.no) : undefined
  const wrong = (sentence: string) => ({ row, ...(no === undefined ? {} : { no }), problem: sentence })
  if (problem) return wrong(problem)
  if (no === undefined) return wrong('序号不是数字')
  const amountFen = parseYuan(cells.amount)
  if (amountFen === undefined) return wrong('金额看不懂')
  const said = squeezed(cells.outcome)
  const isPaid = paidWords.includes(said)
  if (!isPaid && !failedWords.includes(said))
    return wrong(`结果要写“成功”或“失败”，写的是“${cells.outcome.slice(0, 10)}”`)
  if (cells.paidOn !== '' && !isDay(cells.paidOn)) return wrong('打款日期写成 2021-02-09 这样')
  return {
    answer: {
      row,
      no,
      amountFen,
      outcome: isPaid ? 'paid' : 'failed',
      ...(isPaid ? {} : { because: bounceFrom(cells.because) }),
      ...(isPaid && cells.paidOn !== '' ? { paidOn: cells.paidOn } : {}),
    },
    signs: { name: squeezed(cells.name), account: cells.account.replace(/[\s-]/g, ''), note: cells.note.toUpperCase() },
  }
}

/** Why a bank's line is not this line of the batch; undefined where it is. An erased line is known by its number alone. */
export const mismatch = (
  { no, amountFen }: Pick<BankAnswer, 'no' | 'amountFen'>,
  { name, account, note }: BankSigns,
  line: Payment,
): string | undefined => {
  if (note !== '' && note !== noteOf(line.claimId)) return `第 ${no} 行的编号对不上，看看是不是另一批的表`
  if (account !== '' && line.account !== undefined && account !== line.account) return `第 ${no} 行的账号对不上`
  if (name !== '' && line.name !== undefined && name !== squeezed(line.name)) return `第 ${no} 行的收款人对不上`
  if (note === '' && (account === '' || line.account === undefined))
    return `第 ${no} 行没有账号也没有编号，认不出是哪一笔`
  if (amountFen !== line.amountFen) return `第 ${no} 行的金额对不上，批里是 ${plainYuan(line.amountFen)} 元`
  return undefined
}
