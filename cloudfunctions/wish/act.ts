/** One move of a wish by whoever its row names; what each row needs beside the machine's gate stands here. */
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { type Besides, isDone, type Stamp } from '../_lib/cases'
import { get, opened } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import type { Identified } from '../_lib/identify'
import { sealPicture } from '../_lib/picture'
import { isShown, writePosting } from '../_lib/postings'
import { moveWish, wishDue } from '../_lib/wishMove'
import { receiptCodeOf, refuseGuess } from './codes'
import { mustFindDrive } from './eligible'
import type { Wish, WishHandler } from './handlers'
import { capOf, checkStory, postStory } from './newWish'
import { canDo } from './show'

type Input = Parameters<WishHandler<'act'>>[0]

/** The words themselves say whether they passed, should the wish not have heard. */
const hasPassed = async ({ postingId }: Wish): Promise<boolean> => {
  const posting = postingId === undefined ? undefined : await get('postings', postingId)
  return posting !== undefined && isShown(posting)
}

const giftPostingIdOf = ({ _id }: Wish, requestId: string): string => keyOf('posting', _id, requestId, 'gift')

/** The worker sees the picture of their gift once WeChat has looked at it. */
const postGift = (wish: Wish, fileId: string, openid: string, stamp: Stamp) =>
  writePosting(
    { id: giftPostingIdOf(wish, stamp.requestId), about: 'gift', subjectId: wish._id, place: wish, fileId },
    'unknown',
    openid,
    stamp,
  )

/** The fields a move sets beside the state. May refuse: a wrong code, a picture that is none, a text not yet checked. */
const moreOf = async (input: Input, wish: Wish, { actor, now, requestId }: Stamp): Promise<Besides<'wishes'>> => {
  switch (input.action) {
    case 'edit':
      return {
        set: { ...input.form, valueCapFen: capOf(await mustFindDrive(wish.driveId), input.form), isTextShown: false },
        unset: ['postingId'],
      }
    case 'propose':
      return { set: { proposedBy: actor.personId } }
    case 'list':
      if (!wish.isTextShown && !(await hasPassed(wish))) throw new AppError('TEXT_UNCHECKED')
      return { set: { isTextShown: true } }
    case 'takeIn': {
      const giftPhotoId = await sealPicture(input.form.photo, 'gifts', `${wish._id}-${wish.version}`)
      return { set: { giftPhotoId, giftPostingId: giftPostingIdOf(wish, requestId), takenInBy: actor.personId } }
    }
    case 'handOut':
      if (input.form.code !== receiptCodeOf(wish)) return refuseGuess(actor.personId, now, 'RECEIPT_CODE_INVALID')
      return { set: { handedOutBy: actor.personId, receivedAt: now.toISOString() } }
    default:
      return {}
  }
}

/** Handed in again: its words are checked again, before anything moves. */
const submitWish = async (input: Input, wish: Wish, { openid }: Identified, stamp: Stamp): Promise<Wish> => {
  const { story } = opened('wishes', wish)
  const verdict = await checkStory(story, openid)
  const { action, version, form } = input
  const posted = await postStory(wish._id, { place: wish, story }, verdict, openid, stamp)
  return moveWish(wish, { action, version, form, more: { set: posted } }, stamp)
}

export const act: WishHandler<'act'> = async (input, context) => {
  const { now } = context
  const [identified, stored] = await Promise.all([context.identified(), get('wishes', input.id)])
  if (!stored) throw new AppError('NOT_FOUND')
  const { actor } = identified
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const wish = isDone(stored.events, stamp) ? stored : await wishDue.upToDate(stored, now)
  const done = isDone(wish.events, stamp) ? wish : await moved(input, wish, identified, stamp)
  return { id: done._id, version: done.version, state: done.state, can: canDo(done, actor, now) }
}

const moved = async (input: Input, wish: Wish, identified: Identified, stamp: Stamp): Promise<Wish> => {
  const { action, version, form } = input
  next(wishMachine, wish, action, stamp.actor, stamp.now)
  if (version !== wish.version) throw new AppError('CONFLICT')
  if (action === 'submit') return submitWish(input, wish, identified, stamp)
  const more = await moreOf(input, wish, stamp)
  if (more.set?.giftPhotoId) await postGift(wish, more.set.giftPhotoId, identified.openid, stamp)
  return moveWish(wish, { action, version, form, more }, stamp)
}
