/** Puts claims into a batch: each group with its numbers and the batch's sums in one transaction, so that a closed batch never grows. */
import { claimMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import { placeField } from '../../domain/kernel/roles'
import type { Stamp } from '../_lib/cases'
import { type ManyMoves, moveClaimsWithin } from '../_lib/claimMove'
import { command, count, find, findOnly } from '../_lib/cloud'
import { transact } from '../_lib/transact'
import { isGathering } from './batchView'
import type { Batch, Claim } from './handlers'

/** Few enough that a transaction is over before another wants the same batch. */
const IN_ONE = 20
const PAGE = 500

type Till = Pick<Batch, 'programmeId' | 'scope'>

const waitingAt = ({ programmeId, scope }: Till) => ({
  programmeId,
  queue: 'pay',
  [`desk.${placeField[scope.level]}`]: scope.id,
})

export const countWaiting = (till: Till): Promise<number> => count('claims', waitingAt(till))

export type Payable = { readonly claims: readonly Claim[]; readonly hasMore: boolean }

/** The first of them, due first, that this very cashier may pay: none they decided over themselves, nor their own. */
export const payable = async (till: Till, most: number, { actor, now }: Stamp): Promise<Payable> => {
  const claims: Claim[] = []
  for (let after = ''; ; ) {
    const { rows, more } = await find(
      'claims',
      { ...waitingAt(till), dueKey: command.gt(after) },
      { order: [['dueKey', 'asc']], limit: PAGE, without: ['said', 'evidence'] },
    )
    claims.push(...rows.filter((claim) => actionsFor(claimMachine, claim, actor, now).includes('batch')))
    after = rows.at(-1)?.dueKey ?? after
    if (claims.length > most || !more) return { claims: claims.slice(0, most), hasMore: claims.length > most }
  }
}

/** Throws CONFLICT for a batch that is closed by now. */
const putIn = (batch: Batch, claims: readonly Pick<Claim, '_id'>[], stamp: Stamp): Promise<void> =>
  transact(async (within) => {
    const seen = await within.get('batches', batch._id)
    if (!seen || !isGathering(seen)) throw new AppError('CONFLICT')
    const moves: ManyMoves = claims.map(({ _id }, n) => ({
      id: _id,
      stamp,
      asked: {
        action: 'batch',
        version: undefined,
        form: {},
        more: { set: { batchId: batch._id, lineNo: seen.lines + n + 1, paidBy: stamp.actor.personId } },
      },
    }))
    const moved = await moveClaimsWithin(within, batch.programmeId, moves)
    /** Put in by this very request sent twice: a group goes in whole or not at all, so that its numbers have no gap. */
    if (moved.some(({ isNew }) => !isNew)) throw new AppError('ACTION_NOT_ALLOWED')
    const totalFen = moved.reduce((all, { doc }) => all + doc.amountFen, 0)
    /** Its version counts its own moves alone, as its history does. */
    await within.apply('batches', batch._id, { inc: { lines: moved.length, totalFen } })
  })

const isLost = (error: unknown): boolean => !(error instanceof AppError) || error.code === 'CONFLICT'

const stillWaiting = async (claims: readonly Pick<Claim, '_id'>[]): Promise<Pick<Claim, '_id'>[]> => {
  const where = { _id: command.in(claims.map(({ _id }) => _id)), queue: 'pay' }
  const { rows } = await findOnly('claims', where, ['_id'], { limit: claims.length })
  return claims.filter(({ _id }) => rows.some((row) => row._id === _id))
}

/** One that somebody took back meanwhile, or put into a batch of their own, does not keep the others out. */
const putInSome = async (batch: Batch, claims: readonly Pick<Claim, '_id'>[], stamp: Stamp): Promise<void> => {
  try {
    await putIn(batch, claims, stamp)
  } catch (error) {
    if (isLost(error)) throw error
    const still = await stillWaiting(claims)
    if (still.length > 0 && still.length < claims.length) return putInSome(batch, still, stamp)
    if (claims.length > 1) for (const claim of still) await putInSome(batch, [claim], stamp)
  }
}

export const gather = async (batch: Batch, claims: readonly Claim[], stamp: Stamp): Promise<void> => {
  for (let at = 0; at < claims.length; at += IN_ONE) await putInSome(batch, claims.slice(at, at + IN_ONE), stamp)
}
