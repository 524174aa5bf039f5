/** Takes back an invitation nobody has accepted; only who made it sees it. */
import { invitationMachine } from '../../domain/staff'
import { move } from '../_lib/cases'
import type { StaffHandler } from './handlers'

export const revoke: StaffHandler<'revoke'> = async ({ requestId, invitationId }, { identified, now }) => {
  const { actor } = await identified()
  const asked = { id: invitationId, action: 'revoke', version: undefined, form: {} } as const
  const { doc } = await move('invitations', invitationMachine, asked, { actor, now, requestId })
  return { invitationId: doc._id, state: doc.state }
}
