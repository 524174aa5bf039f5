/** The caller's own wishes, newest first, each as it stands now. */
import { command, find } from '../_lib/cloud'
import { wishDue } from '../_lib/wishMove'
import type { WishHandler } from './handlers'
import { myWish } from './own'

const MOST = 20

export const mine: WishHandler<'mine'> = async (_input, { personId, now }) => {
  const { rows } = await find(
    'wishes',
    { ownerId: personId },
    { order: [['listKey', 'desc']], limit: MOST, withEvents: true },
  )
  if (rows.length === 0) return { wishes: [] }
  const driveIds = [...new Set(rows.map(({ driveId }) => driveId))]
  const { rows: drives } = await find('drives', { _id: command.in(driveIds) }, { limit: driveIds.length })
  const known = new Map(drives.map((drive) => [drive._id, drive]))
  const wishes = await Promise.all(
    rows.map(async (wish) => {
      const drive = known.get(wish.driveId)
      return drive ? [await myWish(await wishDue.upToDate(wish, now), drive, personId, now)] : []
    }),
  )
  return { wishes: wishes.flat() }
}
