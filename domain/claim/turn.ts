/** Whose turn it is once a claim is agreed to: a second signer above the limit, then the public, then the cashier. */
import type { Fen } from '../kernel/money'
import type { ProgrammeDetails } from './programme'
import type { Turn } from './states'

type Steps = Pick<ProgrammeDetails, 'countersignAboveFen' | 'publishDays'>

const afterSigning = ({ publishDays }: Steps): Turn => (publishDays === undefined ? 'cashier' : 'publication')

export const turnAfterApproval = (steps: Steps, amountFen: Fen): Turn => {
  const { countersignAboveFen: limit } = steps
  return limit !== undefined && amountFen > limit ? 'countersigner' : afterSigning(steps)
}

export const turnAfterSigning = afterSigning
