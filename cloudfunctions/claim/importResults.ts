/** Reads a bank's file against its batch, line by line; nothing moves before `applyResults`. */
import * as v from 'valibot'
import {
  type BankAnswer,
  bankColumns,
  claimApi,
  mismatch,
  mostLines,
  type ResultRow,
  readBankRow,
  rowsInSheet,
} from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { noMoney } from '../../domain/kernel/money'
import { files, getOpen, insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { readSheetFile } from '../_lib/sheetFile'
import { batchFor, isGathering, type Line, mustPay } from './batchView'
import type { ClaimHandler } from './handlers'
import { linesOf } from './lines'

const MAX_BYTES = 5_000_000
const MOST_SHOWN = 100

type Read = ReturnType<typeof readBankRow>
type Held = { readonly answers: readonly BankAnswer[]; readonly problems: readonly ResultRow[] }

const numberOf = (read: Read): number | undefined => ('problem' in read ? read.no : read.answer.no)

const twiceIn = (all: readonly Read[]): ReadonlySet<number> => {
  const [seen, twice] = [new Set<number>(), new Set<number>()]
  for (const read of all) {
    const no = numberOf(read)
    if (no === undefined) continue
    if (seen.has(no)) twice.add(no)
    seen.add(no)
  }
  return twice
}

/** A line told twice says two things, and neither is taken. */
const heldAgainst = (all: readonly Read[], lines: readonly Line[]): Held => {
  const byNo = new Map(lines.map((line) => [line.no, line]))
  const twice = twiceIn(all)
  const answers: BankAnswer[] = []
  const problems: ResultRow[] = []
  for (const read of all) {
    const wrong = (row: number, no: number | undefined, problem: string): number =>
      problems.push({ row, ...(no === undefined ? {} : { no }), outcome: 'refused', problem })
    if ('problem' in read) {
      wrong(read.row, read.no, read.problem)
      continue
    }
    const { answer, signs } = read
    const { row, no } = answer
    const line = byNo.get(no)
    const problem = twice.has(no) ? `第 ${no} 行写了不止一次，留一行再传` : line && mismatch(answer, signs, line)
    if (!line) wrong(row, no, `这一批里没有第 ${no} 行`)
    else if (problem) wrong(row, no, problem)
    else answers.push(answer)
  }
  return { answers, problems }
}

const isTotals = ({ cells }: { readonly cells: { readonly no: string } }): boolean => cells.no === '合计'

const keep = async (importId: string, batchId: string, answers: readonly BankAnswer[], now: Date): Promise<number> => {
  const parts = Math.ceil(answers.length / rowsInSheet)
  await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      insert('sheets', {
        _id: `${importId}:${part}`,
        subjectId: batchId,
        part,
        rows: JSON.stringify(answers.slice(part * rowsInSheet, (part + 1) * rowsInSheet)),
        taken: 0,
        takenFen: noMoney,
        isDone: false,
        at: now.toISOString(),
      }),
    ),
  )
  return parts
}

/** The answer is kept a day: sent again, the bank's file with all its accounts is gone and the answer is not. */
const Answered = claimApi.endpoints.importResults.output

/** One that is answered whole is read too: what stands is then known, or told to be otherwise. */
export const importResults: ClaimHandler<'importResults'> = async (
  { requestId, batchId, fileId },
  { identified, personId, now },
) => {
  const { actor } = await identified()
  const batch = mustPay(await batchFor(batchId, actor), actor)
  if (isGathering(batch)) throw new AppError('ACTION_NOT_ALLOWED')
  const importId = idFor(personId, requestId, 'results')
  const known = await getOpen('answers', importId)
  if (known) return v.parse(Answered, JSON.parse(known.reply))
  const [{ rows }, lines] = await Promise.all([
    readSheetFile(fileId, { columns: bankColumns, maxBytes: MAX_BYTES, maxRows: mostLines + 1, canHaveOthers: true }),
    linesOf(batch),
  ])
  const { answers, problems } = heldAgainst(rows.filter((row) => !isTotals(row)).map(readBankRow), lines)
  const parts = await keep(importId, batchId, answers, now)
  const paid = answers.filter(({ outcome }) => outcome === 'paid').length
  const answer = {
    importId,
    parts,
    lines: answers.length,
    paid,
    failed: answers.length - paid,
    problems: problems.slice(0, MOST_SHOWN),
  }
  await insert('answers', { _id: importId, at: now.toISOString(), reply: JSON.stringify(answer) })
  await files.remove(fileId)
  return answer
}
