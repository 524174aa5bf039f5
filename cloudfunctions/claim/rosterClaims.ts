/** An employer's own claims, newest first. */
import { claimMachine } from '../../domain/claim'
import { canRead } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { find } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { figuresOfMany } from '../_lib/roster'
import { employerAt } from './employer'
import type { ClaimHandler } from './handlers'
import { rosterClaim } from './rosterView'

/** Their sheets come with them, five hundred at most. */
const PAGE = 10

export const rosterClaims: ClaimHandler<'rosterClaims'> = async ({ scope, cursor }, { identified, now }) => {
  const [{ actor }, found] = await Promise.all([
    identified(),
    find(
      'claims',
      { [placeField[scope.level]]: scope.id, claimant: 'employer', ...behind(cursor) },
      { order: [['listKey', 'desc']], limit: PAGE, withEvents: true },
    ),
    employerAt(scope, identified()),
  ])
  const readable = found.rows.filter((claim) => canRead(claimMachine, claim, actor))
  const figures = await figuresOfMany(readable)
  return { claims: readable.map((claim) => rosterClaim(claim, figures(claim), actor, now)), ...nextOf(found) }
}
