/** The sentences around a programme and a claim: how much, for when, by whom. */
import { type Amount, gifts, type ProgrammeDetails, type QueueName, units } from '../../domain/claim'
import { roundings } from '../../domain/claim/benefits'
import { yuan } from '../../domain/kernel/money'

export { periodLabel } from '../../domain/claim'

const capWords = (fen: Extract<Amount, { way: 'formula' }>['capFen']): string =>
  fen === undefined ? '' : `，最多 ${yuan(fen)}`

const sumWords = (amount: Amount): string => {
  if (amount.way === 'fixed') return yuan(amount.fen)
  if (amount.way === 'share')
    return `${amount.of}的 ${amount.percent}%${capWords(amount.capFen)}（${roundings[amount.rounding].label}）`
  const { label, word } = units[amount.per]
  const most = amount.mostUnits === undefined ? '' : `，最多 ${amount.mostUnits} ${word}`
  return `${label} ${yuan(amount.fen)}${most}${capWords(amount.capFen)}`
}

/** '300 元', '每学时 20 元，最多 400 元', '新春礼包（值 200 元）'. */
export const amountWords = ({ amount, gives, what }: ProgrammeDetails): string => {
  if (!amount) return ''
  return gifts[gives].isToCard || !what ? sumWords(amount) : `${what}（值 ${sumWords(amount)}）`
}

const desks: Readonly<Record<QueueName, string>> = {
  review: '审核员',
  sign: '复核人',
  pay: '出纳',
  bank: '银行',
  trace: '出纳',
  appeal: '另一位审核员',
  repay: '出纳',
  none: '',
}
export const deskOf = (queue: QueueName): string => desks[queue]
