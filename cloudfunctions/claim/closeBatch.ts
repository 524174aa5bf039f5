/** Closes a batch: its lines are written from its claims in order, its hash runs over all of them, and nothing in it changes any more. */
import { batchMachine } from '../../domain/claim'
import { move, type Stamp } from '../_lib/cases'
import { command, find, insert, insertMany, opened } from '../_lib/cloud'
import { canonical, sha256 } from '../_lib/crypto'
import type { Line } from './batchView'
import type { Batch, Claim } from './handlers'

const PAGE = 500

const lineOf = (batchId: string, claim: Claim): Line => {
  const { payee, account, bank } = opened('claims', claim)
  const { lineNo: no = 0, amountFen, _id: claimId } = claim
  const said = { no, claimId, name: payee, account, bank, amountFen }
  return {
    _id: `${batchId}:${no}`,
    batchId,
    no,
    claimId,
    ...(payee === undefined ? {} : { name: payee }),
    ...(account === undefined ? {} : { account }),
    ...(bank === undefined ? {} : { bank }),
    amountFen,
    hash: sha256(canonical(said)),
  }
}

/** Some may be written already by a call that died: those that are missing are put beside them. */
const writeLines = async (lines: readonly Line[]): Promise<void> => {
  if (lines.length === 0 || (await insertMany('batchLines', lines))) return
  for (const line of lines) await insert('batchLines', line)
}

/** Throws CONFLICT where somebody put one more in meanwhile: the next call closes it. */
export const closeBatch = async (batch: Batch, stamp: Stamp): Promise<Batch> => {
  const hashes: string[] = []
  for (let after = 0; ; ) {
    const { rows, more } = await find(
      'claims',
      { batchId: batch._id, lineNo: command.gt(after) },
      { order: [['lineNo', 'asc']], limit: PAGE },
    )
    const lines = rows.map((claim) => lineOf(batch._id, claim))
    await writeLines(lines)
    hashes.push(...lines.map(({ hash }) => hash))
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
      change: () => ({ set: { hash: sha256(hashes.join('\n')), closedAt: stamp.now.toISOString() } }),
    },
    closing,
  )
  return doc
}
