/** What each reader is shown of a wish, a drive, a donor: nothing of the worker to the donor, nothing of the donor to the worker. */
import type * as v from 'valibot'
import { actionsFor, type Subject, saysOf, stateNames, stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { addMinutes, onOf, sayDay, sayInstant } from '../../domain/kernel/time'
import {
  type DonorCard,
  type DriveCard,
  donorMachine,
  driveMachine,
  type LampCard,
  type Promised,
  type Station,
  wishMachine,
} from '../../domain/wish'
import { opened } from '../_lib/cloud'
import { type EventRow, sealedValue } from '../_lib/history'
import { stateOf } from '../_lib/wishMove'
import { slipCodeOf } from './codes'
import type { Donor, Drive, Wish } from './handlers'

const UNDO_MINUTES = 10

export const stationLine = ({ siteId, name, address, phone }: Station) => ({ siteId, name, address, phone })

const nameIn = <S extends string>(names: readonly S[], state: string): S => {
  const known = names.find((name) => name === state)
  if (known === undefined) throw new Error(`no state ${state}`)
  return known
}

/** Between its days, and not ended before them. */
export const isOpenOn = (drive: Drive, now: Date): boolean => {
  const today = onOf(now)
  const isRunning = driveMachine.actions.end.from.some((from) => from === drive.state)
  return isRunning && drive.opensOn <= today && today <= drive.endsOn
}

export const driveCard = (drive: Drive, actor: Actor, now: Date): DriveCard => ({
  id: drive._id,
  version: drive.version,
  state: nameIn(stateNames(driveMachine), drive.state),
  stateLabel: stateRow(driveMachine, drive.state).label,
  title: drive.title,
  opensOn: drive.opensOn,
  endsOn: drive.endsOn,
  kinds: drive.kinds,
  wishesEach: drive.wishesEach,
  delivery: drive.delivery,
  stations: drive.stations.map(stationLine),
  scope: drive.scope,
  isOpen: isOpenOn(drive, now),
  can: actionsFor(driveMachine, drive, actor, now),
})

export const lampCard = (wish: Wish, personId: string): LampCard => ({
  id: wish._id,
  kind: wish.kind,
  detail: wish.detail,
  districtId: wish.districtId,
  isLit: wish.wall === 'lit',
  isMine: wish.donorId === personId,
})

/** What comes next, in words: an hour where hours count, a day elsewhere. */
export const nextOf = (wish: Wish, now: Date): string => {
  const { next, atWake } = stateRow(wishMachine, wish.state)
  const by = wish.dueAt ? (atWake ? `${sayInstant(wish.dueAt, now)} ` : sayDay(onOf(wish.dueAt), now)) : '尽快'
  return next.replace('{by}', by)
}

export const canDo = (wish: Wish, actor: Actor, now: Date) =>
  actionsFor(wishMachine, wish satisfies Subject, actor, now)

export type Thanks = { postingId: string; words?: string; photoUrl?: string }

export const promisedOf = (
  wish: Wish,
  donor: Donor | undefined,
  actor: Actor,
  thanks: Thanks[],
  now: Date,
): Promised => {
  const { label, tone } = stateRow(wishMachine, wish.state)
  const { litAt, dueAt, lighting, receivedAt } = wish
  const { story } = opened('wishes', wish)
  const undoUntil = litAt && addMinutes(litAt, UNDO_MINUTES)
  const isKnown = donor?.phone !== undefined
  return {
    id: wish._id,
    version: wish.version,
    kind: wish.kind,
    detail: wish.detail,
    ...(wish.isTextShown ? { story } : {}),
    valueCapFen: wish.valueCapFen,
    state: stateOf(wish),
    stateLabel: label,
    tone,
    next: nextOf(wish, now),
    ...(litAt ? { litAt } : {}),
    ...(undoUntil && undoUntil > now.toISOString() ? { undoUntil } : {}),
    ...(lighting && dueAt ? { handOverBy: dueAt } : {}),
    station: stationLine(wish.station),
    ...(lighting && isKnown ? { slip: slipCodeOf(wish._id, lighting.slot, lighting.donorId) } : {}),
    ...(receivedAt ? { receivedAt } : {}),
    thanks,
    can: canDo(wish, actor, now),
  }
}

export const donorCard = (donor: Donor, actor: Actor, now: Date): v.InferOutput<typeof DonorCard> => {
  const { name } = opened('donors', donor)
  return {
    id: donor._id,
    version: donor.version,
    state: nameIn(stateNames(donorMachine), donor.state),
    stateLabel: stateRow(donorMachine, donor.state).label,
    ...(name === undefined ? {} : { name }),
    hasPhone: donor.phone !== undefined,
    isNamed: donor.isNamed,
    ...(donor.company === undefined ? {} : { company: donor.company }),
    limit: donor.limit,
    used: donor.used,
    can: actionsFor(donorMachine, donor, actor, now),
  }
}

const whoMoved = (wish: Wish, { by }: EventRow, reader: string): string => {
  if (by === reader) return '您'
  if (by === wish.ownerId) return '许愿人'
  if (by === 'system') return '系统'
  return by === wish.donorId || by === wish.lighting?.donorId ? '点灯人' : '工作人员'
}

/** Newest first. Whoever lit is nobody's name here, and a lamp let go stands without its donor. */
export const timelineOf = (wish: Wish, reader: string) =>
  [...wish.events].reverse().map((event) => {
    const note = sealedValue(wish._id, event, 'reason')
    return {
      text: saysOf(wishMachine, event.action),
      at: event.at,
      by: whoMoved(wish, event, reader),
      ...(note ? { note } : {}),
    }
  })

/** Why it was sent back or refused, while it stands so. */
export const becauseOf = (wish: Wish): string | undefined => {
  const last = wish.events.at(-1)
  return last && stateRow(wishMachine, wish.state).tone === 'stop' ? sealedValue(wish._id, last, 'reason') : undefined
}
