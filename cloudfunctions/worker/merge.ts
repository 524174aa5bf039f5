/** The same person again, by the phone WeChat vouches for: their registration follows them to this WeChat account. */
import { actionsFor, system } from '../../domain/kernel/machine'
import { type ConsentGiven, workerMachine } from '../../domain/worker'
import { move, type Stamp } from '../_lib/cases'
import { giveClaimsTo } from '../_lib/claimOwner'
import { giveWishesTo } from '../_lib/wishOwner'
import { tellOf } from '../_lib/workerNotices'
import type { WorkerDoc } from './handlers'

type Consent = ConsentGiven & { readonly at: string }

/** What was registered for them by somebody else counts as confirmed by it. */
export const mergeInto = async (
  other: WorkerDoc,
  consent: Consent,
  { actor, now, requestId }: Stamp,
): Promise<WorkerDoc> => {
  await giveWishesTo(other._id, actor.personId)
  await giveClaimsTo(other._id, other.ownerId, actor.personId)
  const own = { ...other, ownerId: actor.personId }
  const canConfirm = actionsFor(workerMachine, own, actor).includes('confirm')
  const change = () => ({ set: { ownerId: actor.personId, consent } })
  const { doc } = canConfirm
    ? await move(
        'workers',
        workerMachine,
        { id: other._id, action: 'confirm', version: undefined, form: {}, doc: other, subject: () => own, change },
        { actor, now, requestId },
      )
    : await move(
        'workers',
        workerMachine,
        { id: other._id, action: 'takeOver', version: undefined, form: {}, doc: other, change },
        { actor: system, now, requestId },
      )
  await tellOf(doc, now)
  return doc
}
