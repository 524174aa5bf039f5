/** What a move of a claim sets beside its state: who decided, whose turn it is, which parts are asked for again, another card. */
import { turnAfterApproval, turnAfterSigning } from '../../domain/claim'
import type { Stamp } from '../_lib/cases'
import type { ClaimAsked } from '../_lib/claimMove'
import { rulesOf } from './editions'
import { accountKeyOf } from './form'
import type { Claim, ClaimHandler } from './handlers'

type Input = Parameters<ClaimHandler<'act'>>[0]

export const besides = async (
  input: Input,
  claim: Claim,
  { actor: { personId } }: Stamp,
): Promise<Pick<ClaimAsked, 'more' | 'awaits'>> => {
  switch (input.action) {
    case 'take':
      return { more: { set: { reviewedBy: personId } } }
    case 'return':
      return { more: { set: { parts: input.form.parts, reviewedBy: personId } } }
    case 'approve':
    case 'overturn':
      return {
        awaits: turnAfterApproval(await rulesOf(claim), claim.amountFen),
        more: { set: { reviewedBy: personId } },
      }
    case 'countersign':
      return { awaits: turnAfterSigning(await rulesOf(claim)), more: { set: { signedBy: personId } } }
    case 'overrule':
      return { more: { set: { decidedBy: personId, signedBy: personId } } }
    case 'refuse':
    case 'quash':
      return { more: { set: { decidedBy: personId, reviewedBy: personId } } }
    case 'uphold':
      return { more: { set: { decidedBy: personId } } }
    case 'repair': {
      const { account, bank } = input.form.card
      return { awaits: 'cashier', more: { set: { account, bank, accountKey: accountKeyOf(account) } } }
    }
    case 'retry':
      return { awaits: 'cashier' }
    default:
      return {}
  }
}
