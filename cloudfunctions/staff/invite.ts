/** Makes a one-time invitation to a role over a scope inside the caller's own. */
import { AppError } from '../../domain/kernel/errors'
import { roleNames, roles } from '../../domain/kernel/roles'
import { mayInvite } from '../../domain/staff'
import { openapi } from '../_lib/cloud'
import { makeInvitation } from '../_lib/invitations'
import { locate, reaches } from '../_lib/scopes'
import type { StaffHandler } from './handlers'

/** Sent along and not stored: the picture carries the token. */
const qrUrlOf = async (scene: string): Promise<string> => {
  const page = 'desk/accept/index'
  const { buffer, contentType } = await openapi.wxacode.getUnlimited({ scene, page, checkPath: false, width: 430 })
  return `data:${contentType};base64,${Buffer.from(buffer).toString('base64')}`
}

export const invite: StaffHandler<'invite'> = async ({ requestId, role, scope, hours }, { identified, now }) => {
  const [{ actor }, located] = await Promise.all([identified(), locate(scope)])
  if (!located || !reaches(actor, roleNames, located.place)) throw new AppError('NOT_FOUND')
  if (!mayInvite(actor, role, scope.level, located.place)) throw new AppError('FORBIDDEN')
  const offer = { role, scope, scopeName: located.name, hours }
  const { doc, token } = await makeInvitation(offer, { actor, now, requestId })
  const scene = `i=${token}`
  return {
    invitationId: doc._id,
    token,
    scene,
    qrUrl: await qrUrlOf(scene),
    validUntil: doc.validUntil,
    roleLabel: roles[doc.role].label,
    scopeName: doc.scopeName,
  }
}
