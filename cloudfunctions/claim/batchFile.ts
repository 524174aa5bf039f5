/** A closed batch in the bank's form; the look is logged before the link is given. */
import { bankColumns, batchMachine, outgoing } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { type Fen, figures } from '../../domain/kernel/money'
import { addMinutes, onOf } from '../../domain/kernel/time'
import { files, insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { csv } from '../_lib/csv'
import { logLook, roleOver } from '../_lib/looks'
import { workbook } from '../_lib/workbook'
import { batchFor, type Line } from './batchView'
import type { ClaimHandler } from './handlers'
import { linesOf } from './lines'

const LINK_LIVES_MINUTES = 10

/** '1234.50': a bank's system reads no thousands' comma. */
const plainYuan = (amount: Fen): string => figures(amount).replaceAll(',', '')

const cellsOf = (line: Line): string[] => {
  const cells = {
    no: `${line.no}`,
    name: line.name ?? '删了登记',
    account: line.account ?? '',
    bank: line.bank ?? '',
    amount: plainYuan(line.amountFen),
    note: line.claimId.slice(0, 12),
  }
  return outgoing.map((column) => cells[column])
}

const head = outgoing.map((column) => bankColumns[column].label)

const fileOf = (form: 'xlsx' | 'csv', lines: readonly Line[], totalFen: Fen): Promise<Buffer> | Buffer => {
  const rows = lines.map(cellsOf)
  if (form === 'csv') return csv(head, rows)
  const money = head.map((label) => (label === bankColumns.amount.label ? ({ label, kind: 'yuan' } as const) : label))
  const totals = outgoing.map(
    (column) => ({ no: '合计', amount: plainYuan(totalFen) })[column as 'no' | 'amount'] ?? '',
  )
  return workbook([{ title: '打款', head: money, rows, totals }])
}

export const batchFile: ClaimHandler<'batchFile'> = async ({ id, form, reason, requestId }, context) => {
  const { personId, now } = context
  const who = await context.identified()
  const batch = await batchFor(id, who.actor)
  const role = roleOver(who, ['cashier'], batch.desk)
  if (!role) throw new AppError('NOT_FOUND')
  if (batch.hash === undefined || batchMachine.actions.close.from.some((from) => from === batch.state))
    throw new AppError('ACTION_NOT_ALLOWED')
  const lines = await linesOf(id)
  const lookId = idFor(personId, requestId)
  await logLook(lookId, { what: '导出打款表', scope: `batch:${id}`, count: lines.length, reason }, role, who, now)
  const fileId = await files.put(`sealed/exports/${lookId}.${form}`, await fileOf(form, lines, batch.totalFen))
  /** The clock takes the file away with this row, a day later. */
  await insert('answers', { _id: lookId, at: now.toISOString(), reply: '{}', fileIds: [fileId] })
  return {
    fileUrl: await files.link(fileId),
    fileName: `打款-${onOf(now)}-${id.slice(0, 6)}.${form}`,
    lines: lines.length,
    totalFen: batch.totalFen,
    hash: batch.hash,
    expiresAt: addMinutes(now, LINK_LIVES_MINUTES),
  }
}
