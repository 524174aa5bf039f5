/** What somebody's going takes with it: their open wishes and claims end, the closed ones forget whose they were, what they said goes. */
import { system } from '../../domain/kernel/machine'
import { postingMachine } from '../../domain/posting'
import { openStates, type WishState } from '../../domain/wish'
import { move } from './cases'
import { forgetAnswers, forgetClaims } from './claimForgetting'
import { change, type DocOf, files, find, remove } from './cloud'
import { insist } from './insist'
import type { Wish } from './lights'
import { forgetObjections } from './objections'
import type { Posting } from './postings'
import { forgetRows } from './rosterForget'
import { moveWish, stateOf } from './wishMove'

type WorkerDoc = DocOf<'workers'>

const MOST = 200

/** Words and picture go, and who said it; that it was said and what was decided of it stays. */
const forgetPosting = async (posting: Posting, now: Date): Promise<void> => {
  if (posting.ownerId === undefined) return
  if (posting.fileId) await files.remove(posting.fileId)
  await move(
    'postings',
    postingMachine,
    {
      id: posting._id,
      action: 'erase',
      version: undefined,
      form: {},
      doc: posting,
      erases: true,
      change: () => ({ unset: ['words', 'fileId', 'traceId', 'ownerId'] }),
    },
    { actor: system, now, requestId: `erase-${posting.version}` },
  )
}

const isOpen = (state: WishState): boolean => openStates.some((open) => open === state)

/** The district stays, for the drive's numbers. */
const withoutThem = {
  set: { story: '', isTextShown: false, siteId: '', streetId: '' },
  unset: ['ownerId', 'orgId', 'postingId', 'thanksIds'],
} as const

const forgetWish = async (wish: Wish, now: Date): Promise<void> => {
  const { rows } = await find('postings', { subjectId: wish._id }, { limit: MOST, withEvents: true })
  /** The picture of the gift is the station's, and shows nobody. */
  for (const posting of rows.filter(({ about }) => about !== 'gift')) await forgetPosting(posting, now)
  if (wish.ownerId === undefined) return
  const action = isOpen(stateOf(wish)) ? 'leave' : 'forget'
  const stamp = { actor: system, now, requestId: `${action}-${wish.version}` }
  await moveWish(wish, { action, version: undefined, form: {}, more: withoutThem, erases: true }, stamp)
}

/** Somebody may light it or check its words at the same moment: then it is looked at again. */
export const forgetForSure = (known: Wish, now: Date): Promise<void> =>
  insist('wishes', known, (wish) => forgetWish(wish, now))

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

/** Safe to repeat, by the function that erased and by the clock; `erasing` stays until all of it is done. */
export const forgetWorker = async ({ _id, erasing, enteredAt }: WorkerDoc, now: Date): Promise<void> => {
  if (!erasing) return
  const { ownerId, documentKey, until } = erasing
  const { rows } = await find('wishes', { workerId: _id }, { limit: MOST, withEvents: true })
  for (const wish of rows) await forgetForSure(wish, now)
  await forgetClaims(_id, until, now)
  await Promise.all([
    documentKey ? remove('idCards', documentKey, { workerId: _id }) : undefined,
    documentKey ? forgetRows(documentKey, now) : undefined,
    dropConfirmations(_id),
    ownerId ? dropNotices(ownerId) : undefined,
    ownerId ? forgetAnswers(ownerId, enteredAt ?? now.toISOString()) : undefined,
    ownerId ? forgetObjections(ownerId, enteredAt ?? now.toISOString(), now) : undefined,
  ])
  await change('workers', _id, {}, { unset: ['erasing'] })
}
