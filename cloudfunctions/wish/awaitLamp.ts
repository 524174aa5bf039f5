/** Asks to be told when a lamp of a drive goes dark again; told once, one may ask again. */
import { change, get, insert } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { ensurePerson } from '../_lib/people'
import { mustFindDrive } from './eligible'
import type { WishHandler } from './handlers'

export const awaitLamp: WishHandler<'awaitLamp'> = async ({ driveId }, { identified, personId, now }) => {
  const [who] = await Promise.all([identified(), mustFindDrive(driveId)])
  await ensurePerson(who, now)
  const id = keyOf('waiter', driveId, personId)
  const at = now.toISOString()
  const isNew = await insert('waiters', { _id: id, driveId, personId, at, isTold: false })
  if (!isNew) await change('waiters', id, { isTold: true }, { set: { at, isTold: false } })
  return { isWaiting: (await get('waiters', id))?.isTold === false }
}
