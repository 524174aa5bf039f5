/** Takes over one part of a bank's file: claims, lines, books and the batch's sums move together, some at a time; sent twice it is done once. */
import * as v from 'valibot'
import { type BankAnswer, BounceReason, batchMachine, type ResultRow } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { system } from '../../domain/kernel/machine'
import { onOf } from '../../domain/kernel/time'
import { move, type Stamp } from '../_lib/cases'
import { followClaim } from '../_lib/claimFollow'
import { type Claim, type ManyMoves, moveClaimsWithin } from '../_lib/claimMove'
import { change, getOpen } from '../_lib/cloud'
import { transact, type Within } from '../_lib/transact'
import { batchFor, deskBatch } from './batchView'
import type { Batch, ClaimHandler } from './handlers'

/** Claims, lines, books and batch stand in one transaction: few enough that it is over soon. */
const IN_ONE = 15

const Answers = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      row: v.number(),
      no: v.number(),
      amountFen: v.number(),
      account: v.string(),
      outcome: v.picklist(['paid', 'failed']),
      because: v.optional(BounceReason),
      paidOn: v.optional(v.string()),
    }),
  ),
)

const askedFor = ({ outcome, because = 'other', paidOn }: BankAnswer, now: Date) =>
  outcome === 'paid'
    ? ({ action: 'pay', version: undefined, form: { paidOn: paidOn ?? onOf(now) } } as const)
    : ({ action: 'bounce', version: undefined, form: { because } } as const)

type Lines = readonly (readonly [BankAnswer, { readonly claimId: string }])[]

const movesFor = (open: Lines, stamp: Stamp): ManyMoves =>
  open.map(([answer, { claimId }]) => ({
    id: claimId,
    /** By the line and not by the request: the same answer from another file is the same answer. */
    stamp: { ...stamp, requestId: `line-${answer.no}-${stamp.requestId}`.slice(0, 64) },
    asked: askedFor(answer, stamp.now),
  }))

const writeLines = (within: Within, { _id }: Batch, open: Lines, { now }: Stamp) =>
  Promise.all(
    open.map(([{ no, outcome, because, paidOn }]) =>
      within.apply('batchLines', `${_id}:${no}`, {
        set: { outcome, answeredAt: now.toISOString(), ...(because ? { because } : {}), ...(paidOn ? { paidOn } : {}) },
      }),
    ),
  )

const known = ({ row, no }: BankAnswer, isSame: boolean): ResultRow =>
  isSame
    ? { row, no, outcome: 'known' }
    : { row, no, outcome: 'refused', problem: `第 ${no} 行的结果以前传过，和这次不一样，去查那一笔` }

/** What stands there already is left; the rest moves in one transaction. */
const take = (
  batch: Batch,
  answers: readonly BankAnswer[],
  stamp: Stamp,
): Promise<{ rows: ResultRow[]; docs: Claim[] }> =>
  transact(async (within) => {
    const lines = await Promise.all(answers.map(({ no }) => within.get('batchLines', `${batch._id}:${no}`)))
    const open: (readonly [BankAnswer, { claimId: string }])[] = []
    const rows = answers.map((answer, at): ResultRow => {
      const line = lines[at]
      if (!line) return { row: answer.row, no: answer.no, outcome: 'refused', problem: '这一批里没有这一行' }
      if (line.outcome !== undefined) return known(answer, line.outcome === answer.outcome)
      open.push([answer, line])
      return { row: answer.row, no: answer.no, outcome: answer.outcome }
    })
    if (open.length === 0) return { rows, docs: [] }
    const moved = await moveClaimsWithin(within, batch.programmeId, movesFor(open, stamp))
    await writeLines(within, batch, open, stamp)
    await within.get('batches', batch._id)
    const paid = open.filter(([{ outcome }]) => outcome === 'paid')
    const paidFen = paid.reduce((all, [{ amountFen }]) => all + amountFen, 0)
    const inc = { paid: paid.length, paidFen, failed: open.length - paid.length, version: 1 }
    await within.apply('batches', batch._id, { inc })
    return { rows, docs: moved.map(({ doc }) => doc) }
  })

/** One claim that stands elsewhere by now does not keep the others back. */
const takeSome = async (batch: Batch, answers: readonly BankAnswer[], stamp: Stamp): Promise<ResultRow[]> => {
  try {
    const { rows, docs } = await take(batch, answers, stamp)
    await Promise.all(docs.map((doc) => followClaim(doc, stamp.now)))
    return rows
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [only] = answers
    if (answers.length > 1) {
      const rows: ResultRow[] = []
      for (const answer of answers) rows.push(...(await takeSome(batch, [answer], stamp)))
      return rows
    }
    return only ? [{ row: only.row, no: only.no, outcome: 'refused', problem: '这一笔现在不在等银行，去看一下' }] : []
  }
}

const settled = async (batch: Batch, stamp: Stamp): Promise<Batch> => {
  if (batch.paid + batch.failed < batch.lines || !batchMachine.actions.settle.from.some((from) => from === batch.state))
    return batch
  const asked = { id: batch._id, action: 'settle', version: undefined, form: {} } as const
  return (await move('batches', batchMachine, asked, { ...stamp, actor: system, requestId: `settle-${batch.version}` }))
    .doc
}

export const applyResults: ClaimHandler<'applyResults'> = async (
  { requestId, batchId, importId, part },
  { identified, now },
) => {
  const { actor } = await identified()
  const stamp: Stamp = { actor, now, requestId }
  const [batch, sheet] = await Promise.all([batchFor(batchId, actor), getOpen('sheets', `${importId}:${part}`)])
  if (sheet?.subjectId !== batchId) throw new AppError('NOT_FOUND')
  const answers = v.parse(Answers, sheet.rows)
  const rows: ResultRow[] = []
  for (let at = 0; at < answers.length; at += IN_ONE)
    rows.push(...(await takeSome(batch, answers.slice(at, at + IN_ONE), stamp)))
  await change('sheets', sheet._id, {}, { set: { isDone: true } })
  const done = await settled(await batchFor(batchId, actor), stamp)
  return { batch: await deskBatch(done, actor, now), rows }
}
