/** The caller's own card. */
import { workerDue } from '../_lib/workerDue'
import { isCurrent } from './consent'
import type { WorkerHandler } from './handlers'
import { cardFor, ownedBy } from './own'

export const mine: WorkerHandler<'mine'> = async (_input, context) => {
  const [doc] = await Promise.all([ownedBy(context.personId), context.identified()])
  if (!doc) return { isConsentCurrent: true }
  return {
    card: await cardFor(await workerDue.upToDate(doc, context.now), context),
    isConsentCurrent: isCurrent(doc.consent),
  }
}
