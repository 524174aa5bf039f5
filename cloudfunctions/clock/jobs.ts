/** What the clock does, as rows: which documents are due, by which field, and the deed. */
import { system } from '../../domain/kernel/machine'
import { addDays, addMinutes, onOf } from '../../domain/kernel/time'
import { type Job, job } from '../_lib/clockwork'
import { files, remove } from '../_lib/cloud'
import { eraseWorker } from '../_lib/erasure'
import { workerDue } from '../_lib/workerDue'
import { tellOf } from '../_lib/workerNotices'

export const jobs: readonly Job[] = [
  /** Nobody has looked by the day that was promised. */
  job({
    collection: 'workers',
    field: 'wakeAt',
    until: (now) => now.toISOString(),
    act: workerDue.run,
  }),
  /** The function that moved it tells right after; a minute later it is taken to have failed. */
  job({
    collection: 'workers',
    field: 'untoldSince',
    until: (now) => addMinutes(now, -1),
    act: (doc, now) => tellOf(doc, now),
  }),
  /** Nothing needs it any more. */
  job({
    collection: 'workers',
    field: 'eraseOn',
    until: (now) => addDays(onOf(now), -1),
    act: (doc, now) => eraseWorker(doc, { actor: system, now, requestId: `expired-${doc.version}` }),
  }),
  /** Kept a day for a request sent twice, with the files it made. */
  job({
    collection: 'answers',
    field: 'at',
    until: (now) => addMinutes(now, -24 * 60),
    act: async ({ _id, fileIds = [] }) => {
      await Promise.all(fileIds.map((fileId) => files.remove(fileId)))
      await remove('answers', _id)
    },
  }),
]
