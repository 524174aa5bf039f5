/** Takes a person out of a registration: values, salts, keys, owner and place go; the chain of what happened stays whole. */
import { workerMachine } from '../../domain/worker'
import { move, type Stamp } from './cases'
import type { DocOf } from './cloud'
import { tellOf } from './workerNotices'

type WorkerDoc = DocOf<'workers'>

const personal = [
  'name',
  'phone',
  'document',
  'nameKey',
  'tailKey',
  'phoneKey',
  'documentKey',
  'homeProvince',
  'stay',
  'ownerId',
  'orgId',
  /** Nothing is left that the clock would erase again. */
  'eraseOn',
] as const

/** Out of every scope's list. */
const nowhere = { cityId: '', districtId: '', streetId: '', siteId: '' }

/** Whose other traces are still to go: gone itself once they are. */
const erasingOf = ({ ownerId, documentKey, eraseOn }: WorkerDoc) => ({
  ...(ownerId ? { ownerId } : {}),
  ...(documentKey ? { documentKey } : {}),
  until: eraseOn,
})

/**
 * What the law keeps (consent given, who looked and why) stays sealed away under the id alone (个人信息保护法 art 47).
 * Wishes, claims, words and notices follow at once, or by the clock what was missed.
 */
export const eraseWorker = async (doc: WorkerDoc, stamp: Stamp, version?: number): Promise<WorkerDoc> => {
  const withdrawn = doc.consent ? { consent: { ...doc.consent, withdrawnAt: stamp.now.toISOString() } } : {}
  const { doc: erased } = await move(
    'workers',
    workerMachine,
    {
      id: doc._id,
      action: 'erase',
      version,
      form: {},
      doc,
      erases: true,
      change: () => ({ set: { ...nowhere, ...withdrawn, erasing: erasingOf(doc) }, unset: personal }),
    },
    stamp,
  )
  await tellOf(erased, stamp.now)
  return erased
}
