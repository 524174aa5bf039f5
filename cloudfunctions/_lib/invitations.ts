/** One-time invitations: the token itself is stored nowhere, its keyed hash is the document's `_id`. */
import { actionsFor, stateRow, system } from '../../domain/kernel/machine'
import type { Actor, Role, Scope } from '../../domain/kernel/roles'
import { alphabet } from '../../domain/kernel/scene'
import { addMinutes } from '../../domain/kernel/time'
import { invitationMachine } from '../../domain/staff'
import { begin, type Stamp } from './cases'
import { type DocOf, get } from './cloud'
import { keyOf } from './crypto'

export type Invitation = DocOf<'invitations'>

/** It is also the id of the role it gives, so that one document holds a role's whole history. */
export const invitationIdOf = (token: string): string => keyOf('invitation', token)

/** Twenty signs, a hundred bits from the hash key, who invites and their request: sent twice, the same token comes again. */
export const tokenFor = ({ actor, requestId }: Stamp): { token: string; invitationId: string } => {
  const bytes = Buffer.from(keyOf('invitation token', actor.personId, requestId), 'hex')
  const token = Array.from(bytes, (byte) => alphabet[byte % alphabet.length] ?? '').join('')
  return { token, invitationId: invitationIdOf(token) }
}

export type Offer = { readonly role: Role; readonly scope: Scope; readonly scopeName: string; readonly hours: number }

export const makeInvitation = async (
  { hours, ...offer }: Offer,
  stamp: Stamp,
): Promise<{ doc: Invitation; token: string }> => {
  const { actor, now } = stamp
  const { token, invitationId } = tokenFor(stamp)
  const fields = {
    _id: invitationId,
    ownerId: actor.personId,
    ...offer,
    validUntil: addMinutes(now, hours * 60),
    createdAt: now.toISOString(),
  }
  const { doc } = await begin('invitations', invitationMachine, 'invite', fields, stamp)
  return { doc, token }
}

/** Nobody has taken it yet, and its day has not come. */
export const canBeAccepted = (doc: Invitation, now: Date): boolean =>
  doc.validUntil > now.toISOString() && actionsFor(invitationMachine, doc, system).includes('accept')

/** Accepted, and nobody has ended the role since. */
export const isStillHeld = (doc: Invitation): boolean => stateRow(invitationMachine, doc.state).tone === 'ok'

/** Nobody in the city made it: the operator's command did. */
export const operator: Actor = { personId: 'operator', grants: [] }

/** A city opens by one invitation at a time; any other one of the operator's gives nothing. */
export const isCurrentOpening = async (doc: Invitation): Promise<boolean> => {
  if (doc.ownerId !== operator.personId) return true
  const opening = await get('cities', doc.scope.id)
  return opening?.invitationId === doc._id
}
