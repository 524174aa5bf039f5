/** Moves a wish and does what follows: how it hangs on the wall, whose lamp is free again, who is told. */

import { AppError } from '../../domain/kernel/errors'
import { type ActionOf, next } from '../../domain/kernel/machine'
import { addMinutes, onOf, sayDay, sayInstant } from '../../domain/kernel/time'
import { isWishState, kindLine, lampOf, type WishState, wishMachine } from '../../domain/wish'
import { type Besides, move, type Stamp } from './cases'
import { change, command, find } from './cloud'
import { keyOf } from './crypto'
import { dueOf } from './due'
import { type EventRow, sealedValue } from './history'
import { giveBack, type Wish } from './lights'
import { type Follow, tell, tellFrom } from './outbox'

export type WishAction = ActionOf<typeof wishMachine>

export const stateOf = ({ state }: Wish): WishState => {
  if (!isWishState(state)) throw new Error(`no state ${state}`)
  return state
}

const RELEASING: readonly WishAction[] = ['undo', 'giveUp', 'lapse', 'leave', 'takeIn']
const KEEPING: readonly WishAction[] = ['takeIn', 'leave']

/** The lamp leaves its donor's hands: what was held is remembered until it is given back. */
const released = ({ lighting, freed = [], untoldSince }: Wish, action: WishAction): Besides<'wishes'> => {
  if (!lighting || !RELEASING.includes(action)) return {}
  const set = { freed: [...(untoldSince ? freed : []), lighting] }
  if (KEEPING.includes(action)) return { set, unset: ['lighting'] }
  return { set, unset: ['lighting', 'donorId', 'slipKey', 'litAt'] }
}

const LATE: readonly WishAction[] = ['escalate']

const changeOf = (doc: Wish, action: WishAction, to: WishState, more: Besides<'wishes'>): Besides<'wishes'> => {
  const freed = released(doc, action)
  return {
    set: { wall: lampOf[to], isLate: LATE.includes(action), ...freed.set, ...more.set },
    unset: [...(freed.unset ?? []), ...(more.unset ?? [])],
  }
}

const gift = (doc: Wish): string => kindLine(doc.kind, doc.detail)

const fieldsOf = async (doc: Wish, event: EventRow, now: Date) => ({
  gift: gift(doc),
  station: doc.station.name,
  reason: sealedValue(doc._id, event, 'reason') ?? '',
  by: doc.dueAt ? (event.action === 'light' ? sayInstant(doc.dueAt, now) : sayDay(onOf(doc.dueAt), now)) : '',
})

const TRIES = 5

/** Whoever has waited longest for a dark lamp of this drive, claimed for this one: several go dark at once. Not who let it go. */
const nextInLine = async (driveId: string, noticeId: string, letGo: string): Promise<string | undefined> => {
  const waiting = { driveId, isTold: false, personId: command.neq(letGo) }
  const known = await find('waiters', { toldFor: noticeId }, { limit: 1 })
  if (known.rows[0]) return known.rows[0].personId
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { rows } = await find('waiters', waiting, { order: [['at', 'asc']], limit: 1 })
    const [first] = rows
    if (!first) return undefined
    const isClaimed = { isTold: true, toldFor: noticeId }
    if (await change('waiters', first._id, { isTold: false }, { set: isClaimed })) return first.personId
  }
  throw new AppError('CONFLICT')
}

/** Of one lamp going dark one person hears, however often this runs. */
const tellWaiting = async (doc: Wish, event: EventRow, now: Date): Promise<void> => {
  const noticeId = keyOf('notice', doc._id, event.requestId, 'lampDark')
  const personId = await nextInLine(doc.driveId, noticeId, lighterThen(doc, event).donorId ?? '')
  if (personId !== undefined) await tell(noticeId, personId, 'lampDark', {}, now)
}

const deeds: Readonly<Record<string, (doc: Wish, event: EventRow, now: Date) => Promise<unknown>>> = {
  freeLight: ({ freed = [] }) => Promise.all(freed.map(({ donorId, slot }) => giveBack(donorId, slot))),
  tellWaiting,
  /** The clock counts the drive's places anew. */
  freePlace: ({ driveId }, _event, now) =>
    change('drives', driveId, { checkAt: command.exists(false) }, { set: { checkAt: addMinutes(now, -1) } }),
}

/** Whose lamp went out is told so, though the wish names them no more. */
const lighterThen = (doc: Wish, { action }: EventRow) => {
  const lost = RELEASING.some((one) => one === action) ? doc.freed?.at(-1) : undefined
  return lost ? { ...doc, donorId: lost.donorId } : doc
}

/** Everything that follows from a wish's history and was not done yet: its own function right after, the clock what was missed. */
export const followWish = (doc: Wish, now: Date): Promise<void> => {
  const follow: Follow<'wishes'> = async (deed, wish, event) => deeds[deed]?.(wish, event, now)
  return tellFrom('wishes', wishMachine, doc, (wish, event) => fieldsOf(wish, event, now), now, follow, lighterThen)
}

export type WishAsked = {
  readonly action: WishAction
  readonly version: number | undefined
  readonly form: unknown
  readonly more?: Besides<'wishes'>
  readonly erases?: boolean
}

/** Only the move; what follows is the caller's to wait for or to leave to the clock. */
export const moveWishAlone = (
  doc: Wish,
  { action, version, form, more = {}, erases = false }: WishAsked,
  stamp: Stamp,
) =>
  move(
    'wishes',
    wishMachine,
    {
      id: doc._id,
      action,
      version,
      form,
      doc,
      erases,
      change: (seen) => changeOf(seen, action, next(wishMachine, seen, action, stamp.actor, stamp.now), more),
    },
    stamp,
  )

export const moveWish = async (doc: Wish, asked: WishAsked, stamp: Stamp): Promise<Wish> => {
  const moved = await moveWishAlone(doc, asked, stamp)
  await followWish(moved.doc, stamp.now)
  return moved.doc
}

/** What the clock does with a wish whose time is over. */
export const wishDue = dueOf(
  'wishes',
  wishMachine,
  (doc, action) => changeOf(doc, action, toOf(doc, action), {}),
  followWish,
)

function toOf(doc: Wish, action: WishAction): WishState {
  const { to } = wishMachine.actions[action]
  return to === 'same' ? stateOf(doc) : to
}
