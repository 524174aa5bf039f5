/** The lines of a batch: written from its claims, read whole and in order for the bank's file and to hold its answers against. */
import { bankCells, outgoing } from '../../domain/claim'
import { command, find, opened } from '../_lib/cloud'
import { canonical, sha256 } from '../_lib/crypto'
import type { Line } from './batchView'
import type { Batch, Claim } from './handlers'

const PAGE = 500

/** Over the cells the bank is given, in their order. */
const hashOfLine = (line: Omit<Line, 'hash'>): string => {
  const cells = bankCells(line)
  return sha256(canonical(outgoing.map((column) => cells[column])))
}

export const hashOfLines = (lines: readonly Pick<Line, 'hash'>[]): string =>
  sha256(lines.map(({ hash }) => hash).join('\n'))

export const lineIdOf = (batchId: string, no: number): string => `${batchId}:${no}`

export const lineOf = (batchId: string, claim: Claim): Line => {
  const { payee, account, bank } = opened('claims', claim)
  const { lineNo: no, amountFen, _id: claimId } = claim
  if (no === undefined) throw new Error('a claim in a batch without a number')
  const line = {
    _id: lineIdOf(batchId, no),
    batchId,
    no,
    claimId,
    ...(payee === undefined ? {} : { name: payee }),
    ...(account === undefined ? {} : { account }),
    ...(bank === undefined ? {} : { bank }),
    amountFen,
  }
  return { ...line, hash: hashOfLine(line) }
}

/** Whoever took their registration back took their name out of it: such a line is known by its hash alone. */
const isAsWritten = (line: Line): boolean => line.name === undefined || line.hash === hashOfLine(line)

/** Readable. Throws where a line is not what the batch was closed over. */
export const linesOf = async ({ _id: batchId, hash }: Batch): Promise<Line[]> => {
  const all: Line[] = []
  for (let after = 0; ; after = all.at(-1)?.no ?? after) {
    const { rows, more } = await find(
      'batchLines',
      { batchId, no: command.gt(after) },
      { order: [['no', 'asc']], limit: PAGE },
    )
    all.push(...rows.map((line) => opened('batchLines', line)))
    if (!more) break
  }
  if (hashOfLines(all) !== hash || !all.every(isAsWritten))
    throw new Error(`the lines of batch ${batchId} were changed`)
  return all
}
