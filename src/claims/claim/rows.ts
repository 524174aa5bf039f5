/** The answers as rows to look over before they go: what was asked, and what was said, in words. */
import { factRow, isFactName } from '../../../domain/rules/facts'
import { sizeWords } from '../../cloud/pictures'
import { type Asking, askings } from './asking'
import { type ClaimAnswers, picturesOf, saidTo } from './draft'
import type { Form } from './form'
import { optionsOf, UNSURE } from './reading'

export type CheckRow = { readonly id: string; readonly title: string; readonly value: string }

const named: Readonly<Record<string, string>> = { period: '哪个月', card: '银行卡', quantity: '数量' }

/** What a part of a form is called, where all that is known of it is its name. */
export const partWords = (part: string): string => named[part] ?? (isFactName(part) ? factRow(part).label : '别的')

export const labelOf = (asking: Asking): string => {
  if (asking.kind === 'fact') return isFactName(asking.id) ? factRow(asking.id).label : asking.question.question
  if (asking.kind === 'quantity') return asking.label
  return asking.kind === 'evidence' ? asking.asked.label : partWords(asking.id)
}

const pictureWords = (answers: ClaimAnswers, id: string): string => {
  const pictures = picturesOf(answers, id)
  const bytes = pictures.reduce((sum, { size }) => sum + size, 0)
  return pictures.length === 0 ? '没放' : `${pictures.length} 张，共 ${sizeWords(bytes)}`
}

const cardWords = ({ account, bank }: ClaimAnswers): string => {
  const end = account.replace(/\D/g, '').slice(-4)
  return end === '' && bank === '' ? '还没填' : [bank, end && `尾号 ${end}`].filter(Boolean).join('，')
}

const factWords = ({ question }: Extract<Asking, { kind: 'fact' }>, text: string): string => {
  if (text === '') return '还没答'
  if (text === UNSURE) return '不清楚'
  const chosen = optionsOf(question).find(({ value }) => value === text)?.text
  if (question.kind === 'yesNo' || question.kind === 'choice') return chosen ?? text
  return question.kind === 'fen' ? `${text} 元` : text
}

const valueWords = (asking: Asking, answers: ClaimAnswers): string => {
  if (asking.kind === 'period') return asking.periods.find(({ period }) => period === answers.period)?.label ?? '还没选'
  if (asking.kind === 'fact') return factWords(asking, saidTo(answers, asking.id))
  if (asking.kind === 'card') return cardWords(answers)
  if (asking.kind === 'evidence') return pictureWords(answers, asking.id)
  const typed = saidTo(answers, asking.id)
  return typed === '' ? '还没写' : `${typed}${asking.isMoney ? ' 元' : ''}`
}

export const checkRows = (form: Form, answers: ClaimAnswers): CheckRow[] =>
  askings(form).map((asking) => ({
    id: asking.id,
    title: labelOf(asking),
    value: valueWords(asking, answers),
  }))
