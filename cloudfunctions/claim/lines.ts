/** Every line of a batch in order, readable: for the bank's file, and to hold its answers against. */
import { command, find, opened } from '../_lib/cloud'
import type { Line } from './batchView'

const PAGE = 500

export const linesOf = async (batchId: string): Promise<Line[]> => {
  const all: Line[] = []
  for (let after = 0; ; after = all.at(-1)?.no ?? after) {
    const { rows, more } = await find(
      'batchLines',
      { batchId, no: command.gt(after) },
      { order: [['no', 'asc']], limit: PAGE },
    )
    all.push(...rows.map((line) => opened('batchLines', line)))
    if (!more) return all
  }
}
