/** What an invitation offers, to whoever holds its token. */
import { AppError } from '../../domain/kernel/errors'
import { roles } from '../../domain/kernel/roles'
import { get } from '../_lib/cloud'
import { canBeAccepted, invitationIdOf } from '../_lib/invitations'
import type { StaffHandler } from './handlers'

export const invitation: StaffHandler<'invitation'> = async ({ token }, { now }) => {
  const doc = await get('invitations', invitationIdOf(token))
  if (!doc || !canBeAccepted(doc, now)) throw new AppError('INVITATION_INVALID')
  const { role, scopeName, validUntil } = doc
  return { role, roleLabel: roles[role].label, scopeName, validUntil }
}
