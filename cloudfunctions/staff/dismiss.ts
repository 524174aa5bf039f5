/** Ends a role at once: its invitation's history says who did it, then it is taken from the person. */
import { AppError } from '../../domain/kernel/errors'
import { invitationMachine, mayInvite } from '../../domain/staff'
import { move } from '../_lib/cases'
import { get } from '../_lib/cloud'
import type { Invitation } from '../_lib/invitations'
import { amendPerson } from '../_lib/people'
import { type Located, locate } from '../_lib/scopes'
import type { StaffHandler } from './handlers'

/** To the machine a held role stands at its scope and belongs to who holds it. */
const subjectAt =
  ({ place }: Located) =>
  ({ state, acceptedBy }: Invitation) => ({ state, ownerId: acceptedBy, ...place })

const takeFrom = (personId: string, endedId: string) =>
  amendPerson(personId, ({ grants }) => {
    const left = grants.filter(({ grantId }) => grantId !== endedId)
    return left.length < grants.length ? { set: { grants: left } } : undefined
  })

export const dismiss: StaffHandler<'dismiss'> = async ({ requestId, personId, grantId }, { identified, now }) => {
  const [{ actor }, invitation] = await Promise.all([identified(), get('invitations', grantId)])
  if (!invitation || invitation.acceptedBy !== personId) throw new AppError('NOT_FOUND')
  const located = await locate(invitation.scope)
  if (!located) throw new AppError('NOT_FOUND')
  const asked = {
    id: grantId,
    action: 'dismiss',
    version: undefined,
    form: {},
    doc: invitation,
    subject: subjectAt(located),
    /** Whoever may give a role may end it, and nobody else. */
    change: () => {
      if (!mayInvite(actor, invitation.role, invitation.scope.level, located.place)) throw new AppError('FORBIDDEN')
      return {}
    },
  } as const
  await move('invitations', invitationMachine, asked, { actor, now, requestId })
  await takeFrom(personId, grantId)
  return { grantId }
}
