/** The worker's own wish, once however often it is sent. */
import { AppError } from '../../domain/kernel/errors'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { forgetForSure } from '../_lib/forgetting'
import { ensurePerson } from '../_lib/people'
import { mustFindDrive, ownedBy } from './eligible'
import type { WishHandler } from './handlers'
import { assertMay, beginWish, checkStory, postStory } from './newWish'
import { myWish } from './own'

export const make: WishHandler<'make'> = async ({ requestId, driveId, words, isDraft = false }, context) => {
  const { personId, now } = context
  const wishId = idFor(personId, requestId, 'wish')
  const [identified, drive, worker, again] = await Promise.all([
    context.identified(),
    mustFindDrive(driveId),
    ownedBy(personId),
    get('wishes', wishId),
  ])
  const { actor, openid } = identified
  if (again?.postingId !== undefined || (again && isDraft)) return { wish: await myWish(again, drive, personId, now) }
  const may = await assertMay(drive, worker, personId, now)
  const verdict = isDraft ? 'unknown' : await checkStory(words.story, openid)
  await ensurePerson(identified, now)
  const stamp = { actor, now, requestId }
  const start = isDraft ? 'draft' : 'make'
  const post = () => postStory(wishId, { place: may, story: words.story }, verdict, openid, stamp)
  const wish = await beginWish({ wishId, start, drive, worker: may, words, ...(isDraft ? {} : { post }) }, stamp)
  const still = await get('workers', may._id)
  /** They were erased meanwhile, and whoever erased them has not seen this wish. */
  if (still?.ownerId === undefined) {
    await forgetForSure(wish, now)
    throw new AppError('NOT_ELIGIBLE')
  }
  return { wish: await myWish(wish, drive, personId, now) }
}
