/** A wish written down for a worker by whoever visits; it stays a draft until the worker says yes on their own phone. */
import { AppError } from '../../domain/kernel/errors'
import { assertMayStart } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { get } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { followWish } from '../_lib/wishMove'
import { mustFindDrive } from './eligible'
import type { WishHandler } from './handlers'
import { assertMay, beginWish } from './newWish'
import { canDo } from './show'

export const makeFor: WishHandler<'makeFor'> = async ({ requestId, driveId, workerId, words }, { identified, now }) => {
  const [{ actor }, drive, worker] = await Promise.all([identified(), mustFindDrive(driveId), get('workers', workerId)])
  if (!worker) throw new AppError('NOT_FOUND')
  assertMayStart(wishMachine, 'makeFor', worker, actor)
  if (!worker.ownerId) throw new AppError('NOT_ELIGIBLE', { reason: 'not confirmed by their own phone' })
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
