/** Takes the role an invitation offers: one conditional move decides who has it, then it is written to the person. */
import { AppError } from '../../domain/kernel/errors'
import { system } from '../../domain/kernel/machine'
import { clashOf, type Grant } from '../../domain/kernel/roles'
import { invitationMachine } from '../../domain/staff'
import { move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import type { Person } from '../_lib/identify'
import { canBeAccepted, type Invitation, invitationIdOf, isCurrentOpening, isStillHeld } from '../_lib/invitations'
import { amendPerson, ensurePerson } from '../_lib/people'
import { grantViews } from './grants'
import type { StaffHandler } from './handlers'

const refuseClash = ({ grants }: Person, { role }: Invitation): void => {
  const held = grants.map((grant) => grant.role)
  const clash = clashOf(held, role)
  if (clash) throw new AppError('FORBIDDEN', { reason: `${role} beside ${clash}` })
}

/** The system moves it for whoever holds the token; the document says for whom. Who comes second sees that it is taken. */
const take = async (
  doc: Invitation,
  personId: string,
  stamp: Omit<Stamp, 'actor'>,
): Promise<Invitation | undefined> => {
  const change = () => ({ set: { acceptedBy: personId } })
  const asked = { id: doc._id, action: 'accept', version: doc.version, form: {}, doc, change } as const
  try {
    return (await move('invitations', invitationMachine, asked, { ...stamp, actor: system })).doc
  } catch (error) {
    if (error instanceof AppError && error.code === 'CONFLICT') return get('invitations', doc._id)
    throw error
  }
}

const grantOf = ({ _id, role, scope, ownerId }: Invitation, now: Date): Grant => ({
  grantId: _id,
  role,
  scope,
  grantedAt: now.toISOString(),
  grantedBy: ownerId,
})

/** Written once; a crash after the move is mended by sending again. */
const give = (invitation: Invitation, personId: string, staffName: string, now: Date): Promise<Person> =>
  amendPerson(personId, (person) => {
    if (person.grants.some(({ grantId }) => grantId === invitation._id)) return undefined
    refuseClash(person, invitation)
    return { set: { staffName, grants: [...person.grants, grantOf(invitation, now)] } }
  })

export const accept: StaffHandler<'accept'> = async ({ requestId, token, name }, { identified, personId, now }) => {
  const [caller, found] = await Promise.all([identified(), get('invitations', invitationIdOf(token))])
  let invitation = found
  if (found && canBeAccepted(found, now)) {
    if (!(await isCurrentOpening(found))) throw new AppError('INVITATION_INVALID')
    refuseClash(await ensurePerson(caller, now), found)
    invitation = await take(found, personId, { now, requestId })
  }
  if (!invitation || !isStillHeld(invitation) || invitation.acceptedBy !== personId)
    throw new AppError('INVITATION_INVALID')
  const { grants } = await give(invitation, personId, name, now)
  return { grants: await grantViews(grants) }
}
