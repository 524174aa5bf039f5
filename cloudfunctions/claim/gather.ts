/** Puts claims into a batch: each group with its numbers and the batch's sums in one transaction, so that a closed batch never grows. */
import { batchMachine, claimMachine, linesAtOnce } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import type { Place } from '../../domain/kernel/roles'
import type { Stamp } from '../_lib/cases'
import { type ManyMoves, moveClaimsWithin } from '../_lib/claimMove'
import { count, find } from '../_lib/cloud'
import { transact } from '../_lib/transact'
import type { Batch, Claim } from './handlers'

/** Few enough that a transaction is over before another wants the same batch. */
const IN_ONE = 20
const PAGE = 500

const isWithin = (desk: Partial<Place>, claim: Claim): boolean =>
  Object.entries(desk).every(
    ([field, id]) => id === '' || Object.entries(claim.desk).some(([at, has]) => at === field && has === id),
  )

/** The first of them this very cashier may pay, due first: none they looked at themselves. */
export const payable = async (programmeId: string, desk: Partial<Place>, { actor, now }: Stamp): Promise<Claim[]> => {
  const { rows } = await find('claims', { programmeId, queue: 'pay' }, { order: [['dueKey', 'asc']], limit: PAGE })
  return rows.filter((claim) => isWithin(desk, claim) && actionsFor(claimMachine, claim, actor, now).includes('batch'))
}

const putIn = (batch: Batch, claims: readonly Claim[], stamp: Stamp): Promise<number> =>
  transact(async (within) => {
    const seen = await within.get('batches', batch._id)
    if (!seen || !batchMachine.actions.close.from.some((from) => from === seen.state)) throw new AppError('CONFLICT')
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
    const fresh = moved.filter(({ isNew }) => isNew)
    /** A group is sent again whole or not at all: its numbers have no gap. */
    if (fresh.length > 0 && fresh.length < moved.length) throw new AppError('CONFLICT')
    const totalFen = fresh.reduce((all, { doc }) => all + doc.amountFen, 0)
    if (fresh.length > 0)
      await within.apply('batches', batch._id, { inc: { lines: fresh.length, totalFen, version: 1 } })
    return fresh.length
  })

/** One that somebody took back meanwhile does not keep the others out. */
const putInSome = async (batch: Batch, claims: readonly Claim[], stamp: Stamp): Promise<number> => {
  try {
    return await putIn(batch, claims, stamp)
  } catch (error) {
    if (!(error instanceof AppError) || claims.length === 1) return 0
    let done = 0
    for (const claim of claims) done += await putInSome(batch, [claim], stamp)
    return done
  }
}

/** How many are still to be put in. */
export const gather = async (batch: Batch, room: number, stamp: Stamp): Promise<number> => {
  const claims = (await payable(batch.programmeId, batch.desk, stamp)).slice(0, Math.min(room, linesAtOnce))
  for (let at = 0; at < claims.length; at += IN_ONE) await putInSome(batch, claims.slice(at, at + IN_ONE), stamp)
  if (claims.length < linesAtOnce) return 0
  return count('claims', { programmeId: batch.programmeId, queue: 'pay' })
}
