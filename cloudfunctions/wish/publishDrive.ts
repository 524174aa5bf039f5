/** Publishes a drive over the caller's own city or district, with stations inside it. */
import { AppError } from '../../domain/kernel/errors'
import { assertMayStart } from '../../domain/kernel/machine'
import { type Place, placeField } from '../../domain/kernel/roles'
import { endOf, toDay } from '../../domain/kernel/time'
import { DRIVE_ID_LENGTH, type DriveDetails, driveMachine, type Station } from '../../domain/wish'
import { begin } from '../_lib/cases'
import { command, find } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { locate } from '../_lib/scopes'
import type { WishHandler } from './handlers'
import { driveCard } from './show'

/** Each station is a site inside the drive's own place. Throws INPUT_INVALID at the field. */
export const stationsOf = async ({ stationIds }: DriveDetails, place: Partial<Place>): Promise<Station[]> => {
  const { rows } = await find('sites', { _id: command.in(stationIds) }, { limit: stationIds.length })
  const within = rows.filter((site) =>
    Object.values(placeField).every((field) => !place[field] || site[field] === place[field]),
  )
  if (within.length < stationIds.length)
    throw new AppError('INPUT_INVALID', { fields: { 'details.stationIds': '有接力站不在这个范围里，再选一次' } })
  return within.map(({ cityId, districtId, streetId, siteId, orgId, name, address, keeperPhone }) => ({
    cityId,
    districtId,
    streetId,
    siteId,
    ...(orgId ? { orgId } : {}),
    name,
    address,
    phone: keeperPhone,
  }))
}

export const publishDrive: WishHandler<'publishDrive'> = async ({ requestId, scope, details }, { identified, now }) => {
  const [{ actor }, located] = await Promise.all([identified(), locate(scope)])
  if (!located) throw new AppError('NOT_FOUND')
  const { cityId = '', districtId = '', streetId = '', siteId = '' } = located.place
  const place = { cityId, districtId, streetId, siteId }
  assertMayStart(driveMachine, 'publish', place, actor)
  const stations = await stationsOf(details, located.place)
  const driveId = idFor(actor.personId, requestId).slice(0, DRIVE_ID_LENGTH)
  const createdAt = now.toISOString()
  const { doc } = await begin(
    'drives',
    driveMachine,
    'publish',
    {
      _id: driveId,
      ...place,
      scope,
      ownerId: actor.personId,
      ...details,
      stations,
      used: 0,
      holding: [],
      freeFen: details.budgetFen,
      createdAt,
      listKey: listKeyOf(createdAt, driveId),
    },
    { actor, now, requestId },
    endOf(toDay(details.endsOn)),
  )
  return { drive: driveCard(doc, actor, now) }
}
