/** What somebody filled in, held against what the programme asks: the card, how many, the pictures, each missing one in a sentence. */
import {
  amountOf,
  type ClaimForm,
  type EvidenceAsked,
  gifts,
  type ProgrammeDetails,
  quantityAsked,
} from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Fen } from '../../domain/kernel/money'
import { keyOf } from '../_lib/crypto'
import { takePicture } from '../_lib/picture'
import type { Claim } from './handlers'

type Picture = Claim['evidence'][number]

const counted = (pictures: readonly { evidenceId: string }[], evidenceId: string): number =>
  pictures.filter((one) => one.evidenceId === evidenceId).length

const problemOf = ({ label, atLeast, atMost }: EvidenceAsked, count: number): string | undefined => {
  if (count < atLeast) return count === 0 ? `${label}还没拍` : `${label}要 ${atLeast} 张，您拍了 ${count} 张`
  return count > atMost ? `${label}最多 ${atMost} 张` : undefined
}

/** New pictures in place of the old ones of the same kind; a kind left out keeps what was sent before. */
const picturesOf = async (
  form: Pick<ClaimForm, 'evidence'>,
  kept: readonly Picture[],
  id: string,
): Promise<Picture[]> => {
  const renewed = form.evidence.filter(({ fileIds }) => fileIds.length > 0)
  const taken = await Promise.all(
    renewed.flatMap(({ evidenceId, fileIds }) =>
      fileIds.map(async (inboxId, n) => ({
        evidenceId,
        ...(await takePicture(inboxId, 'claims', `${id}-${evidenceId}-${n}`)),
      })),
    ),
  )
  return [...kept.filter((old) => !renewed.some((one) => one.evidenceId === old.evidenceId)), ...taken]
}

/** Throws INPUT_INVALID with a sentence under each field that is wanting. */
export const takeEvidence = async (
  details: ProgrammeDetails,
  form: Pick<ClaimForm, 'evidence'>,
  kept: readonly Picture[],
  id: string,
): Promise<Picture[]> => {
  const given = form.evidence.flatMap(({ evidenceId, fileIds }) => fileIds.map(() => ({ evidenceId })))
  const fields = details.evidence.flatMap((asked) => {
    const count = counted(given, asked.evidenceId) || counted(kept, asked.evidenceId)
    const problem = problemOf(asked, count)
    return problem === undefined ? [] : [[`form.evidence.${asked.evidenceId}`, problem] as const]
  })
  if (fields.length > 0) throw new AppError('INPUT_INVALID', { fields: Object.fromEntries(fields) })
  const asked = form.evidence.filter(({ evidenceId }) => details.evidence.some((one) => one.evidenceId === evidenceId))
  return picturesOf({ evidence: asked }, kept, id)
}

export const accountKeyOf = (account: string): string => keyOf('account', account)

/** The card of a programme that pays to one; nothing of it is kept where none is needed. */
export const cardFields = ({ gives }: ProgrammeDetails, card: ClaimForm['card'], kept: Pick<Claim, 'account'>) => {
  if (!gifts[gives].isToCard) return {}
  if (!card && kept.account === undefined)
    throw new AppError('INPUT_INVALID', { fields: { 'form.card.account': '卡号还没写' } })
  return card ? { account: card.account, bank: card.bank, accountKey: accountKeyOf(card.account) } : {}
}

export const amountFor = ({ amount }: ProgrammeDetails, quantity: number | undefined): Fen => {
  if (!amount) throw new Error('an open programme without an amount')
  const asked = quantityAsked(amount)
  if (asked && quantity === undefined)
    throw new AppError('INPUT_INVALID', { fields: { 'form.quantity': `${asked}还没写` } })
  return amountOf(amount, asked ? quantity : 1)
}
