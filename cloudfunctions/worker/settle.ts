/** The desk decided whose document it is: the other registration under it stops, the hold moves over. */
import { system } from '../../domain/kernel/machine'
import { workerMachine } from '../../domain/worker'
import { move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { tellOf } from '../_lib/workerNotices'
import type { WorkerDoc } from './handlers'
import { handOver, holderOf } from './idCards'

/** Safe to repeat: each step finds itself done. */
export const takeDocumentFor = async (doc: WorkerDoc, { now, requestId }: Stamp): Promise<void> => {
  const holderId = await holderOf(doc.documentKey)
  if (holderId === undefined || holderId === doc._id) return
  const other = await get('workers', holderId)
  if (other && workerMachine.actions.supersede.from.some((state) => state === other.state)) {
    const form = { reason: '同一个证件号，核对后是另一份登记的' }
    const { doc: stopped } = await move(
      'workers',
      workerMachine,
      { id: holderId, action: 'supersede', version: undefined, form, doc: other },
      { actor: system, now, requestId },
    )
    await tellOf(stopped, now)
  }
  await handOver(doc.documentKey, holderId, doc._id, now)
}
