/** One move of a claim by whoever its row names; what each row sets beside the state stands in its table. */
import { claimMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, next } from '../../domain/kernel/machine'
import { isDone, type Stamp } from '../_lib/cases'
import { moveClaim, upToDate } from '../_lib/claimFollow'
import { stateOf } from '../_lib/claimMove'
import { get } from '../_lib/cloud'
import { besides } from './besides'
import type { ClaimHandler } from './handlers'
import { strikeRow } from './strike'

export const act: ClaimHandler<'act'> = async (input, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), get('claims', input.id)])
  if (!stored) throw new AppError('NOT_FOUND')
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const claim = isDone(stored.events, stamp) ? stored : await upToDate(stored, now)
  const moved = isDone(claim.events, stamp) ? claim : await moveBy(input, claim, stamp)
  return {
    id: moved._id,
    version: moved.version,
    state: stateOf(moved),
    can: actionsFor(claimMachine, moved, actor, now),
  }
}

const moveBy = async (
  input: Parameters<ClaimHandler<'act'>>[0],
  claim: Parameters<typeof besides>[1],
  stamp: Stamp,
) => {
  const { action, version, form } = input
  next(claimMachine, claim, action, stamp.actor, stamp.now)
  if (version !== claim.version) throw new AppError('CONFLICT')
  if (input.action === 'strike') return strikeRow(input, claim, stamp)
  return moveClaim(claim, { action, version, form, ...(await besides(input, claim, stamp)) }, stamp)
}
