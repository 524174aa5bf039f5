/** Answers as the cloud takes them, or what is wrong with each in the words that stand at its question. */
import * as v from 'valibot'
import { BankName, CardNumber } from '../../../domain/claim/form'
import type { Question } from '../../../domain/claim/views'
import { parseYuan } from '../../../domain/kernel/money'
import { carried } from '../../cloud/carried'
import type { Asking } from './asking'
import { type ClaimAnswers, picturesOf, saidTo } from './draft'

/** Not known to whoever is asked: said so, and nothing is sent. */
export const UNSURE = 'unsure'
export type Value = boolean | number | string

export const optionsOf = ({ yes = '是', no = '不是', choices }: Question): { value: string; text: string }[] =>
  choices.length > 0
    ? choices.map(({ id, label }) => ({ value: id, text: label }))
    : [
        { value: 'yes', text: yes },
        { value: 'no', text: no },
      ]

const most = 100_000

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined

const readers: Record<Question['kind'], (text: string) => Value | undefined> = {
  yesNo: (text) => ({ yes: true, no: false })[text],
  choice: (text) => text,
  text: (text) => text.trim().slice(0, 40),
  number: wholeNumber,
  fen: parseYuan,
  day: (text) => text,
}

const ask: Record<Question['kind'], string> = {
  yesNo: '选一个',
  choice: '选一个',
  text: '还没写',
  number: '写数字',
  fen: '写数字，比如 1200.50',
  day: '哪天，还没选',
}

/** Undefined where it is not known, or not written as it can be read. */
export const saidValue = ({ kind }: Question, text: string): Value | undefined =>
  text === '' || text === UNSURE ? undefined : readers[kind](text)

export const factMistake = (question: Question, text: string): string | undefined =>
  text === UNSURE || saidValue(question, text) !== undefined ? undefined : ask[question.kind]

const issueOf = <T>(schema: v.GenericSchema<unknown, T>, given: unknown): string | undefined => {
  const parsed = v.safeParse(schema, given)
  return parsed.success ? undefined : parsed.issues[0].message
}

export const cardMistakes = ({ account, bank }: Pick<ClaimAnswers, 'account' | 'bank'>) => {
  const wrongAccount = issueOf(CardNumber, account)
  const wrongBank = bank === '' ? '哪家银行，选一个' : issueOf(BankName, bank)
  return { ...(wrongAccount ? { account: wrongAccount } : {}), ...(wrongBank ? { bank: wrongBank } : {}) }
}

export const quantityOf = (text: string, isMoney: boolean): number | undefined =>
  isMoney ? parseYuan(text) : wholeNumber(text)

const quantityMistake = (text: string, isMoney: boolean): string | undefined => {
  const quantity = quantityOf(text, isMoney)
  if (quantity === undefined || quantity === 0) return isMoney ? '写数字，比如 1200.50' : '写数字，至少 1'
  return !isMoney && quantity > most ? '太多了，再看一眼' : undefined
}

const pictureMistake = ({ asked, isAnew }: Extract<Asking, { kind: 'evidence' }>, count: number) => {
  const { atLeast, atMost } = asked
  const least = isAnew ? Math.max(1, atLeast) : atLeast
  if (count < least) return count === 0 ? `还没放，至少 ${least} 张` : `要 ${least} 张，您放了 ${count} 张`
  return count > atMost ? `最多 ${atMost} 张` : undefined
}

/** One line for the question as a whole; none when it may go on. */
export const mistakeOf = (asking: Asking, answers: ClaimAnswers): string | undefined => {
  if (asking.kind === 'period')
    return asking.periods.some(({ period }) => period === answers.period) ? undefined : '领哪个月，选一个'
  if (asking.kind === 'fact') return factMistake(asking.question, saidTo(answers, asking.id))
  if (asking.kind === 'quantity') return quantityMistake(saidTo(answers, asking.id), asking.isMoney)
  if (asking.kind === 'card') return Object.values(cardMistakes(answers))[0]
  return pictureMistake(asking, picturesOf(answers, asking.id).length)
}

export const firstOpen = (all: readonly Asking[], answers: ClaimAnswers): Asking | undefined =>
  all.find((asking) => mistakeOf(asking, answers) !== undefined)

export const fileIdsOf = (answers: ClaimAnswers, evidenceId: string): string[] =>
  picturesOf(answers, evidenceId).map(({ path }) => carried(path))
