/** The caller's own claims, newest first; one alone where asked. */
import { AppError } from '../../domain/kernel/errors'
import { upToDate } from '../_lib/claimFollow'
import { find } from '../_lib/cloud'
import type { ClaimHandler } from './handlers'
import { myClaim } from './mineView'

const MOST = 50

export const mine: ClaimHandler<'mine'> = async ({ id }, { personId, now }) => {
  const { rows } = await find(
    'claims',
    { ownerId: personId },
    { order: [['listKey', 'desc']], limit: MOST, withEvents: true },
  )
  const wanted = rows.filter(({ _id, claimant }) => claimant === 'worker' && (id === undefined || _id === id))
  if (id !== undefined && wanted.length === 0) throw new AppError('NOT_FOUND')
  const current = await Promise.all(wanted.map((claim) => upToDate(claim, now)))
  return { claims: await Promise.all(current.map((claim) => myClaim(claim, personId, now))) }
}
