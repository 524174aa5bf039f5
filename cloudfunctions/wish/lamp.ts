/** One lamp of the wall, as everybody may see it. */
import { AppError } from '../../domain/kernel/errors'
import { get, opened } from '../_lib/cloud'
import type { WishHandler } from './handlers'
import { lampCard, stationLine } from './show'

export const lamp: WishHandler<'lamp'> = async ({ wishId }, { personId }) => {
  const wish = await get('wishes', wishId)
  if (!wish || wish.wall === 'off') throw new AppError('NOT_FOUND')
  const { story } = opened('wishes', wish)
  return {
    lamp: {
      ...lampCard(wish, personId),
      driveId: wish.driveId,
      ...(wish.isTextShown ? { story } : {}),
      ...(wish.isTextShown && wish.postingId ? { postingId: wish.postingId } : {}),
      valueCapFen: wish.valueCapFen,
      station: stationLine(wish.station),
      isOwn: wish.ownerId === personId,
    },
  }
}
