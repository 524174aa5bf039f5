/** What falls due on a registration by itself: done by the clock, or by whoever opens it first. */
import { AppError } from '../../domain/kernel/errors'
import { system } from '../../domain/kernel/machine'
import { workerMachine } from '../../domain/worker'
import { move } from './cases'
import { type DocOf, get } from './cloud'
import { tellOf } from './workerNotices'

type WorkerDoc = DocOf<'workers'>

/** Nobody has looked by the day that was promised. Throws CONFLICT when somebody moved it meanwhile. */
export const escalate = async (doc: WorkerDoc, now: Date): Promise<WorkerDoc> => {
  const change = () => ({ set: { isLate: true }, unset: ['wakeAt'] as const })
  const asked = { id: doc._id, action: 'escalate', version: undefined, form: {}, doc, change } as const
  const stamp = { actor: system, now, requestId: `late-${doc.version}` }
  const { doc: late } = await move('workers', workerMachine, asked, stamp)
  await tellOf(late, now)
  return late
}

/** The registration as it stands now, should the clock have fallen behind. */
export const upToDate = async (doc: WorkerDoc, now: Date): Promise<WorkerDoc> => {
  if (!doc.wakeAt || doc.wakeAt > now.toISOString()) return doc
  try {
    return await escalate(doc, now)
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'CONFLICT')) throw error
    return (await get('workers', doc._id)) ?? doc
  }
}
