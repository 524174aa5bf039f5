/** People of the screens' claims: registered and verified like others, each with a card of their own, handing in on the day that is asked. */
import { phoneOf, upload } from '../../config/run/demo/caller'
import { giftPicture } from '../../config/run/demo/picture'
import type { MyClaim } from '../../domain/claim'
import { toReview } from '../../domain/claim/clocks'
import { type Day, dueOn, onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { cardNumber } from '../builders/claims'
import { type Cast, register } from './registered'

export type Claiming = { readonly cloud: Cloud; readonly scene: string; readonly today: Day }
export type Claimant = { readonly slug: string; readonly at: number }

const DAY = 24 * 60 * 60 * 1000
/** Beside those of the other screens: nobody else's documents and telephones. */
const FIRST = 200

/** Registered, and verified by the site. */
export async function aClaimant({ cloud, scene }: Claiming, one: Cast, at: number): Promise<Claimant> {
  const card = await register(cloud, scene, one, FIRST + at)
  await phoneOf(cloud, 'site-officer').worker.act({
    requestId: `screens-verify-${one.slug}`,
    id: card.id,
    version: card.version,
    action: 'verify',
    form: {},
  })
  return { slug: one.slug, at }
}

export type Handed = {
  readonly programmeId: string
  readonly answers?: Readonly<Record<string, boolean | number | string>>
  readonly quantity?: number
  /** Somebody else's card. */
  readonly card?: number
  readonly pictures?: number
}

const picturesOf = async ({ cloud }: Claiming, { slug }: Claimant, count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, (_, at) =>
      upload(cloud, slug, `${slug}-${at}.png`, giftPicture(at % 2 === 0 ? 'festivalBox' : 'schoolBag')),
    ),
  )

export async function handIn(claiming: Claiming, claimant: Claimant, handed: Handed): Promise<MyClaim> {
  const { programmeId, answers = {}, quantity, card = claimant.at, pictures = 0 } = handed
  const fileIds = await picturesOf(claiming, claimant, pictures)
  const { claim } = await phoneOf(claiming.cloud, claimant.slug).claim.submit({
    requestId: `screens-claim-${claimant.slug}`,
    programmeId,
    edition: 1,
    period: 'once',
    form: {
      answers,
      ...(quantity === undefined ? {} : { quantity }),
      card: { account: cardNumber(FIRST + card), bank: '工商银行上海静安支行' },
      evidence: fileIds.length > 0 ? [{ evidenceId: 'contract', fileIds }] : [],
      declares: true,
    },
  })
  return claim
}

/** The latest hour of a day before today from which a review runs out so many days from today. */
export const handedInToBeDue = (inDays: number, now: Date): Date => {
  const wanted = onOf(new Date(now.getTime() + inDays * DAY))
  const tried = Array.from({ length: 40 }, (_, days) => new Date(now.getTime() - days * DAY))
  return tried.find((at) => dueOn(toReview, at).on <= wanted) ?? now
}
