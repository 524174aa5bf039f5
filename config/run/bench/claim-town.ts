/** Who issues and decides in a bench of claims, and the programmes they open: by real deeds. */
import type * as v from 'valibot'
import type { ProgrammeDetails } from '../../../domain/claim'
import type { Role, Scope } from '../../../domain/kernel/roles'
import { phoneWith } from '../demo/caller'
import { admin, type Town } from './town'

export async function appoint({ cloud }: Town, role: Role, scope: Scope, openid: string): Promise<void> {
  const { staff } = phoneWith(cloud, admin)
  const { token } = await staff.invite({ requestId: `bench-${openid}`, role, scope, hours: 1 })
  await phoneWith(cloud, openid).staff.accept({ requestId: `bench-${openid}-yes`, token, name: '某人' })
}

/** Answers the programme's id; `name` tells its deeds from those of another. */
export async function openProgramme(
  { cloud }: Town,
  by: string,
  scope: Scope,
  details: v.InferInput<typeof ProgrammeDetails>,
  name: string,
): Promise<string> {
  const { claim } = phoneWith(cloud, by)
  const { programme } = await claim.saveProgramme({ requestId: `bench-${name}-save`, scope, details })
  const { id, version } = programme.row
  await claim.openProgramme({ requestId: `bench-${name}-open`, id, version })
  return id
}
