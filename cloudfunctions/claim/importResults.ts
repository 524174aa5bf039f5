/** Reads a bank's file against its batch, line by line; nothing moves before `applyResults`. */
import {
  type BankAnswer,
  bankColumns,
  batchMachine,
  mostLines,
  type ResultRow,
  readBankRow,
  rowsInSheet,
} from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { noMoney } from '../../domain/kernel/money'
import { insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { readSheetFile } from '../_lib/sheetFile'
import { batchFor, type Line } from './batchView'
import type { ClaimHandler } from './handlers'
import { linesOf } from './lines'

const MAX_BYTES = 5_000_000
const MOST_SHOWN = 100

const againstLine = (answer: BankAnswer, line: Line | undefined, isTwice: boolean): string | undefined => {
  if (!line) return `这一批里没有第 ${answer.no} 行`
  if (isTwice) return `第 ${answer.no} 行写了两次`
  if (line.amountFen !== answer.amountFen) return `第 ${answer.no} 行的金额对不上`
  if (answer.account !== '' && line.account !== answer.account) return `第 ${answer.no} 行的账号对不上`
  return undefined
}

type Read = { readonly answers: BankAnswer[]; readonly problems: ResultRow[] }

const heldAgainst = (rows: readonly ReturnType<typeof readBankRow>[], lines: readonly Line[]): Read => {
  const byNo = new Map(lines.map((line) => [line.no, line]))
  const seen = new Set<number>()
  const answers: BankAnswer[] = []
  const problems: ResultRow[] = []
  for (const row of rows) {
    const problem = 'problem' in row ? row.problem : againstLine(row, byNo.get(row.no), seen.has(row.no))
    if (problem !== undefined)
      problems.push({ row: row.row, ...(row.no === undefined ? {} : { no: row.no }), outcome: 'refused', problem })
    else if (!('problem' in row)) {
      seen.add(row.no)
      answers.push(row)
    }
  }
  return { answers, problems }
}

const isTotals = (cells: { readonly no: string }): boolean => cells.no === '合计'

export const importResults: ClaimHandler<'importResults'> = async (
  { requestId, batchId, fileId },
  { identified, personId, now },
) => {
  const { actor } = await identified()
  const batch = await batchFor(batchId, actor)
  if (!batchMachine.actions.settle.from.some((from) => from === batch.state)) throw new AppError('ACTION_NOT_ALLOWED')
  const [{ rows }, lines] = await Promise.all([
    readSheetFile(fileId, { columns: bankColumns, maxBytes: MAX_BYTES, maxRows: mostLines + 1, canHaveOthers: true }),
    linesOf(batchId),
  ])
  const read = rows.filter(({ cells }) => !isTotals(cells)).map(readBankRow)
  const { answers, problems } = heldAgainst(read, lines)
  const importId = idFor(personId, requestId, 'results')
  const parts = Math.ceil(answers.length / rowsInSheet)
  for (let part = 0; part < parts; part += 1)
    await insert('sheets', {
      _id: `${importId}:${part}`,
      subjectId: batchId,
      part,
      rows: JSON.stringify(answers.slice(part * rowsInSheet, (part + 1) * rowsInSheet)),
      taken: 0,
      takenFen: noMoney,
      isDone: false,
      at: now.toISOString(),
    })
  const paid = answers.filter(({ outcome }) => outcome === 'paid').length
  return {
    importId,
    parts,
    lines: answers.length,
    paid,
    failed: answers.length - paid,
    problems: problems.slice(0, MOST_SHOWN),
  }
}
