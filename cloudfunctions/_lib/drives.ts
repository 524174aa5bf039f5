/** The places of a drive and its budget: taken by one conditional update, found again by the clock after a crash. */

import { fen } from '../../domain/kernel/money'
import { addMinutes } from '../../domain/kernel/time'
import { placelessStates, type WishState } from '../../domain/wish'
import { change, command, count, type DocOf, find, get } from './cloud'
import type { Wish } from './lights'

export type Drive = DocOf<'drives'>

const SURE_MINUTES = 2

/** True when there was a place and this wish has it now, or had it before. */
export const takePlace = async (drive: Drive, wishId: string, now: Date): Promise<boolean> => {
  const isTaken = await change(
    'drives',
    drive._id,
    { quota: drive.quota, used: command.lt(drive.quota), 'holding.id': command.neq(wishId) },
    {
      push: { holding: { id: wishId, at: now.toISOString() } },
      inc: { used: 1 },
      set: { checkAt: addMinutes(now, SURE_MINUTES) },
    },
  )
  if (isTaken) return true
  return (await get('drives', drive._id))?.holding.some(({ id }) => id === wishId) ?? false
}

/** The wish is there: its place is sure. */
export const keepPlace = (driveId: string, wishId: string): Promise<boolean> =>
  change('drives', driveId, { 'holding.id': wishId }, { pull: { holding: { id: wishId } } })

/** Counts a drive's places anew while nobody is taking one: a crash and a withdrawn wish give theirs back. */
export const recountDrive = async (drive: Drive, now: Date): Promise<void> => {
  const until = addMinutes(now, -SURE_MINUTES)
  for (const { id, at } of drive.holding) if (at <= until) await keepPlace(drive._id, id)
  const seen = await get('drives', drive._id)
  if (!seen) return
  if (seen.holding.length > 0) {
    await change('drives', seen._id, {}, { set: { checkAt: addMinutes(now, SURE_MINUTES) } })
    return
  }
  const [made, ...gone] = await Promise.all([
    count('wishes', { driveId: seen._id }),
    ...placelessStates.map((state) => count('wishes', { driveId: seen._id, state })),
  ])
  const used = gone.reduce((left, lost) => left - lost, made)
  await change(
    'drives',
    seen._id,
    { used: seen.used, 'holding.id': command.exists(false) },
    { set: { used }, unset: ['checkAt'] },
  )
}

/** A thing of the union's own for this wish: the money first, then the wish, then the note between them goes. */
export const giveMoney = (drive: Drive, { _id, valueCapFen }: Wish): Promise<boolean> =>
  change(
    'drives',
    drive._id,
    { giving: command.exists(false), freeFen: command.gte(valueCapFen) },
    { set: { giving: { wishId: _id, fen: valueCapFen } }, inc: { freeFen: -valueCapFen } },
  )

/** The wish has it (`isGiven`), or the money goes back. */
export const settleMoney = (driveId: string, wishId: string, amountFen: number, isGiven: boolean): Promise<boolean> =>
  change(
    'drives',
    driveId,
    { 'giving.wishId': wishId },
    { unset: ['giving'], ...(isGiven ? {} : { inc: { freeFen: fen(amountFen) } }) },
  )

/** Of a drive, one page in a state; history included, since each is moved. */
export const wishesIn = (driveId: string, state: WishState, limit: number) =>
  find('wishes', { driveId, state }, { order: [['listKey', 'asc']], limit, withEvents: true })
