/** Who claims what in the demo city, and how far it comes: every stop a claim has is somebody's. */
import type { ProgrammeKey } from './programme-rows'

export type ClaimGoal =
  | 'submitted'
  | 'reviewing'
  | 'returned'
  | 'refused'
  | 'approved'
  | 'waitsForSigner'
  | 'published'
  | 'batched'
  | 'paid'
  | 'confirmed'
  | 'payFailed'

export type DemoClaim = {
  readonly slug: string
  readonly programme: ProgrammeKey
  readonly goal: ClaimGoal
  /** Two of the same number are one card, which the desk is told of. */
  readonly card: number
  readonly quantity?: number
}

/** The reviewer sees these through in one go, before the bank is asked the first time; the others after it. */
export const paidFirst: readonly ClaimGoal[] = ['paid', 'confirmed', 'payFailed']
export const approvedLater: readonly ClaimGoal[] = ['approved', 'waitsForSigner', 'published']

export const claims: readonly DemoClaim[] = [
  { slug: 'worker', programme: 'phone', goal: 'paid', card: 1 },
  { slug: 'demo-mai', programme: 'phone', goal: 'confirmed', card: 2 },
  { slug: 'demo-wisher-1', programme: 'phone', goal: 'payFailed', card: 3 },
  { slug: 'demo-wisher-2', programme: 'phone', goal: 'batched', card: 4 },
  { slug: 'demo-wisher-3', programme: 'phone', goal: 'approved', card: 5 },
  { slug: 'demo-wisher-4', programme: 'phone', goal: 'submitted', card: 6 },
  { slug: 'demo-wisher-5', programme: 'phone', goal: 'submitted', card: 6 },
  { slug: 'demo-wisher-6', programme: 'phone', goal: 'reviewing', card: 7 },
  { slug: 'demo-wisher-7', programme: 'phone', goal: 'returned', card: 8 },
  { slug: 'demo-wisher-8', programme: 'phone', goal: 'refused', card: 9 },
  { slug: 'worker', programme: 'festival', goal: 'published', card: 1 },
  { slug: 'demo-wisher-10', programme: 'festival', goal: 'waitsForSigner', card: 10 },
  { slug: 'demo-wisher-11', programme: 'festival', goal: 'submitted', card: 11 },
  { slug: 'demo-mai', programme: 'onDuty', goal: 'submitted', card: 2, quantity: 5 },
]
