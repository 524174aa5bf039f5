/** Takes a person out of a registration: values, salts, keys, owner and place go; the chain of what happened stays whole. */
import { workerMachine } from '../../domain/worker'
import { move, type Stamp } from './cases'
import { type DocOf, find, remove } from './cloud'

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

const dropConfirmations = async (workerId: string): Promise<void> => {
  const { rows } = await find('confirmations', { workerId }, { limit: 50 })
  await Promise.all(rows.map(({ _id }) => remove('confirmations', _id)))
}

/** Who was told what about them: the notices in their own box. */
const dropNotices = async (personId: string): Promise<void> => {
  for (;;) {
    const { rows, more } = await find('notices', { box: personId }, { limit: 100 })
    await Promise.all(rows.map(({ _id }) => remove('notices', _id)))
    if (!more) return
  }
}

/** What the law keeps (consent given, who looked and why) stays sealed away under the id alone (个人信息保护法 art 47). */
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
      change: () => ({ set: { ...nowhere, ...withdrawn }, unset: personal }),
    },
    stamp,
  )
  await Promise.all([
    doc.documentKey ? remove('idCards', doc.documentKey, { workerId: doc._id }) : undefined,
    dropConfirmations(doc._id),
    doc.ownerId ? dropNotices(doc.ownerId) : undefined,
  ])
  return erased
}
