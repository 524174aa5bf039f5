/** The roles the caller holds, and whom each lets them invite. */
import { roles } from '../../domain/kernel/roles'
import { invitableBy } from '../../domain/staff'
import { maskedStaffName } from '../_lib/people'
import { grantViews } from './grants'
import type { StaffHandler } from './handlers'

export const me: StaffHandler<'me'> = async (_input, { identified }) => {
  const { person, actor } = await identified()
  return {
    ...(person?.staffName === undefined ? {} : { maskedName: maskedStaffName(person) }),
    grants: await grantViews(actor.grants),
    canInvite: invitableBy(actor).map(({ role, levels }) => ({ role, roleLabel: roles[role].label, levels })),
  }
}
