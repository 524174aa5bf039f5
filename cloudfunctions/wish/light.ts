/** Lights a lamp: the lamp and its donor are read side by side, one of the donor's slots is taken, one conditional update decides. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, canRead, system } from '../../domain/kernel/machine'
import { lampOf, wishMachine } from '../../domain/wish'
import { isDone, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { giveBack, slotOf, takeLight } from '../_lib/lights'
import { moveWishAlone, stateOf } from '../_lib/wishMove'
import { slipCodeOf, slipKeyOf } from './codes'
import type { Donor, Wish, WishHandler } from './handlers'
import { promisedOf } from './show'

/** Throws NOT_FOUND, OWN_WISH or WISH_ALREADY_LIT: in the order of every denial. */
const assertDark = (wish: Wish, { actor, now }: Stamp): void => {
  const hangs = lampOf[stateOf(wish)]
  if (hangs === 'off') throw new AppError('NOT_FOUND')
  if (wish.ownerId === actor.personId || wish.madeBy === actor.personId) throw new AppError('OWN_WISH')
  const isDark = canRead(wishMachine, wish, actor) && actionsFor(wishMachine, wish, actor, now).includes('light')
  if (!isDark) throw new AppError('WISH_ALREADY_LIT')
}

/** Theirs from the lighting until the thanks: what was brought to the station is theirs still. */
const isMine = (wish: Wish, { actor }: Stamp): boolean =>
  wish.donorId === actor.personId && lampOf[stateOf(wish)] === 'lit'

/** What a repeated request, and a second tap of the same person, find. An old request lights nothing anew. */
const litBefore = (wish: Wish, stamp: Stamp): Wish | undefined => {
  if (isMine(wish, stamp)) return wish
  if (isDone(wish.events, stamp)) throw new AppError(lampOf[stateOf(wish)] === 'lit' ? 'WISH_ALREADY_LIT' : 'CONFLICT')
  return undefined
}

/** What came of the move: whoever holds a slot for a lamp that is not lit by it gives the slot back, a twin of the winning request too. */
const heldOrNot = async (wish: Wish, seen: Wish | undefined, stamp: Stamp): Promise<Wish> => {
  const slot = slotOf(wish)
  const mine = seen && isMine(seen, stamp) ? seen : undefined
  if (mine?.lighting?.slot !== slot) await giveBack(stamp.actor.personId, slot)
  if (mine) return mine
  const hangs = seen ? lampOf[stateOf(seen)] : 'off'
  if (hangs === 'off') throw new AppError('NOT_FOUND')
  throw new AppError(hangs === 'lit' ? 'WISH_ALREADY_LIT' : 'CONFLICT')
}

/** The move alone, once its donor's slot is taken. A lost race gives the slot back. */
const lightHeld = async (wish: Wish, stamp: Stamp): Promise<Wish> => {
  const donorId = stamp.actor.personId
  const slot = slotOf(wish)
  const more = {
    set: {
      donorId,
      lighting: { donorId, slot },
      slipKey: slipKeyOf(slipCodeOf(wish._id, slot, donorId)),
      litAt: stamp.now.toISOString(),
    },
  }
  const moved = async (): Promise<Wish | undefined> => {
    try {
      return (await moveWishAlone(wish, { action: 'light', version: undefined, form: {}, more }, stamp)).doc
    } catch (error) {
      if (error instanceof AppError && error.code === 'CONFLICT') return get('wishes', wish._id)
      throw error
    }
  }
  return heldOrNot(wish, await moved(), stamp)
}

/** The donor is asked for once the lamp is known to be dark. */
export const lightOne = async (
  wish: Wish | undefined,
  donorNow: () => Promise<Donor | undefined>,
  stamp: Stamp,
): Promise<Wish> => {
  if (!wish) throw new AppError('NOT_FOUND')
  const lit = litBefore(wish, stamp)
  if (lit) return lit
  assertDark(wish, stamp)
  await takeLight(await donorNow(), wish, stamp)
  return lightHeld(wish, stamp)
}

/** Nobody needs a role to light, so none is read. */
export const lighter = (personId: string) => ({ ...system, personId })

/** The worker is told by the clock, once it can no longer be undone: nothing is waited for here. */
export const light: WishHandler<'light'> = async ({ wishId, requestId }, { personId, now }) => {
  const actor = lighter(personId)
  const [wish, donor] = await Promise.all([get('wishes', wishId), get('donors', personId)])
  const lit = await lightOne(wish, async () => donor, { actor, now, requestId })
  return { promised: promisedOf(lit, donor, actor, [], now) }
}
