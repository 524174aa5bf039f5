/** Takes over one part of a bank's file, some lines at a time; what is told again is known, what is told otherwise is refused. */
import * as v from 'valibot'
import { type BankAnswer, BounceReason, type ResultRow } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Stamp } from '../_lib/cases'
import { change, command, findOnly, getOpen } from '../_lib/cloud'
import { batchFor, deskBatch, mustPay } from './batchView'
import type { Batch, ClaimHandler } from './handlers'
import { lineIdOf } from './lines'
import { type OpenLine, settleLines } from './settleLines'

/** Claims, lines, books and batch stand in one transaction: few enough that it is over soon. */
const IN_ONE = 20

const Answers = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(
    v.object({
      row: v.number(),
      no: v.number(),
      amountFen: v.number(),
      outcome: v.picklist(['paid', 'failed']),
      because: v.optional(BounceReason),
      paidOn: v.optional(v.string()),
    }),
  ),
)

const refused = ({ row, no }: BankAnswer, problem: string): ResultRow => ({ row, no, outcome: 'refused', problem })

const standing = (answer: BankAnswer, outcome: string): ResultRow =>
  outcome === answer.outcome
    ? { row: answer.row, no: answer.no, outcome: 'known' }
    : refused(answer, `第 ${answer.no} 行的结果以前传过，和这次不一样，去查那一笔`)

type Sorted = { readonly open: readonly OpenLine[]; readonly rows: readonly ResultRow[] }

/** What the bank said before is left as it stands. */
const sorted = async (batch: Batch, answers: readonly BankAnswer[]): Promise<Sorted> => {
  const where = { _id: command.in(answers.map(({ no }) => lineIdOf(batch._id, no))) }
  const found = await findOnly('batchLines', where, ['no', 'claimId', 'outcome'], { limit: answers.length })
  const byNo = new Map(found.rows.map((line) => [line.no, line]))
  const open: OpenLine[] = []
  const rows = answers.flatMap((answer) => {
    const line = byNo.get(answer.no)
    if (!line) return [refused(answer, '这一批里没有这一行')]
    if (line.outcome !== undefined) return [standing(answer, line.outcome)]
    open.push({ answer, claimId: line.claimId })
    return []
  })
  return { open, rows }
}

/** Why one line alone could not be taken; what may be sent again as it was comes out as it is. */
const whyNot = (error: AppError): string => {
  if (error.code === 'CONFLICT') throw error
  return error.code === 'FORBIDDEN' ? '这一笔您审过或写过，换一位出纳来传' : '这一笔现在不在等银行，去看一下'
}

/** One claim that stands elsewhere by now does not keep the others back. */
const takeSome = async (batch: Batch, answers: readonly BankAnswer[], stamp: Stamp): Promise<ResultRow[]> => {
  const { open, rows } = await sorted(batch, answers)
  if (open.length === 0) return [...rows]
  try {
    await settleLines(batch, open, stamp)
    return [...rows, ...open.map(({ answer: { row, no, outcome } }) => ({ row, no, outcome }))]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const [only] = open
    if (only && open.length === 1) return [...rows, refused(only.answer, whyNot(error))]
    const each: ResultRow[] = [...rows]
    for (const { answer } of open) each.push(...(await takeSome(batch, [answer], stamp)))
    return each
  }
}

export const applyResults: ClaimHandler<'applyResults'> = async (
  { requestId, batchId, importId, part },
  { identified, now },
) => {
  const { actor } = await identified()
  const stamp: Stamp = { actor, now, requestId }
  const [batch, sheet] = await Promise.all([batchFor(batchId, actor), getOpen('sheets', `${importId}:${part}`)])
  mustPay(batch, actor)
  if (sheet?.subjectId !== batchId) throw new AppError('NOT_FOUND')
  const answers = v.parse(Answers, sheet.rows)
  const rows: ResultRow[] = []
  for (let at = 0; at < answers.length; at += IN_ONE)
    rows.push(...(await takeSome(batch, answers.slice(at, at + IN_ONE), stamp)))
  await change('sheets', sheet._id, {}, { set: { isDone: true } })
  return {
    batch: await deskBatch(await batchFor(batchId, actor), actor, now),
    rows: rows.sort((a, b) => a.row - b.row),
  }
}
