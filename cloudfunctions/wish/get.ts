/** One wish for the union or its station: the facts, the rules again, the donor as the union knows them, what happened. */
import { AppError } from '../../domain/kernel/errors'
import { isPartyTo } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { files, opened, get as read } from '../_lib/cloud'
import { wishDue } from '../_lib/wishMove'
import { deskWish } from './desk'
import { judgeWorker } from './eligible'
import type { Donor, WishHandler } from './handlers'
import { timelineOf } from './show'

/** To whoever takes the gift in or answers for it; nobody else asks. */
const knownDonor = (donor: Donor) => {
  const { name, phone, company } = opened('donors', donor)
  return {
    donor: {
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      ...(company === undefined ? {} : { company }),
    },
  }
}

export const get: WishHandler<'get'> = async ({ id }, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), read('wishes', id)])
  if (!stored || !isPartyTo(wishMachine, stored, { ...actor, personId: '' })) throw new AppError('NOT_FOUND')
  const wish = await wishDue.upToDate(stored, now)
  const [worker, site, drive, donor, giftPhotoUrl] = await Promise.all([
    read('workers', wish.workerId),
    read('sites', wish.siteId),
    read('drives', wish.driveId),
    wish.donorId ? read('donors', wish.donorId) : undefined,
    wish.giftPhotoId ? files.link(wish.giftPhotoId) : undefined,
  ])
  return {
    row: deskWish(wish, worker, actor, now),
    siteName: site?.name ?? '',
    rules: drive ? judgeWorker(drive, worker, now).rules : [],
    ...(donor ? knownDonor(donor) : {}),
    ...(giftPhotoUrl ? { giftPhotoUrl } : {}),
    timeline: timelineOf(wish, actor.personId),
  }
}
