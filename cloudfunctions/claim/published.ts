/** A programme's published list for everybody: names and numbers masked, in two waits; and what the caller said against it. */
import { AppError } from '../../domain/kernel/errors'
import { command, find, get } from '../_lib/cloud'
import { nextOf } from '../_lib/lists'
import type { Claim, ClaimHandler, Worker } from './handlers'
import { objectionLine } from './objectionView'
import { publicRow } from './publicRow'

const PAGE = 20
const MOST_OWN = 50

const workersOf = async (claims: readonly Claim[]): Promise<Map<string, Worker>> => {
  const ids = [...new Set(claims.map(({ workerId }) => workerId).filter((id) => id !== undefined))]
  const { rows } = ids.length ? await find('workers', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  return new Map(rows.map((worker) => [worker._id, worker]))
}

export const published: ClaimHandler<'published'> = async ({ programmeId, cursor }, { personId, now }) => {
  const where = {
    programmeId,
    isListed: true,
    ...(cursor === undefined ? {} : { listKey: command.gt(cursor) }),
  }
  const [programme, page, own] = await Promise.all([
    get('programmes', programmeId),
    find('claims', where, { order: [['listKey', 'asc']], limit: PAGE }),
    find('objections', { ownerId: personId }, { order: [['listKey', 'desc']], limit: MOST_OWN, withEvents: true }),
  ])
  /** What was never opened is its desk's alone. */
  if (!programme || programme.edition === 0) throw new AppError('NOT_FOUND')
  const workers = await workersOf(page.rows)
  const { title, payer, publishDays } = programme.details
  return {
    title,
    payer,
    ...(publishDays === undefined ? {} : { publishDays }),
    rows: page.rows.map((claim) => publicRow(claim, workers.get(claim.workerId ?? ''), now)),
    ...nextOf(page),
    mine: own.rows
      .filter((objection) => objection.programmeId === programmeId)
      .map((objection) => objectionLine(objection, now)),
  }
}
