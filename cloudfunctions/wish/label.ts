/** The label of a gift that lies at a station. */
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { onOf, sayDay } from '../../domain/kernel/time'
import { paperApi } from '../../domain/paper'
import { kindLine, wishMachine } from '../../domain/wish'
import { ask } from '../_lib/ask'
import { get } from '../_lib/cloud'
import { canonical, keyOf } from '../_lib/crypto'
import { drawn } from '../_lib/drawn'
import { deskWish } from './desk'
import type { WishHandler } from './handlers'

const { label: endpoint } = paperApi.endpoints
const NUMBER_SIGNS = 6

export const label: WishHandler<'label'> = async ({ id, requestId }, { identified, now }) => {
  const [{ actor }, wish] = await Promise.all([identified(), get('wishes', id)])
  if (!wish || !canRead(wishMachine, wish, { ...actor, personId: '' })) throw new AppError('NOT_FOUND')
  const takenAt = wish.events.find(({ action }) => action === 'takeIn')?.at
  if (!takenAt) throw new AppError('ACTION_NOT_ALLOWED', { reason: 'nothing lies there' })
  const words = {
    number: wish._id.slice(0, NUMBER_SIGNS).toUpperCase(),
    gift: kindLine(wish.kind, wish.detail),
    receiver: deskWish(wish, await get('workers', wish.workerId), actor, now).maskedName,
    station: wish.station.name,
    takenIn: sayDay(onOf(takenAt), now),
  }
  const drawnAs = keyOf('label', id, canonical(words))
  return drawn(
    drawnAs,
    () => ask('paper', ['label', endpoint], { requestId, path: `sealed/labels/${drawnAs}`, ...words }),
    now,
  )
}
