/** One person, one claim a programme and period, by document and not by account: the insert decides; what shuts out what is looked at once both stand. */

import type { Period, ProgrammeDetails } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { addMinutes } from '../../domain/kernel/time'
import { change, type DocOf, find, get, insert, remove } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'

/** A key whose claim never came, because something broke, is free again after so long. */
const SURE_MINUTES = 5
const MOST_KEYS = 200

export type Wanted = {
  readonly programmeId: string
  readonly period: Period
  readonly personKey: string
  readonly claimId: string
  readonly details: ProgrammeDetails
}

type Key = DocOf<'claimKeys'>

const keyFor = ({ programmeId, period, personKey, claimId, details }: Wanted, now: Date): Key => ({
  _id: keyOf('claim', programmeId, period, personKey),
  programmeId,
  period,
  personKey,
  claimId,
  excludes: details.excludes.map(({ programmeId: other }) => other),
  at: now.toISOString(),
})

/** Throws CLAIMED_ALREADY. */
const hold = async (wanted: Wanted, now: Date): Promise<void> => {
  const key = keyFor(wanted, now)
  if (await insert('claimKeys', key)) return
  const held = await get('claimKeys', key._id)
  if (held?.claimId === wanted.claimId) return
  if (!held) return hold(wanted, now)
  const isAbandoned = held.at <= addMinutes(now, -SURE_MINUTES) && !(await get('claims', held.claimId))
  const { claimId, excludes, at } = key
  const isTaken =
    isAbandoned && (await change('claimKeys', key._id, { claimId: held.claimId }, { set: { claimId, excludes, at } }))
  if (!isTaken) throw new AppError('CLAIMED_ALREADY')
}

/** Its claim is there, or may still come. */
const isHeld = async ({ claimId, at }: Key, now: Date): Promise<boolean> =>
  at > addMinutes(now, -SURE_MINUTES) || (await get('claims', claimId)) !== undefined

/** Another programme of this person's that this one shuts out, or that shuts this one out, in any period. */
const isShutOut = async ({ programmeId, personKey, details }: Wanted, now: Date): Promise<boolean> => {
  const mine = details.excludes.map((row) => row.programmeId)
  const { rows } = await find('claimKeys', { personKey }, { limit: MOST_KEYS })
  const against = rows.filter(
    (other) =>
      other.programmeId !== programmeId && (mine.includes(other.programmeId) || other.excludes.includes(programmeId)),
  )
  const held = await Promise.all(against.map((key) => isHeld(key, now)))
  return held.includes(true)
}

/** Takes the key; refused early where something stands against it already. Throws CLAIMED_ALREADY, CLAIM_EXCLUDED. */
export const holdKey = async (wanted: Wanted, now: Date): Promise<void> => {
  const [isOut] = await Promise.all([isShutOut(wanted, now), hold(wanted, now)])
  if (!isOut) return
  await remove('claimKeys', keyFor(wanted, now)._id, { claimId: wanted.claimId })
  throw new AppError('CLAIM_EXCLUDED')
}

/** Asked again once the claim stands: of two that shut each other out and came at once, whoever looks last sees the other. */
export const isStillAlone = async (wanted: Wanted, now: Date): Promise<boolean> => !(await isShutOut(wanted, now))
