/** The roles somebody holds, in words. */
import { type Grant, roles } from '../../domain/kernel/roles'
import type { GrantView } from '../../domain/staff'
import { scopeNames } from '../_lib/scopes'

export const grantView = (grant: Grant, scopeName: string): GrantView => ({
  grantId: grant.grantId,
  role: grant.role,
  roleLabel: roles[grant.role].label,
  scope: grant.scope,
  scopeName,
  grantedAt: grant.grantedAt,
})

export const grantViews = async (grants: readonly Grant[]): Promise<GrantView[]> => {
  const nameOf = await scopeNames(grants.map(({ scope }) => scope))
  return grants.map((grant) => grantView(grant, nameOf(grant.scope)))
}
