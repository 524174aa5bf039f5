/** What a move of a claim sets beside its state: who decided, whose turn it is, which parts are asked for again, another card. May refuse. */
import { type ProgrammeDetails, turnAfterApproval, turnAfterSigning } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Stamp } from '../_lib/cases'
import type { ClaimAsked } from '../_lib/claimMove'
import { get } from '../_lib/cloud'
import { partsOf } from './deskFacts'
import { judgedAnew } from './deskRow'
import { rulesOf } from './editions'
import { accountKeyOf } from './form'
import type { Claim, ClaimHandler } from './handlers'

type Input = Parameters<ClaimHandler<'act'>>[0]
type Besides = Pick<ClaimAsked, 'more' | 'awaits'>

/** What nobody knows a reviewer may decide; against a rule that says no, nobody does: the claimant mends first what it is about. */
export const approval = async (claim: Claim, set: NonNullable<ClaimAsked['more']>['set']): Promise<Besides> => {
  const [details, worker] = await Promise.all([
    rulesOf(claim),
    claim.workerId ? get('workers', claim.workerId) : undefined,
  ])
  if (judgedAnew(claim, worker, details).verdict === 'no') throw new AppError('CLAIM_NOT_ELIGIBLE')
  return { awaits: turnAfterApproval(details, claim.amountFen), more: { set } }
}

/** Only what the form has can be sent again. */
const partsIn = (parts: readonly string[], claim: Claim, details: ProgrammeDetails): string[] => {
  const known = partsOf(claim, details).map(({ part }) => part)
  if (!parts.every((part) => known.includes(part)))
    throw new AppError('INPUT_INVALID', { fields: { 'form.parts': '这一份里没有这一处，再选一次' } })
  return [...new Set(parts)]
}

/** Whoever looked first, whoever signed and whoever refused stay named through every turn: none of them has another. */
export const besides = async (input: Input, claim: Claim, { actor: { personId } }: Stamp): Promise<Besides> => {
  switch (input.action) {
    case 'return':
      return { more: { set: { parts: partsIn(input.form.parts, claim, await rulesOf(claim)), reviewedBy: personId } } }
    case 'approve':
      return approval(claim, { reviewedBy: personId })
    case 'overturn':
      return approval(claim, { decidedBy: personId })
    case 'countersign':
      return { awaits: turnAfterSigning(await rulesOf(claim)), more: { set: { signedBy: personId } } }
    case 'overrule':
      return { more: { set: { signedBy: personId, decidedBy: personId } } }
    case 'refuse':
      return { more: { set: { reviewedBy: personId, decidedBy: personId } } }
    case 'quash':
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
