/** Takes a roster from Excel: each row whole or not at all, and each row's answer in the report. */
import * as v from 'valibot'
import { AppError, errors } from '../../domain/kernel/errors'
import { desk, ImportedPerson, rosterColumns, rosterPerson, workerApi } from '../../domain/worker'
import type { Stamp } from '../_lib/cases'
import { files, get, getOpen, insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { reaches } from '../_lib/scopes'
import { readSheetFile } from '../_lib/sheetFile'
import type { Site } from '../_lib/sites'
import { giveCode, registerOne } from './assisted'
import type { WorkerHandler } from './handlers'

const MAX_ROWS = 500
/** Rows written side by side: enough to be quick, few enough to leave the database to others. */
const AT_ONCE = 10

/** The whole report is kept a day: sent again, the file is gone and the answer is not. */
const Answered = workerApi.endpoints.importRoster.output

type Report = Awaited<ReturnType<WorkerHandler<'importRoster'>>>['rows'][number]

const MAX_BYTES = 2_000_000

/** An employer's own list may say more than we ask. */
const sheet = { columns: rosterColumns, maxRows: MAX_ROWS, maxBytes: MAX_BYTES, canHaveOthers: true } as const

const readRoster = async (fileId: string) => (await readSheetFile(fileId, sheet)).rows

const words = (error: unknown): string => {
  if (!(error instanceof AppError)) throw error
  return Object.values(error.detail.fields ?? {}).join('；') || errors[error.code].text
}

type Given = Awaited<ReturnType<typeof readRoster>>[number]

const takeRow = async ({ row, cells, problem }: Given, site: Site, stamp: Stamp): Promise<Report> => {
  if (problem) return { row, isTaken: false, problem }
  const parsed = v.safeParse(ImportedPerson, rosterPerson(cells))
  if (!parsed.success) return { row, isTaken: false, problem: parsed.issues.map(({ message }) => message).join('；') }
  try {
    const doc = await registerOne(parsed.output, site, stamp, `row${row}`, '')
    const { confirmCode } = await giveCode(doc._id, { now: stamp.now, requestId: `${stamp.requestId}${row}` })
    return { row, isTaken: true, confirmCode }
  } catch (error) {
    return { row, isTaken: false, problem: words(error) }
  }
}

export const importRoster: WorkerHandler<'importRoster'> = async (
  { siteId, fileId, requestId },
  { identified, personId, now },
) => {
  const [{ actor }, site] = await Promise.all([identified(), get('sites', siteId)])
  if (!site || !reaches(actor, desk, site)) throw new AppError('NOT_FOUND')
  const known = await getOpen('answers', idFor(personId, requestId))
  if (known) return v.parse(Answered, JSON.parse(known.reply))
  const given = await readRoster(fileId)
  const rows: Report[] = []
  for (let at = 0; at < given.length; at += AT_ONCE) {
    const some = given.slice(at, at + AT_ONCE)
    rows.push(...(await Promise.all(some.map((row) => takeRow(row, site, { actor, now, requestId })))))
  }
  const answer = {
    taken: rows.filter(({ isTaken }) => isTaken).length,
    refused: rows.filter(({ isTaken }) => !isTaken).length,
    rows,
  }
  await insert('answers', { _id: idFor(personId, requestId), at: now.toISOString(), reply: JSON.stringify(answer) })
  await files.remove(fileId)
  return answer
}
