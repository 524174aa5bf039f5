/** What a programme or a claim gives, in figures or in words, and how it comes. */
import { type GiftName, gifts } from '../../../domain/claim/benefits'
import type { MyClaim, ProgrammeCard } from '../../../domain/claim/views'
import { type Fen, figures, sayYuanAloud } from '../../../domain/kernel/money'
import { Amount } from '../../ui/amount'

const comes = { cash: '打到银行卡', voucher: '领券', inKind: '领东西' } as const satisfies Record<GiftName, string>

export const isToCard = (gives: GiftName): boolean => gifts[gives].isToCard

function Sum({ fen, note }: { readonly fen: Fen; readonly note: string }) {
  return <Amount figure={figures(fen)} unit="元" note={note} spoken={sayYuanAloud(fen)} />
}

/** Money by its figure, all else by its words: a share of what was paid is no sum yet. */
export function Given({ programme: { amount, amountWords, gives, what } }: { readonly programme: ProgrammeCard }) {
  const note = comes[gives]
  if (isToCard(gives) && amount.way === 'fixed') return <Sum fen={amount.fen} note={note} />
  const words = isToCard(gives) ? amountWords : (what ?? amountWords)
  return <Amount figure={words} note={note} spoken={words} />
}

export const givenWords = ({ amountWords, gives, what }: ProgrammeCard): string =>
  isToCard(gives) ? amountWords : (what ?? amountWords)

export const claimedWords = ({ gives, what, amountFen }: MyClaim): string =>
  isToCard(gives) || !what ? `${figures(amountFen)} 元` : what

export function Claimed({ claim }: { readonly claim: MyClaim }) {
  const { gives, what, amountFen, bank, maskedAccount } = claim
  if (!isToCard(gives))
    return <Amount figure={what ?? claimedWords(claim)} note={comes[gives]} spoken={claimedWords(claim)} />
  const where = maskedAccount ? `打到 ${[bank, maskedAccount].filter(Boolean).join(' ')}` : comes[gives]
  return <Sum fen={amountFen} note={where} />
}
