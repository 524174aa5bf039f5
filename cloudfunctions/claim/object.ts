/** A word against a published name, as long as its list is shown; or of somebody whom an employer counts. Each person once. */
import { claimQuotas, isUncounted, objectionMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { begin, isDone, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { listKeyOf } from '../_lib/lists'
import { followObjection } from '../_lib/objections'
import { take } from '../_lib/quotas'
import { markObjected, rowOf } from '../_lib/roster'
import type { Claim, ClaimHandler, Objection } from './handlers'
import { objectionLine } from './objectionView'
import { openUntil } from './publicRow'
import { ownedBy } from './standing'

type Input = Parameters<ClaimHandler<'object'>>[0]
const open = objectionMachine.starts.raise.to

/** Throws NOT_FOUND for what nobody is shown, ACTION_NOT_ALLOWED once its time is over. */
const againstName = (claim: Claim | undefined, now: Date): Claim => {
  if (!claim?.isListed) throw new AppError('NOT_FOUND')
  if (openUntil(claim, now) === undefined) throw new AppError('ACTION_NOT_ALLOWED')
  return claim
}

/** Only whoever stands on the row, by their own document; as long as the employer's claim stands. */
const againstRow = async (rowId: string, claim: Claim | undefined, personId: string, now: Date): Promise<Claim> => {
  const [row, worker] = await Promise.all([rowOf(rowId), ownedBy(personId)])
  const isTheirs = worker?.documentKey !== undefined && worker.documentKey === row?.counted.personKey
  if (!claim?.submittedAt || row?.entry.claimId !== claim._id || !isTheirs) throw new AppError('NOT_FOUND')
  if (isUncounted(claim, now)) throw new AppError('ACTION_NOT_ALLOWED')
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
  const { claimId, rowId, requestId } = input
  const id = keyOf('objection', personId, claimId, rowId ?? '')
  const [{ actor }, found, before] = await Promise.all([identified(), get('claims', claimId), get('objections', id)])
  const stamp: Stamp = { actor, now, requestId }
  if (before && isDone(before.events, stamp)) return answered(before, now)
  const claim = rowId === undefined ? againstName(found, now) : await againstRow(rowId, found, personId, now)
  if (before) throw new AppError('ACTION_NOT_ALLOWED', { reason: 'objected before' })
  if (!(await take('objections', personId, claimQuotas.objections, now))) throw new AppError('TRIES_USED_UP')
  const begun = newObjection(id, input, claim, personId, now)
  const { doc } = await begin('objections', objectionMachine, 'raise', begun, stamp)
  return answered(doc, now)
}

/** The row says so of itself, to its employer and to whoever decides. */
const answered = async (objection: Objection, now: Date) => {
  const { rowId, state } = objection
  if (rowId !== undefined && state === open) await markObjected(rowId)
  await followObjection(objection, now)
  return { objection: objectionLine(objection, now) }
}
