/** The lamps a donor holds: each taken by one conditional update and given back by the name of its own lighting. */
import { AppError } from '../../domain/kernel/errors'
import type { Place } from '../../domain/kernel/roles'
import { addMinutes } from '../../domain/kernel/time'
import { donorMachine, heldStates, openLights } from '../../domain/wish'
import { begin, type Stamp } from './cases'
import { change, command, type DocOf, find, get } from './cloud'
import { listKeyOf } from './lists'

export type Donor = DocOf<'donors'>
export type Wish = DocOf<'wishes'>

/** A taking that came to nothing is found after two minutes; what is really held is looked at again within the hour. */
const SOON_MINUTES = 2
/** Long after every call is over that could have taken it: somebody came back to a taking that came to nothing. */
const STALE_MINUTES = 1
const LATER_MINUTES = 60

/** Named by the version the lamp was seen in: another lighting of the same lamp has another name. */
export const slotOf = ({ _id, version }: Wish): string => `${_id}:${version}`

const heldFor = (wish: Wish, now: Date) => ({ slot: slotOf(wish), wishId: wish._id, at: now.toISOString() })

/** A donor stands in a district, or in a whole city, and not nearer. */
export const donorFields = ({ cityId, districtId }: Place, { actor: { personId }, now }: Stamp) => ({
  cityId,
  districtId,
  streetId: '',
  siteId: '',
  _id: personId,
  ownerId: personId,
  isNamed: false,
  limit: openLights,
  used: 0,
  held: [],
  createdAt: now.toISOString(),
  listKey: listKeyOf(now.toISOString(), personId),
})

const newDonor = async (wish: Wish, stamp: Stamp): Promise<Donor> => {
  const checkAt = addMinutes(stamp.now, SOON_MINUTES)
  const holding = { used: 1, held: [heldFor(wish, stamp.now)], checkAt }
  return (await begin('donors', donorMachine, 'begin', { ...donorFields(wish, stamp), ...holding }, stamp)).doc
}

const heldIn = ({ held }: Donor, wish: Wish) => held.find(({ slot }) => slot === slotOf(wish))

/** Taken, and by a call that may still be under way: the clock leaves it alone. */
const isFresh = (at: string, now: Date): boolean => at > addMinutes(now, -STALE_MINUTES)

const takeOnce = (donor: Donor, wish: Wish, now: Date): Promise<boolean> =>
  change(
    'donors',
    donor._id,
    { limit: donor.limit, used: command.lt(donor.limit), 'held.slot': command.neq(slotOf(wish)) },
    { push: { held: heldFor(wish, now) }, inc: { used: 1 }, least: { checkAt: addMinutes(now, SOON_MINUTES) } },
  )

/** One of the lamps this person may hold, for this lighting: taken now or by the same request before. Throws LIGHT_LIMIT_REACHED. */
export const takeLight = async (known: Donor | undefined, wish: Wish, stamp: Stamp): Promise<void> => {
  const donor = known ?? (await newDonor(wish, stamp))
  const held = heldIn(donor, wish)
  if (held && isFresh(held.at, stamp.now)) return
  /** The clock may be about to give it back: taken anew, it is another one to the clock. */
  if (held) await giveBackFrom(donor._id, held)
  else if (donor.used >= donor.limit) throw new AppError('LIGHT_LIMIT_REACHED')
  if (await takeOnce(donor, wish, stamp.now)) return
  const seen = await get('donors', donor._id)
  if (!seen) throw new AppError('CONFLICT')
  if (heldIn(seen, wish)) return
  if (seen.limit !== donor.limit && (await takeOnce(seen, wish, stamp.now))) return
  throw new AppError('LIGHT_LIMIT_REACHED')
}

/** Safe to repeat: a slot that is gone gives nothing back. */
export const giveBack = (donorId: string, slot: string): Promise<boolean> =>
  change('donors', donorId, { 'held.slot': slot }, { pull: { held: { slot } }, inc: { used: -1 } })

/** Only what was taken at that very instant, and nothing taken since under the same name. */
const giveBackFrom = (donorId: string, { slot, at }: Donor['held'][number]): Promise<boolean> =>
  change(
    'donors',
    donorId,
    { held: command.elemMatch({ slot, at }) },
    { pull: { held: { slot, at } }, inc: { used: -1 } },
  )

const isReallyHeld = (wish: Wish | undefined, donorId: string, slot: string): boolean =>
  wish?.lighting?.slot === slot && wish.lighting.donorId === donorId && heldStates.some((state) => state === wish.state)

/** What a crash left held is given back; what is held is looked at again later. */
export const reconcileDonor = async (donor: Donor, now: Date): Promise<void> => {
  const until = addMinutes(now, -SOON_MINUTES)
  const settled = donor.held.filter(({ at }) => at <= until)
  const ids = settled.map(({ wishId }) => wishId)
  const { rows } = ids.length ? await find('wishes', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  const wishes = new Map(rows.map((wish) => [wish._id, wish]))
  const lost = settled.filter(({ wishId, slot }) => !isReallyHeld(wishes.get(wishId), donor._id, slot))
  for (const held of lost) await giveBackFrom(donor._id, held)
  if (settled.length < donor.held.length) {
    await change('donors', donor._id, {}, { set: { checkAt: addMinutes(now, SOON_MINUTES) } })
    return
  }
  const isMore = donor.held.length > lost.length
  /** Not when one was taken meanwhile: then the clock comes again. */
  await change(
    'donors',
    donor._id,
    { 'held.at': command.not(command.gt(until)) },
    isMore ? { set: { checkAt: addMinutes(now, LATER_MINUTES) } } : { unset: ['checkAt'] },
  )
}
