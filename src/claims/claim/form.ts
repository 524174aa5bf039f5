/** What the form of one programme is made of, kept in the phone so that its questions need no signal; of a claim sent back, what was sent too. */
import * as v from 'valibot'
import { MyClaim, ProgrammeCard } from '../../../domain/claim/views'
import { copyOf, keepCopy } from '../../cloud/ask'
import { claims } from '../parts/api'

const Asking = v.pick(ProgrammeCard, [
  'id',
  'edition',
  'title',
  'gives',
  'amount',
  'verdict',
  'periods',
  'questions',
  'evidence',
  'quantityAsked',
  'publishDays',
])
const Sent = v.pick(MyClaim, [
  'id',
  'version',
  'period',
  'parts',
  'because',
  'answers',
  'quantity',
  'maskedAccount',
  'bank',
  'evidence',
  'can',
])

export const Form = v.object({
  isRegistered: v.boolean(),
  programme: v.object(Asking.entries),
  /** What is written anew: a draft, or what was sent back. */
  claim: v.optional(v.object(Sent.entries)),
})
export type Form = v.InferOutput<typeof Form>

/** The draft of a claim sent back lies beside one of the same programme for another month. */
export const formName = (programmeId: string, claimId: string): string => `claim-${claimId || programmeId}`

export const keptAs = (name: string) => ({ name: `form-${name}`, schema: Form })

export const keptForm = (name: string): Form | undefined => {
  const kept = copyOf(keptAs(name))
  return kept?.state === 'ready' ? kept.data : undefined
}

/** Begun where there may be no signal: the form is made of what the list of programmes said. */
export const beginForm = (programme: ProgrammeCard): void =>
  keepCopy(keptAs(formName(programme.id, '')), { isRegistered: true, programme })

export const loadForm = async (programmeId: string, claimId: string): Promise<Form> => {
  const claim = claimId ? (await claims.mine({ id: claimId })).claims[0] : undefined
  const edition = claim ? { edition: claim.edition } : {}
  const { isRegistered, programme } = await claims.programme({ id: claim?.programmeId ?? programmeId, ...edition })
  return { isRegistered, programme, ...(claim ? { claim } : {}) }
}
