/** What the clock does, as rows: which documents are due, by which field, and the deed. */
import { system } from '../../domain/kernel/machine'
import { addDays, addMinutes, onOf } from '../../domain/kernel/time'
import { followClaim, runClaim } from '../_lib/claimFollow'
import { type Job, job } from '../_lib/clockwork'
import { files, remove } from '../_lib/cloud'
import { followDonor } from '../_lib/donors'
import { runDrive, tellOfDrive } from '../_lib/driveEnd'
import { recountDrive } from '../_lib/drives'
import { eraseWorker } from '../_lib/erasure'
import { reconcileDonor } from '../_lib/lights'
import { followObjection, objectionDue } from '../_lib/objections'
import { checkAgain, followPosting } from '../_lib/postings'
import { followProgramme, programmeDue } from '../_lib/programmes'
import { followWish, wishDue } from '../_lib/wishMove'
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
  /** The mark of a claim that was paid, whose registration would be gone by now in any case. */
  job({
    collection: 'claimKeys',
    field: 'eraseOn',
    until: (now) => addDays(onOf(now), -1),
    act: ({ _id }) => remove('claimKeys', _id),
  }),
  /** A lamp not handed over in time, a word a day before, a gift nobody came for. */
  job({ collection: 'wishes', field: 'wakeAt', until: (now) => now.toISOString(), act: wishDue.run }),
  job({ collection: 'wishes', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: followWish }),
  /** What a crash left held is given back. */
  job({ collection: 'donors', field: 'checkAt', until: (now) => now.toISOString(), act: reconcileDonor }),
  job({ collection: 'donors', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: followDonor }),
  job({ collection: 'drives', field: 'checkAt', until: (now) => now.toISOString(), act: recountDrive }),
  /** A drive whose day has come is swept until nothing in it is open. */
  job({ collection: 'drives', field: 'wakeAt', until: (now) => now.toISOString(), act: runDrive }),
  job({ collection: 'drives', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: tellOfDrive }),
  /** What WeChat has not yet looked at. */
  job({ collection: 'postings', field: 'wakeAt', until: (now) => now.toISOString(), act: checkAgain }),
  job({ collection: 'postings', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: followPosting }),
  /** A claim nobody decided in time, a list shown long enough, what was sent back and not mended. */
  job({ collection: 'claims', field: 'wakeAt', until: (now) => now.toISOString(), act: runClaim }),
  job({ collection: 'claims', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: followClaim }),
  job({ collection: 'objections', field: 'wakeAt', until: (now) => now.toISOString(), act: objectionDue.run }),
  job({ collection: 'objections', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: followObjection }),
  /** A programme whose last day is over takes no more claims. */
  job({ collection: 'programmes', field: 'wakeAt', until: (now) => now.toISOString(), act: programmeDue.run }),
  job({ collection: 'programmes', field: 'untoldSince', until: (now) => addMinutes(now, -1), act: followProgramme }),
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
