/** The masked roster of a scope as a marked workbook; the export is logged before the link is given. */
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { roles } from '../../domain/kernel/roles'
import { addMinutes, clockOf, onOf } from '../../domain/kernel/time'
import { exporters, exposures, type RosterRow, residences, stays, trades, workerMachine } from '../../domain/worker'
import { files, insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import type { Identified } from '../_lib/identify'
import { logLook, roleOver, staffNameOf } from '../_lib/looks'
import { locate } from '../_lib/scopes'
import { workbook } from '../_lib/workbook'
import { rosterRowOf } from './card'
import type { WorkerHandler } from './handlers'
import { mayList, pageOf } from './roster'

const PAGE = 200
/** More is a background job's work, not one call's. */
const MAX_PAGES = 25
const LINK_LIVES_MINUTES = 10

const head = ['姓名', '手机号', '证件号', '状态', '住在哪', '干什么活', '过年', '接触冷链等', '未满 18 岁', '登记时间']

const line = (row: RosterRow): string[] => [
  row.maskedName,
  row.maskedPhone,
  row.maskedNumber,
  row.stateLabel,
  residences[row.residence].label,
  trades[row.trade].label,
  stays[row.stay].label,
  exposures[row.exposure].label,
  row.isMinor ? '是' : '',
  `${onOf(row.createdAt)} ${clockOf(row.createdAt)}`,
]

type Input = Parameters<WorkerHandler<'exportRoster'>>[0]

const allRows = async ({ scope, filter }: Input, { actor }: Identified): Promise<RosterRow[]> => {
  const rows: RosterRow[] = []
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await pageOf({ scope, filter, cursor }, PAGE)
    rows.push(...found.rows.filter((doc) => canRead(workerMachine, doc, actor)).map((doc) => rosterRowOf(doc, actor)))
    cursor = found.more ? found.rows.at(-1)?.listKey : undefined
    if (cursor === undefined) return rows
  }
  throw new AppError('EXPORT_TOO_LARGE')
}

export const exportRoster: WorkerHandler<'exportRoster'> = async (input, { identified, personId, now }) => {
  const { scope, reason, requestId } = input
  const [who, located] = await Promise.all([identified(), locate(scope)])
  const role = located && roleOver(who, exporters, located.place)
  if (!located || !role || !mayList(who.actor, located)) throw new AppError('NOT_FOUND')
  const rows = await allRows(input, who)
  const id = idFor(personId, requestId)
  await logLook(
    id,
    { what: '导出名册', scope: `${scope.level}:${scope.id}`, count: rows.length, reason },
    role,
    who,
    now,
  )
  const mark = `${located.name} · ${roles[role].label} ${staffNameOf(who)} · ${onOf(now)} ${clockOf(now)} 导出 · 用途：${reason} · 编号 ${id.slice(0, 8)} · 不得外传`
  const file = await workbook([{ title: '名册', mark, head, rows: rows.map(line) }])
  const fileId = await files.put(`sealed/exports/${id}.xlsx`, file)
  /** The clock takes the file away with this row, a day later. */
  await insert('answers', { _id: id, at: now.toISOString(), reply: '{}', fileIds: [fileId] })
  return { fileUrl: await files.link(fileId), count: rows.length, expiresAt: addMinutes(now, LINK_LIVES_MINUTES) }
}
