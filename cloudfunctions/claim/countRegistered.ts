/** What a programme would say to the people registered in its place: figures and nothing else, a page a call. */
import { programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { assertMayStart } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import { find } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { locate } from '../_lib/scopes'
import { knownOf } from './facts'
import type { ClaimHandler } from './handlers'
import { judgeNow } from './judging'
import { standsWell } from './standing'

const PAGE = 500

export const countRegistered: ClaimHandler<'countRegistered'> = async (
  { scope, details, cursor },
  { identified, now },
) => {
  const [{ actor }, located, page] = await Promise.all([
    identified(),
    locate(scope),
    find(
      'workers',
      { [placeField[scope.level]]: scope.id, ...behind(cursor) },
      { order: [['listKey', 'desc']], limit: PAGE },
    ),
  ])
  if (!located) throw new AppError('NOT_FOUND')
  assertMayStart(programmeMachine, 'write', located.place, actor)
  const counts = { yes: 0, no: 0, unknown: 0 }
  for (const worker of page.rows)
    if (standsWell(worker)) counts[judgeNow(details, knownOf(worker, {}, now), now).verdict] += 1
  return { ...counts, ...nextOf(page) }
}
