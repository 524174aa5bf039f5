/** Makes the one invitation by which a city gets its first admin; made again, the one before it is taken back. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import { cities } from '../../domain/kernel/places'
import { invitationMachine } from '../../domain/staff'
import { move, type Stamp } from '../_lib/cases'
import { change, get, insert } from '../_lib/cloud'
import { makeInvitation, operator, tokenFor } from '../_lib/invitations'
import type { BootstrapHandler } from './handlers'

const HOURS = 24

/** Acceptance and taking back are moves of one document: only one of them can win. */
const takeBack = async (invitationId: string, stamp: Stamp): Promise<void> => {
  const previous = await get('invitations', invitationId)
  if (previous?.acceptedBy !== undefined) throw new AppError('ALREADY_SET_UP')
  /** Not there: an earlier run stopped before it made what it had announced. */
  if (!previous || !actionsFor(invitationMachine, previous, operator).includes('revoke')) return
  const asked = { id: invitationId, action: 'revoke', version: previous.version, form: {}, doc: previous } as const
  await move('invitations', invitationMachine, asked, stamp)
}

/** Which invitation opens the city is written first and decided by one write: an invitation it does not name gives nothing. */
const announce = async (cityId: string, invitationId: string, stamp: Stamp): Promise<void> => {
  const at = stamp.now.toISOString()
  if (await insert('cities', { _id: cityId, invitationId, at })) return
  const opening = await get('cities', cityId)
  if (!opening) throw new AppError('CONFLICT')
  if (opening.invitationId === invitationId) return
  await takeBack(opening.invitationId, stamp)
  const isReplaced = await change(
    'cities',
    cityId,
    { invitationId: opening.invitationId },
    { set: { invitationId, at } },
  )
  if (!isReplaced) throw new AppError('CONFLICT')
}

export const inviteAdmin: BootstrapHandler<'inviteAdmin'> = async ({ requestId, cityId }, { now }) => {
  const city = Object.hasOwn(cities, cityId) ? cities[cityId] : undefined
  if (!city) throw new AppError('NOT_FOUND')
  const stamp: Stamp = { actor: operator, now, requestId: `${cityId}:${requestId}` }
  const { invitationId } = tokenFor(stamp)
  await announce(cityId, invitationId, stamp)
  const offer = { role: 'cityAdmin', scope: { level: 'city', id: cityId }, scopeName: city.name, hours: HOURS } as const
  const { doc, token } = await makeInvitation(offer, stamp)
  return { token, validUntil: doc.validUntil }
}
