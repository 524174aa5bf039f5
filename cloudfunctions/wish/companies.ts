/** The companies that asked a union of the caller's to hold more lamps. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, canRead } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { donorMachine } from '../../domain/wish'
import { find, opened } from '../_lib/cloud'
import { locate, reaches } from '../_lib/scopes'
import type { WishHandler } from './handlers'

const MOST = 50

export const companies: WishHandler<'companies'> = async ({ scope }, { identified, now }) => {
  /** A donor stands in a district, not nearer. */
  if (scope.level !== 'city' && scope.level !== 'district') throw new AppError('NOT_FOUND')
  const [state] = donorMachine.actions.approve.from
  const [{ actor }, located, { rows }] = await Promise.all([
    identified(),
    locate(scope),
    find('donors', { [placeField[scope.level]]: scope.id, state }, { order: [['listKey', 'desc']], limit: MOST }),
  ])
  if (!located || !reaches(actor, ['unionOfficer', 'cityAdmin'], located.place)) throw new AppError('NOT_FOUND')
  const readable = rows.filter((donor) => canRead(donorMachine, donor, actor)).map((donor) => opened('donors', donor))
  return {
    rows: readable.map((donor) => ({
      id: donor._id,
      version: donor.version,
      company: donor.company ?? '',
      ...(donor.name === undefined ? {} : { name: donor.name }),
      ...(donor.phone === undefined ? {} : { phone: donor.phone }),
      can: actionsFor(donorMachine, donor, actor, now),
    })),
  }
}
