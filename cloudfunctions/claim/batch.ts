/** One batch and its lines, twenty at a time, masked. */
import { AppError } from '../../domain/kernel/errors'
import { command, find } from '../_lib/cloud'
import { batchFor, deskBatch, deskLine } from './batchView'
import type { ClaimHandler } from './handlers'

const PAGE = 20

type Asked = Parameters<ClaimHandler<'batch'>>[0]

const outcomeOf = ({ outcome }: Asked) => {
  if (outcome === undefined) return {}
  return { outcome: outcome === 'open' ? command.exists(false) : outcome }
}

/** A cursor is the last line's number. Throws NOT_FOUND for one we never made. */
const behindOf = ({ cursor }: Asked) => {
  if (cursor === undefined) return {}
  const no = Number(cursor)
  if (!Number.isSafeInteger(no)) throw new AppError('NOT_FOUND')
  return { no: command.gt(no) }
}

export const batch: ClaimHandler<'batch'> = async (input, { identified, now }) => {
  const { actor } = await identified()
  const found = await batchFor(input.id, actor)
  const { rows, more } = await find(
    'batchLines',
    { batchId: found._id, ...outcomeOf(input), ...behindOf(input) },
    { order: [['no', 'asc']], limit: PAGE },
  )
  const last = rows.at(-1)
  return {
    batch: await deskBatch(found, actor, now),
    lines: rows.map(deskLine),
    ...(more && last ? { next: `${last.no}` } : {}),
  }
}
