/** The wishes of a drive as a marked Excel list without a whole name; the export is logged before the link is given. */
import { AppError } from '../../domain/kernel/errors'
import { stateRow } from '../../domain/kernel/machine'
import { placeName } from '../../domain/kernel/places'
import { roles } from '../../domain/kernel/roles'
import { addMinutes, clockOf, onOf } from '../../domain/kernel/time'
import { kinds, wishMachine } from '../../domain/wish'
import { command, files, find, get, insert } from '../_lib/cloud'
import { idFor } from '../_lib/crypto'
import { logLook, roleOver, staffNameOf } from '../_lib/looks'
import { workbook } from '../_lib/workbook'
import { deskWish, workersOf } from './desk'
import type { Wish, WishHandler } from './handlers'

const PAGE = 200
const MAX_PAGES = 25
const LINK_LIVES_MINUTES = 10
const head = [
  '编号',
  '许愿人',
  '区',
  '想要',
  '尺码或年级',
  '值多少（元以内）',
  '走到哪一步',
  '接力站',
  '许愿时间',
  '收到时间',
]

const allOf = async (driveId: string): Promise<Wish[]> => {
  const all: Wish[] = []
  for (const wall of ['lit', 'dark', 'off'] as const) {
    let after = ''
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { rows, more } = await find(
        'wishes',
        { driveId, wall, wallKey: command.gt(after) },
        { order: [['wallKey', 'asc']], limit: PAGE },
      )
      all.push(...rows)
      after = rows.at(-1)?.wallKey ?? ''
      if (!more) break
    }
    if (all.length > PAGE * MAX_PAGES) throw new AppError('EXPORT_TOO_LARGE')
  }
  return all.sort((a, b) => (a.listKey < b.listKey ? -1 : 1))
}

const when = (at: string | undefined): string => (at ? `${onOf(at)} ${clockOf(at)}` : '')

export const exportDrive: WishHandler<'exportDrive'> = async ({ driveId, reason, requestId }, context) => {
  const { personId, now } = context
  const [who, drive] = await Promise.all([context.identified(), get('drives', driveId)])
  const role = drive && roleOver(who, ['unionOfficer', 'cityAdmin'], drive)
  if (!drive || !role) throw new AppError('NOT_FOUND')
  const wishes = await allOf(driveId)
  const rows: string[][] = []
  for (let from = 0; from < wishes.length; from += PAGE) {
    const some = wishes.slice(from, from + PAGE)
    const workers = await workersOf(some)
    for (const wish of some) {
      const { maskedName, station } = deskWish(wish, workers.get(wish.workerId), who.actor, now)
      rows.push([
        wish._id.slice(0, 8),
        maskedName,
        placeName(wish.districtId) ?? '',
        kinds[wish.kind].label,
        wish.detail,
        String(wish.valueCapFen / 100),
        stateRow(wishMachine, wish.state).label,
        station.name,
        when(wish.createdAt),
        when(wish.receivedAt),
      ])
    }
  }
  const id = idFor(personId, requestId)
  await logLook(id, { what: '导出心愿', scope: `drive:${driveId}`, count: rows.length, reason }, role, who, now)
  const mark = `${drive.title} · ${roles[role].label} ${staffNameOf(who)} · ${when(now.toISOString())} 导出 · 用途：${reason} · 编号 ${id.slice(0, 8)} · 不得外传`
  const fileId = await files.put(`sealed/exports/${id}.xlsx`, await workbook([{ title: '心愿', mark, head, rows }]))
  await insert('answers', { _id: id, at: now.toISOString(), reply: '{}', fileIds: [fileId] })
  return { fileUrl: await files.link(fileId), count: rows.length, expiresAt: addMinutes(now, LINK_LIVES_MINUTES) }
}
