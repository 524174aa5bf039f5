/** Closes a batch: its lines are written from its claims in order, its hash runs over all of them, and nothing in it changes any more. */
import { batchMachine } from '../../domain/claim'
import { move, type Stamp } from '../_lib/cases'
import { command, find, insert, insertMany } from '../_lib/cloud'
import type { Line } from './batchView'
import type { Batch } from './handlers'
import { hashOfLines, lineOf } from './lines'

const PAGE = 200

/** As they are stored. Some may be written already by a call that died: what is missing is put beside them. */
const written = async (batchId: string, lines: readonly Line[]): Promise<readonly Pick<Line, 'hash'>[]> => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || (await insertMany('batchLines', lines))) return lines
  for (const line of lines) await insert('batchLines', line)
  const where = { batchId, no: command.and([command.gte(first.no), command.lte(last.no)]) }
  return (await find('batchLines', where, { order: [['no', 'asc']], limit: PAGE })).rows
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
    after = rows.at(-1)?.lineNo ?? after
    if (!more) break
  }
  const closing = { ...stamp, requestId: `${stamp.requestId}-close` }
  const { doc } = await move(
    'batches',
    batchMachine,
    {
      id: batch._id,
      action: 'close',
      version: batch.version,
      form: {},
      change: () => ({ set: { hash: hashOfLines(lines), closedAt: stamp.now.toISOString() } }),
    },
    closing,
  )
  return doc
}
