/** A word against a published name, as long as its list is shown; or of somebody whom an employer counts. Each person once. */
import { claimQuotas, objectionMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { begin, isDone, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { followObjection } from '../_lib/objections'
import { take } from '../_lib/quotas'
import type { Claim, ClaimHandler } from './handlers'
import { objectionLine } from './objectionView'
import { openUntil } from './publicRow'

type Input = Parameters<ClaimHandler<'object'>>[0]

/** Throws NOT_FOUND for what nobody is shown, ACTION_NOT_ALLOWED once its time is over. */
const mayObject = (claim: Claim | undefined, now: Date): Claim => {
  if (!claim?.isListed) throw new AppError('NOT_FOUND')
  if (openUntil(claim, now) === undefined) throw new AppError('ACTION_NOT_ALLOWED')
  return claim
}

const newObjection = (id: string, { claimId, rowId, words }: Input, claim: Claim, ownerId: string, now: Date) => {
  const createdAt = now.toISOString()
  return {
    _id: id,
    desk: claim.desk,
    cityId: claim.cityId,
    districtId: claim.districtId,
    claimId,
    programmeId: claim.programmeId,
    ...(rowId === undefined ? {} : { rowId }),
    ownerId,
    words,
    isLate: false,
    createdAt,
    listKey: listKeyOf(createdAt, id),
  }
}

export const object: ClaimHandler<'object'> = async (input, { identified, personId, now }) => {
  const { claimId, rowId = '', requestId } = input
  const id = keyOf('objection', personId, claimId, rowId)
  const [{ actor }, found, before] = await Promise.all([identified(), get('claims', claimId), get('objections', id)])
  const stamp: Stamp = { actor, now, requestId }
  if (before && isDone(before.events, stamp)) return { objection: objectionLine(before, now) }
  const claim = mayObject(found, now)
  if (before) throw new AppError('ACTION_NOT_ALLOWED', { reason: 'objected before' })
  if (!(await take('objections', personId, claimQuotas.objections, now))) throw new AppError('TRIES_USED_UP')
  const { doc } = await begin(
    'objections',
    objectionMachine,
    'raise',
    newObjection(id, input, claim, personId, now),
    stamp,
  )
  await followObjection(doc, now)
  return { objection: objectionLine(doc, now) }
}
