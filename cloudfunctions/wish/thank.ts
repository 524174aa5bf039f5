/** Thanks in words, with a picture, or both: the donor reads each once it is checked. */
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { isDone, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { sealPicture } from '../_lib/picture'
import { writePosting } from '../_lib/postings'
import { moveWish } from '../_lib/wishMove'
import type { Wish, WishHandler } from './handlers'
import { checkStory } from './newWish'
import { canDo } from './show'

type Input = Parameters<WishHandler<'thank'>>[0]

/** The ids of what was written: made twice, they are the same. */
const written = async ({ words, fileId }: Input, wish: Wish, openid: string, stamp: Stamp): Promise<string[]> => {
  const ids: string[] = []
  const subject = { subjectId: wish._id, place: wish }
  if (words !== undefined) {
    const verdict = await checkStory(words, openid)
    const id = keyOf('posting', wish._id, stamp.requestId, 'words')
    await writePosting({ id, about: 'thanks', ...subject, words }, verdict, openid, stamp)
    ids.push(id)
  }
  if (fileId !== undefined) {
    const id = keyOf('posting', wish._id, stamp.requestId, 'photo')
    const sealed = await sealPicture(fileId, 'thanks', id)
    await writePosting({ id, about: 'photo', ...subject, fileId: sealed }, 'unknown', openid, stamp)
    ids.push(id)
  }
  return ids
}

export const thank: WishHandler<'thank'> = async (input, context) => {
  const { now } = context
  const [{ actor, openid }, wish] = await Promise.all([context.identified(), get('wishes', input.id)])
  if (!wish) throw new AppError('NOT_FOUND')
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  const answer = (doc: Wish) => ({ id: doc._id, version: doc.version, state: doc.state, can: canDo(doc, actor, now) })
  if (isDone(wish.events, stamp)) return answer(wish)
  next(wishMachine, wish, 'thank', actor, now)
  if (input.version !== wish.version) throw new AppError('CONFLICT')
  const postings = await written(input, wish, openid, stamp)
  if (postings.length === 0) throw new AppError('INPUT_INVALID', { fields: { words: '写句话，或拍张照' } })
  /** The days to say that it was wrong run from the hand-over, not from the thanks. */
  const more = { set: { thanksIds: postings, ...(wish.enteredAt ? { enteredAt: wish.enteredAt } : {}) } }
  return answer(await moveWish(wish, { action: 'thank', version: input.version, form: { postings }, more }, stamp))
}
