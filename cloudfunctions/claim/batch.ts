/** One batch and its lines, twenty at a time, masked. */
import { command, find } from '../_lib/cloud'
import { batchFor, deskBatch, deskLine } from './batchView'
import type { ClaimHandler } from './handlers'

const PAGE = 20

type Asked = Parameters<ClaimHandler<'batch'>>[0]

const outcomeOf = ({ outcome }: Asked) => {
  if (outcome === undefined) return {}
  return { outcome: outcome === 'open' ? command.exists(false) : outcome }
}

export const batch: ClaimHandler<'batch'> = async (input, { identified, now }) => {
  const { actor } = await identified()
  const found = await batchFor(input.id, actor)
  const after = input.cursor === undefined ? {} : { no: command.gt(Number(input.cursor)) }
  const { rows, more } = await find(
    'batchLines',
    { batchId: found._id, ...outcomeOf(input), ...after },
    { order: [['no', 'asc']], limit: PAGE },
  )
  const last = rows.at(-1)
  return {
    batch: await deskBatch(found, actor, now),
    lines: rows.map(deskLine),
    ...(more && last ? { next: `${last.no}` } : {}),
  }
}
