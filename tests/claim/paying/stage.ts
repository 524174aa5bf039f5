/** The cashier's desk by real deeds: claims that wait to be paid, a batch of them, the file for the bank, and what the bank answers. */
import { createHash } from 'node:crypto'
import { csv } from '../../../cloudfunctions/_lib/csv'
import { readSheet } from '../../../cloudfunctions/_lib/sheet'
import { bankColumns, type DeskBatch, type DeskBatchLine } from '../../../domain/claim'
import { type AppError, errors } from '../../../domain/kernel/errors'
import { approved, type ClaimTown, type Form } from '../../builders/claims'
import { DISTRICT, newRequest, type Phone } from '../../builders/town'

export const district = { level: 'district', id: DISTRICT } as const

export const appoint = (
  { town, admin }: ClaimTown,
  role: 'cashier' | 'reviewer' | 'countersigner',
  openid: string,
): Promise<Phone> => town.appoint(admin, role, district, openid, '丁新人')

/** Whoever held a role before and is at the till now. */
export const atTheTill = async (city: ClaimTown, { openid, staff }: Phone): Promise<Phone> => {
  const { rows } = await city.admin.staff.list({ scope: district })
  const [own] = (await staff.me({})).grants
  const held = rows.find(({ grant }) => grant.grantId === own?.grantId)
  if (!held) throw new Error(`${openid} holds nothing`)
  const { personId, grant } = held
  await city.admin.staff.dismiss({ requestId: newRequest(), personId, grantId: grant.grantId })
  return appoint(city, 'cashier', openid)
}

export type Waiting = Awaited<ReturnType<typeof approved>>

/** So many claims of a programme that are agreed to, in the order they are due. */
export const waiting = async (
  city: ClaimTown,
  count: number,
  programmeId = city.programmeId,
  over: Partial<Form> = {},
): Promise<Waiting[]> => {
  const claims: Waiting[] = []
  for (let n = 0; n < count; n += 1) claims.push(await approved(city, over, programmeId))
  return claims
}

export const makeBatch = (by: Phone, programmeId: string, over: { requestId?: string; batchId?: string } = {}) =>
  by.claim.makeBatch({ requestId: newRequest(), scope: district, programmeId, ...over })

/** Gathered to its end, however many calls that takes. */
export const batched = async (by: Phone, programmeId: string): Promise<DeskBatch> => {
  let { batch, left } = await makeBatch(by, programmeId)
  while (left > 0) ({ batch, left } = await makeBatch(by, programmeId, { batchId: batch.id }))
  return batch
}

export const linesOf = async (by: Phone, id: string): Promise<DeskBatchLine[]> => {
  const lines: DeskBatchLine[] = []
  let cursor: string | undefined
  do {
    const page = await by.claim.batch({ id, ...(cursor === undefined ? {} : { cursor }) })
    lines.push(...page.lines)
    cursor = page.next
  } while (cursor !== undefined)
  return lines
}

const { no, name, account, bank, amount, note } = bankColumns
const columns = { no, name, account, bank, amount, note }
export type Cells = Record<keyof typeof columns, string>

/** What the bank is given, as the bank reads it; the totals apart. */
export const takenToBank = async (by: Phone, id: string, form: 'xlsx' | 'csv' = 'csv') => {
  const told = await by.claim.batchFile({ requestId: newRequest(), id, form, reason: '交给银行打款' })
  const file = Buffer.from(await (await fetch(told.fileUrl)).arrayBuffer())
  const { rows } = readSheet(file, { columns, maxRows: 20_000, maxBytes: 20_000_000 })
  const cells = rows.map((row) => row.cells)
  return {
    told,
    problems: rows.flatMap(({ problem }) => problem ?? []),
    lines: cells.filter((row) => row.no !== '合计'),
    totals: cells.find((row) => row.no === '合计'),
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** As anybody can work it out who has the file: a hash of each line's cells, and one of those. */
export const hashOf = (lines: readonly Cells[]): string =>
  sha256(
    lines
      .map(({ no, name, account, bank, amount, note }) =>
        sha256(JSON.stringify([no, name, account, bank, amount, note])),
      )
      .join('\n'),
  )

export type Answer = Partial<Cells> & { readonly outcome: string; readonly because?: string; readonly paidOn?: string }

const answerHead = ['序号', '收款人', '账号', '开户行', '金额', '编号', '结果', '原因', '打款日期']

/** The bank's file: each line as it was given, and what came of it. */
export const bankFile = (lines: readonly (Cells & Answer)[]): Buffer =>
  csv(
    answerHead,
    lines.map((one) => [
      one.no,
      one.name,
      one.account,
      one.bank,
      one.amount,
      one.note,
      one.outcome,
      one.because ?? '',
      one.paidOn ?? '',
    ]),
  )

export const paid = (cells: Cells): Cells & Answer => ({ ...cells, outcome: '成功', paidOn: '2021-02-03' })
export const failed = (cells: Cells, because = '账号不存在'): Cells & Answer => ({ ...cells, outcome: '失败', because })

export const sent = async ({ town }: ClaimTown, by: Phone, batchId: string, file: Buffer, requestId = newRequest()) => {
  const fileId = await town.upload(by.openid, `inbox/${newRequest()}.csv`, file)
  return by.claim.importResults({ requestId, batchId, fileId })
}

/** Read and taken over, part by part. */
export const takenOver = async (city: ClaimTown, by: Phone, batchId: string, file: Buffer) => {
  const { importId, parts } = await sent(city, by, batchId, file)
  const rows = []
  for (let part = 0; part < parts; part += 1)
    rows.push(...(await by.claim.applyResults({ requestId: newRequest(), batchId, importId, part })).rows)
  return rows
}

export const wordsOf = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'taken',
    ({ code, detail }: AppError) => detail.fields?.file ?? errors[code].text,
  )
export const codeOf = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'done',
    ({ code }: AppError) => code,
  )

/** All that lies in somebody's box, as they read it. */
export const toldTo = async (phone: Phone): Promise<string[]> =>
  (await phone.inbox.list({})).rows.map(({ title, text }) => `${title}：${text}`)
