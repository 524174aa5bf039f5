/** A person's places in a drive, by document and not by account: the insert decides who has one. */

import { addMinutes } from '../../domain/kernel/time'
import { placelessStates } from '../../domain/wish'
import { change, get, insert } from '../_lib/cloud'
import { seatIdsOf, type Worker } from './eligible'
import type { Drive } from './handlers'

/** A wish that was never made, because something broke, holds no place for longer. */
const SURE_MINUTES = 5

const isGone = (state: string): boolean => placelessStates.some((placeless) => placeless === state)

const isFree = async (wishId: string, at: string, now: Date): Promise<boolean> => {
  const wish = await get('wishes', wishId)
  return wish ? isGone(wish.state) : at <= addMinutes(now, -SURE_MINUTES)
}

/** True when one was free and this wish has it, or had it before. */
export const takeSeat = async (drive: Drive, worker: Worker, wishId: string, now: Date): Promise<boolean> => {
  const seats = seatIdsOf(drive, worker)
  const held = await Promise.all(seats.map((id) => get('wishSeats', id)))
  if (held.some((seat) => seat?.wishId === wishId)) return true
  for (const [place, id] of seats.entries()) {
    const seat = held[place]
    if (!seat && (await insert('wishSeats', { _id: id, driveId: drive._id, wishId, at: now.toISOString() })))
      return true
    if (seat && (await isFree(seat.wishId, seat.at, now)))
      if (await change('wishSeats', id, { wishId: seat.wishId }, { set: { wishId, at: now.toISOString() } }))
        return true
  }
  return false
}

/** How many this person may still make. */
export const seatsLeft = async (drive: Drive, worker: Worker, now: Date): Promise<number> => {
  const held = await Promise.all(seatIdsOf(drive, worker).map((id) => get('wishSeats', id)))
  const free = await Promise.all(held.map((seat) => (seat ? isFree(seat.wishId, seat.at, now) : true)))
  return free.filter(Boolean).length
}
