/** What a bank said of some lines: claims, lines, books and the batch's sums move in one transaction, and with the last of them the batch is settled. */
import { type BankAnswer, batchMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { system } from '../../domain/kernel/machine'
import { type Fen, fen } from '../../domain/kernel/money'
import { onOf } from '../../domain/kernel/time'
import { moveWithin, type Stamp } from '../_lib/cases'
import { followClaims } from '../_lib/claimFollow'
import { type Claim, type ManyMoves, moveClaimsWithin } from '../_lib/claimMove'
import { transact, type Within } from '../_lib/transact'
import type { Batch } from './handlers'
import { lineIdOf } from './lines'

export type OpenLine = { readonly answer: BankAnswer; readonly claimId: string }

const askedFor = ({ outcome, because = 'other', paidOn }: BankAnswer, now: Date) =>
  outcome === 'paid'
    ? ({ action: 'pay', version: undefined, form: { paidOn: paidOn ?? onOf(now) } } as const)
    : ({ action: 'bounce', version: undefined, form: { because } } as const)

/** By the line and not by the request: the same answer from another file is the same answer. */
const movesFor = (batch: Batch, open: readonly OpenLine[], stamp: Stamp): ManyMoves =>
  open.map(({ answer, claimId }) => ({
    id: claimId,
    stamp: { ...stamp, requestId: `line-${lineIdOf(batch._id, answer.no)}` },
    asked: askedFor(answer, stamp.now),
  }))

const writeLine = async (within: Within, id: string, { outcome, because, paidOn }: BankAnswer, now: Date) => {
  await within.get('batchLines', id)
  await within.apply('batchLines', id, {
    set: { outcome, answeredAt: now.toISOString(), ...(because ? { because } : {}), ...(paidOn ? { paidOn } : {}) },
  })
}

type Sums = { readonly paid: number; readonly paidFen: Fen; readonly failed: number }

const sumsAfter = (seen: Batch, open: readonly OpenLine[], moved: readonly Claim[]): Sums => {
  const paid = moved.filter((_, at) => open[at]?.answer.outcome === 'paid')
  return {
    paid: seen.paid + paid.length,
    paidFen: fen(paid.reduce<number>((all, { amountFen }) => all + amountFen, seen.paidFen)),
    failed: seen.failed + moved.length - paid.length,
  }
}

const count = async (within: Within, id: string, open: readonly OpenLine[], moved: readonly Claim[], now: Date) => {
  const seen = await within.get('batches', id)
  if (!seen) throw new AppError('NOT_FOUND')
  const set = sumsAfter(seen, open, moved)
  if (set.paid + set.failed < seen.lines) return within.apply('batches', id, { set })
  const asked = { id, action: 'settle', version: undefined, form: {}, change: () => ({ set }) } as const
  return moveWithin(within, 'batches', batchMachine, asked, { actor: system, now, requestId: 'settle' })
}

/** Throws what denies one of them: then none of them moved. */
export const settleLines = async (batch: Batch, open: readonly OpenLine[], stamp: Stamp): Promise<void> => {
  const { now } = stamp
  const docs = await transact(async (within) => {
    const [moved] = await Promise.all([
      moveClaimsWithin(within, batch.programmeId, movesFor(batch, open, stamp)),
      ...open.map(({ answer }) => writeLine(within, lineIdOf(batch._id, answer.no), answer, now)),
    ])
    if (moved.some(({ isNew, doc }) => !isNew || doc.batchId !== batch._id)) throw new AppError('ACTION_NOT_ALLOWED')
    const claims = moved.map(({ doc }) => doc)
    await count(within, batch._id, open, claims, now)
    return claims
  })
  await followClaims(docs, now)
}
