/** A closed batch in the bank's form; the look is logged before the link is given. */
import { type BankColumn, bankCells, bankColumns, outgoing, plainYuan } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Fen } from '../../domain/kernel/money'
import { addMinutes, onOf } from '../../domain/kernel/time'
import { files, insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { csv } from '../_lib/csv'
import { logLook, roleOver } from '../_lib/looks'
import { workbook } from '../_lib/workbook'
import { batchFor, isGathering, type Line } from './batchView'
import type { ClaimHandler } from './handlers'
import { linesOf } from './lines'

const LINK_LIVES_MINUTES = 10
const A_DAY = 24 * 60

const cellsOf = (line: Line): string[] => {
  const cells = bankCells(line)
  return outgoing.map((column) => cells[column])
}

const head = outgoing.map((column) => bankColumns[column].label)

const headOf = (column: BankColumn) => {
  const { label } = bankColumns[column]
  return column === 'amount' ? ({ label, kind: 'yuan' } as const) : label
}

const fileOf = (form: 'xlsx' | 'csv', lines: readonly Line[], totalFen: Fen): Promise<Buffer> | Buffer => {
  const rows = lines.map(cellsOf)
  if (form === 'csv') return csv(head, rows)
  const sums: Partial<Record<BankColumn, string>> = { no: '合计', amount: plainYuan(totalFen) }
  return workbook([
    { title: '打款', head: outgoing.map(headOf), rows, totals: outgoing.map((column) => sums[column] ?? '') },
  ])
}

export const batchFile: ClaimHandler<'batchFile'> = async ({ id, form, reason, requestId }, context) => {
  const { personId, now } = context
  const who = await context.identified()
  const batch = await batchFor(id, who.actor)
  const role = roleOver(who, ['cashier'], batch.desk)
  if (!role) throw new AppError('FORBIDDEN')
  if (batch.hash === undefined || isGathering(batch)) throw new AppError('ACTION_NOT_ALLOWED')
  const lines = await linesOf(batch)
  const lookId = idFor(personId, requestId)
  await logLook(lookId, { what: '导出打款表', scope: `batch:${id}`, count: lines.length, reason }, role, who, now)
  const fileId = await files.put(`sealed/exports/${lookId}.${form}`, await fileOf(form, lines, batch.totalFen))
  /** Whole names and accounts lie nowhere longer than their link lives: to the clock this row is a day old by then. */
  await insert('answers', {
    _id: lookId,
    at: addMinutes(now, LINK_LIVES_MINUTES - A_DAY),
    reply: '{}',
    fileIds: [fileId],
  })
  return {
    fileUrl: await files.link(fileId),
    fileName: `打款-${onOf(now)}-${id.slice(0, 6)}.${form}`,
    lines: lines.length,
    totalFen: batch.totalFen,
    hash: batch.hash,
    expiresAt: addMinutes(now, LINK_LIVES_MINUTES),
  }
}
