/** What the form of one programme is made of; of a claim sent back, what was sent too. */
import * as v from 'valibot'
import { MyClaim, ProgrammeCard } from '../../../domain/claim/views'

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
