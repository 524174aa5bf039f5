/** Public words and pictures: written, checked by WeChat, shown only after it passed; what becomes of a text reaches its wish. */

import { type ActionOf, system } from '../../domain/kernel/machine'
import type { Place } from '../../domain/kernel/roles'
import { addMinutes } from '../../domain/kernel/time'
import { type AboutName, postingMachine, shownStates } from '../../domain/posting'
import { wishMachine } from '../../domain/wish'
import { begin, move, type Stamp } from './cases'
import { change, type DocOf, get, getOpen, opened } from './cloud'
import { askAboutPicture, checkWords, type Verdict } from './contentCheck'
import { dueOf } from './due'
import { sealedValue } from './history'
import { listKeyOf } from './lists'
import { type Follow, tellFrom } from './outbox'
import { moveWish } from './wishMove'

export type Posting = DocOf<'postings'>

/** What WeChat could not say is asked again that soon. */
const AGAIN_MINUTES = 5
const BARRED = '微信的检查没通过'

export const isShown = ({ state }: Pick<Posting, 'state'>): boolean => shownStates.some((shown) => shown === state)

/** WeChat has not said yet. */
export const isWaiting = ({ state }: Pick<Posting, 'state'>): boolean =>
  postingMachine.actions.pass.from.some((from) => from === state)

/** Its wish learns whether the words may hang; what was taken down takes the lamp off the wall. */
const tellWish = async (posting: Posting, now: Date): Promise<void> => {
  const wish = await get('wishes', posting.subjectId)
  if (!wish || wish.postingId !== posting._id) return
  const isTextShown = isShown(posting)
  if (wish.isTextShown !== isTextShown)
    await change('wishes', wish._id, { postingId: posting._id }, { set: { isTextShown } })
  const from: readonly string[] = wishMachine.actions.takeDown.from
  if (isTextShown || !from.includes(wish.state)) return
  const last = posting.events.at(-1)
  const reason = (last && sealedValue(posting._id, last, 'reason')) ?? BARRED
  await moveWish(
    wish,
    { action: 'takeDown', version: undefined, form: { reason } },
    { actor: system, now, requestId: `text-${posting._id.slice(0, 12)}-${posting.version}` },
  )
}

/** Told right after by its function, and what was missed by the clock. */
export const followPosting = (doc: Posting, now: Date): Promise<void> => {
  const follow: Follow<'postings'> = async (_deed, posting) => {
    if (posting.about === 'wish') await tellWish(posting, now)
  }
  const fieldsOf = async (posting: Posting, event: Posting['events'][number]) => ({
    reason: sealedValue(posting._id, event, 'reason') ?? BARRED,
  })
  return tellFrom('postings', postingMachine, doc, fieldsOf, now, follow)
}

const bySystem = async (posting: Posting, action: ActionOf<typeof postingMachine>, form: object, now: Date) => {
  const asked = { id: posting._id, action, version: undefined, form, doc: posting }
  const { doc } = await move('postings', postingMachine, asked, {
    actor: system,
    now,
    requestId: `${action}-${posting.version}`,
  })
  await followPosting(doc, now)
  return doc
}

/** Somebody else's verdict on what waits: WeChat's now or later. An unknown one leaves it waiting. */
export const judge = async (posting: Posting, verdict: Verdict, now: Date): Promise<Posting> => {
  if (verdict === 'pass') return bySystem(posting, 'pass', {}, now)
  if (verdict === 'review') return bySystem(posting, 'hold', {}, now)
  if (verdict === 'risky') return bySystem(posting, 'bar', { reason: BARRED }, now)
  await change(
    'postings',
    posting._id,
    { version: posting.version },
    { set: { wakeAt: addMinutes(now, AGAIN_MINUTES) } },
  )
  return posting
}

export type Written = {
  readonly id: string
  readonly about: AboutName
  readonly subjectId: string
  readonly place: Place
  readonly words?: string
  readonly fileId?: string
}

/** `verdict` is WeChat's on the words, asked before anything was kept; a picture is asked about here. */
export const writePosting = async (
  { id, about, subjectId, place, words, fileId }: Written,
  verdict: Verdict,
  openid: string,
  stamp: Stamp,
): Promise<Posting> => {
  const at = stamp.now.toISOString()
  const traceId = fileId === undefined ? undefined : await askAboutPicture(fileId, openid)
  const { cityId, districtId, streetId, siteId } = place
  const { doc, isNew } = await begin(
    'postings',
    postingMachine,
    'write',
    {
      _id: id,
      cityId,
      districtId,
      streetId,
      siteId,
      ownerId: stamp.actor.personId,
      about,
      subjectId,
      ...(words === undefined ? {} : { words }),
      ...(fileId === undefined ? {} : { fileId }),
      ...(traceId === undefined ? {} : { traceId }),
      reports: 0,
      createdAt: at,
      listKey: listKeyOf(at, id),
    },
    stamp,
  )
  if (!isNew) return doc
  return words === undefined ? doc : judge(doc, verdict, stamp.now)
}

/** An appeal nobody has looked at by its day. */
const postingDue = dueOf('postings', postingMachine, () => ({}), followPosting)

/** The clock asks WeChat again, in the name of whoever wrote it; after a day a person looks. */
export const checkAgain = async (posting: Posting, now: Date): Promise<void> => {
  if (!isWaiting(posting)) {
    await postingDue.run(posting, now)
    return
  }
  if (posting.dueAt && posting.dueAt <= now.toISOString()) {
    await bySystem(posting, 'hold', {}, now)
    return
  }
  const author = posting.ownerId === undefined ? undefined : await getOpen('people', posting.ownerId)
  const { words, fileId, traceId } = opened('postings', posting)
  if (words !== undefined) {
    await judge(posting, author ? await checkWords(words, author.openid) : 'unknown', now)
    return
  }
  const asked = traceId ?? (author && fileId ? await askAboutPicture(fileId, author.openid) : undefined)
  await change(
    'postings',
    posting._id,
    { version: posting.version },
    {
      set: { wakeAt: posting.dueAt ?? addMinutes(now, AGAIN_MINUTES), ...(asked ? { traceId: asked } : {}) },
    },
  )
}
