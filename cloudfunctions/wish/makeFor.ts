/** A wish written down for a worker by whoever visits; it stays a draft until the worker says yes on their own phone. */
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { followWish } from '../_lib/wishMove'
import { mayWriteFor, mustFindDrive } from './eligible'
import type { WishHandler } from './handlers'
import { assertMay, beginWish } from './newWish'
import { canDo } from './show'

export const makeFor: WishHandler<'makeFor'> = async ({ requestId, driveId, workerId, words }, { identified, now }) => {
  const [{ actor }, drive, found] = await Promise.all([identified(), mustFindDrive(driveId), get('workers', workerId)])
  const worker = mayWriteFor(found, actor)
  const wishId = idFor(actor.personId, requestId, 'wish')
  const again = await get('wishes', wishId)
  const may = again ? worker : await assertMay(drive, worker, actor.personId, now)
  const wish =
    again ??
    (await beginWish(
      { wishId, start: 'makeFor', drive, worker: may, words, madeBy: actor.personId },
      { actor, now, requestId },
    ))
  await followWish(wish, now)
  return { id: wish._id, version: wish.version, state: wish.state, can: canDo(wish, actor, now) }
}
