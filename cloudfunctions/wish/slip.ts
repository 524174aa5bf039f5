/** What a donor's slip stands for, at the station that reads it. Another station is told where it belongs. */
import { AppError } from '../../domain/kernel/errors'
import { stateRow } from '../../domain/kernel/machine'
import { wishMachine } from '../../domain/wish'
import { find, get, opened } from '../_lib/cloud'
import { namesFor } from '../_lib/people'
import { reaches } from '../_lib/scopes'
import { stateOf, wishDue } from '../_lib/wishMove'
import { refuseGuess, slipKeyOf } from './codes'
import type { Wish, WishHandler } from './handlers'
import { canDo, stationLine } from './show'

const takenIn = async ({ takenInBy, events }: Wish) => {
  if (takenInBy === undefined) return {}
  const at = [...events].reverse().find(({ action }) => action === 'takeIn')?.at
  return { takenInBy: (await namesFor([takenInBy]))(takenInBy), ...(at ? { takenInAt: at } : {}) }
}

export const slip: WishHandler<'slip'> = async ({ code }, { identified, personId, now }) => {
  const [{ actor }, { rows }] = await Promise.all([
    identified(),
    find('wishes', { slipKey: slipKeyOf(code) }, { limit: 1, withEvents: true }),
  ])
  const [stored] = rows
  if (!stored) return refuseGuess(personId, now, 'SLIP_INVALID')
  const wish = await wishDue.upToDate(stored, now)
  if (wish.slipKey === undefined) throw new AppError('SLIP_INVALID')
  const donor = wish.donorId ? await get('donors', wish.donorId) : undefined
  const isHere = reaches(actor, ['stationKeeper', 'unionOfficer'], wish.station)
  const known = donor && isHere ? opened('donors', donor) : undefined
  return {
    id: wish._id,
    version: wish.version,
    kind: wish.kind,
    detail: wish.detail,
    valueCapFen: wish.valueCapFen,
    state: stateOf(wish),
    stateLabel: stateRow(wishMachine, wish.state).label,
    station: stationLine(wish.station),
    isHere,
    ...(known?.name === undefined ? {} : { donorName: known.name }),
    ...(known?.phone === undefined ? {} : { donorPhone: known.phone }),
    ...(await takenIn(wish)),
    can: isHere ? canDo(wish, actor, now) : [],
  }
}
