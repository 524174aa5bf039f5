/** Tells whoever a registration's history says should hear of it: its own function right after, the clock what was missed. */
import { onOf, sayDay } from '../../domain/kernel/time'
import { workerMachine } from '../../domain/worker'
import { type DocOf, get } from './cloud'
import { forgetWorker } from './forgetting'
import { type EventRow, sealedValue } from './history'
import { type Fields, type Follow, tellFrom } from './outbox'

type WorkerDoc = DocOf<'workers'>

/** The words a notice about a registration is filled with. */
export const noticeFields = async (doc: WorkerDoc, event: EventRow, now: Date): Promise<Fields> => {
  const site = await get('sites', doc.siteId)
  return {
    site: site?.name ?? '',
    reason: sealedValue(doc._id, event, 'reason') ?? '',
    by: doc.dueAt ? sayDay(onOf(doc.dueAt), now) : '',
  }
}

export const tellOf = (doc: WorkerDoc, now: Date): Promise<void> => {
  const follow: Follow<'workers'> = (_deed, erased) => forgetWorker(erased, now)
  return tellFrom('workers', workerMachine, doc, (told, event) => noticeFields(told, event, now), now, follow)
}
