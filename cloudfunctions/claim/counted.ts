/** Who counts the caller for a subsidy of theirs: by their own document, and only what was handed in and still stands. */
import { type CountedLine, claimMachine, isUncounted, type ObjectionLine } from '../../domain/claim'
import { stateRow } from '../../domain/kernel/machine'
import type { Scope } from '../../domain/kernel/roles'
import { command, find } from '../_lib/cloud'
import { rowIdOf } from '../_lib/roster'
import { scopeNames } from '../_lib/scopes'
import type { Claim, ClaimHandler } from './handlers'
import { objectionLine } from './objectionView'
import { ownedBy } from './standing'
import { periodLabel } from './words'

const MOST = 200
const MOST_OWN = 50

const claimsNamed = async (claimIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Claim>> => {
  const ids = [...new Set(claimIds)].slice(0, MOST)
  if (ids.length === 0) return new Map()
  const { rows } = await find('claims', { _id: command.in(ids) }, { limit: ids.length })
  const standing = rows.filter((claim) => claim.submittedAt !== undefined && !isUncounted(claim, now))
  return new Map(standing.map((claim) => [claim._id, claim]))
}

const scopeOf = ({ employer = {} }: Claim): Scope => {
  const { siteId, orgId = '' } = employer
  return siteId ? { level: 'site', id: siteId } : { level: 'org', id: orgId }
}

/** A line that was struck is gone from the roster: what came of saying so stays with whoever said it. */
const ownObjections = async (personId: string, now: Date): Promise<ObjectionLine[]> => {
  const { rows } = await find(
    'objections',
    { ownerId: personId },
    { order: [['listKey', 'desc']], limit: MOST_OWN, withEvents: true },
  )
  const own = rows.filter(({ rowId }) => rowId !== undefined)
  const ids = [...new Set(own.map(({ claimId }) => claimId))]
  const claims = ids.length > 0 ? (await find('claims', { _id: command.in(ids) }, { limit: ids.length })).rows : []
  const titles = new Map(claims.map(({ _id, title }) => [_id, title]))
  return own.map((objection) => {
    const title = titles.get(objection.claimId)
    return { ...objectionLine(objection, now), ...(title ? { title } : {}) }
  })
}

export const counted: ClaimHandler<'counted'> = async (_input, { personId, now }) => {
  const [worker, mine] = await Promise.all([ownedBy(personId), ownObjections(personId, now)])
  if (!worker?.documentKey) return { rows: [], mine }
  const { rows } = await find('counted', { personKey: worker.documentKey }, { limit: MOST })
  const entries = rows.flatMap(({ _id, months }) =>
    months.map((entry) => ({ ...entry, rowId: rowIdOf(_id, entry.month) })),
  )
  const claims = await claimsNamed(
    entries.map(({ claimId }) => claimId),
    now,
  )
  const nameOf = await scopeNames([...claims.values()].map(scopeOf))
  const lines = entries.flatMap(({ claimId, rowId, isObjected = false }): CountedLine[] => {
    const claim = claims.get(claimId)
    if (!claim) return []
    return [
      {
        rowId,
        claimId,
        programmeTitle: claim.title,
        employerName: nameOf(scopeOf(claim)),
        monthLabel: periodLabel(claim.period),
        stateLabel: stateRow(claimMachine, claim.state).label,
        isObjected,
      },
    ]
  })
  return { rows: lines, mine }
}
