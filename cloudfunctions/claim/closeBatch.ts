/** Closes a batch: its lines are written from its claims in order, its hash runs over all of them, and nothing in it changes any more. */
import { batchMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { moveWithin, type Stamp } from '../_lib/cases'
import { forgetLines } from '../_lib/claimForgetting'
import { command, find, findOnly, insert, insertMany } from '../_lib/cloud'
import { transact } from '../_lib/transact'
import type { Line } from './batchView'
import type { Batch, Claim } from './handlers'
import { hashOfLines, lineOf } from './lines'

const PAGE = 200

const between = (batchId: string, first: Line, last: Line) => ({
  batchId,
  no: command.and([command.gte(first.no), command.lte(last.no)]),
})

/** As they are stored. Some may be written already by a call that died: what is missing is put beside them. */
const written = async (batchId: string, lines: readonly Line[]): Promise<readonly Pick<Line, 'hash'>[]> => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || (await insertMany('batchLines', lines))) return lines
  const stored = async () =>
    (await find('batchLines', between(batchId, first, last), { order: [['no', 'asc']], limit: PAGE })).rows
  const there = new Set((await stored()).map(({ no }) => no))
  const missing = lines.filter(({ no }) => !there.has(no))
  if (missing.length > 0 && !(await insertMany('batchLines', missing)))
    for (const line of missing) await insert('batchLines', line)
  return stored()
}

/** Whoever was erased between the reading of the claims and the writing of their lines stands in no line. */
const forgetGone = async (claims: readonly Pick<Claim, '_id'>[]): Promise<void> => {
  const ids = claims.map(({ _id }) => _id)
  if (ids.length === 0) return
  const where = { _id: command.in(ids), payee: command.exists(false) }
  const { rows } = await findOnly('claims', where, ['_id'], { limit: PAGE })
  for (const { _id } of rows) await forgetLines(_id)
}

/** Throws CONFLICT where somebody put one more in meanwhile. */
export const closeBatch = async (batch: Batch, stamp: Stamp): Promise<Batch> => {
  const lines: Pick<Line, 'hash'>[] = []
  for (let after = 0; ; ) {
    const { rows, more } = await find(
      'claims',
      { batchId: batch._id, lineNo: command.gt(after) },
      { order: [['lineNo', 'asc']], limit: PAGE, without: ['said', 'evidence'] },
    )
    const stored = await written(
      batch._id,
      rows.map((claim) => lineOf(batch._id, claim)),
    )
    lines.push(...stored.map(({ hash }) => ({ hash })))
    await forgetGone(rows)
    after = rows.at(-1)?.lineNo ?? after
    if (!more) break
  }
  const hash = hashOfLines(lines)
  return transact(async (within) => {
    const seen = await within.get('batches', batch._id)
    if (seen?.lines !== batch.lines) throw new AppError('CONFLICT')
    const change = () => ({ set: { hash, closedAt: stamp.now.toISOString() } })
    const asked = { id: batch._id, action: 'close', version: batch.version, form: {}, change } as const
    const closing = { ...stamp, requestId: `${stamp.requestId}-close` }
    return (await moveWithin(within, 'batches', batchMachine, asked, closing)).doc
  })
}
