/** The objections that wait in a place, due first; those of an organisation's own desk are read there, or by whoever watches. */
import { objectionMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { isPartyTo } from '../../domain/kernel/machine'
import { placeField, type Scope } from '../../domain/kernel/roles'
import { command, find } from '../_lib/cloud'
import { locate } from '../_lib/scopes'
import { isWatched, subjectAt } from './atDesk'
import type { ClaimHandler, Objection } from './handlers'
import { deskObjection } from './objectionView'

const PAGE = 20
const open = objectionMachine.starts.raise.to

const placedAt = (scope: Scope): string =>
  isWatched(scope) ? placeField[scope.level] : `desk.${placeField[scope.level]}`

const claimsOf = async (objections: readonly Objection[]) => {
  const ids = [...new Set(objections.map(({ claimId }) => claimId))]
  const { rows } = ids.length ? await find('claims', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  return new Map(rows.map((claim) => [claim._id, claim]))
}

export const objections: ClaimHandler<'objections'> = async ({ scope, cursor }, { identified, now }) => {
  const where = {
    [placedAt(scope)]: scope.id,
    state: open,
    ...(cursor === undefined ? {} : { listKey: command.gt(cursor) }),
  }
  const [{ actor }, located, page] = await Promise.all([
    identified(),
    locate(scope),
    find('objections', where, { order: [['listKey', 'asc']], limit: PAGE }),
  ])
  const reader = { ...actor, personId: '' }
  if (!located || !isPartyTo(objectionMachine, { ...subjectAt(scope, located), state: open }, reader))
    throw new AppError('NOT_FOUND')
  const rows = page.rows.filter((objection) => isPartyTo(objectionMachine, objection, reader))
  const claims = await claimsOf(rows)
  const last = page.rows.at(-1)
  return {
    rows: rows.map((objection) => deskObjection(objection, claims.get(objection.claimId), actor, now)),
    ...(page.more && last ? { next: last.listKey } : {}),
  }
}
