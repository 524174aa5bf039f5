/** Agrees to a changed text. */
import { change } from '../_lib/cloud'
import { recorded } from './consent'
import type { WorkerHandler } from './handlers'
import { own } from './own'

export const agree: WorkerHandler<'agree'> = async ({ consent }, { personId, now }) => {
  const given = recorded(consent, now)
  const doc = await own(personId)
  await change('workers', doc._id, { ownerId: personId }, { set: { consent: given } })
  return { isConsentCurrent: true }
}
