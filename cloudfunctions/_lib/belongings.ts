/** What of wishes and lamps is somebody's own, in words: for the export of a registration, and of a donor without one. */
import { saysOf, stateRow } from '../../domain/kernel/machine'
import { clockOf, onOf } from '../../domain/kernel/time'
import { abouts, postingMachine } from '../../domain/posting'
import { donorMachine, kindLine, wishMachine } from '../../domain/wish'
import { type DocOf, find, get, opened } from './cloud'
import type { Wish } from './lights'
import { workbook } from './workbook'

const MOST = 200

export type Section = { readonly title: string; readonly rows: { label: string; value: string }[] }

export const row = (label: string, value: string) => ({ label, value })
export const when = (at: string): string => `${onOf(at)} ${clockOf(at)}`

const wishRows = (wish: Wish) => {
  const { story } = opened('wishes', wish)
  const what = `${kindLine(wish.kind, wish.detail)}：${story}`
  const moves = wish.events.map(({ at, action }) => row(when(at), saysOf(wishMachine, action)))
  return [row('心愿', what), row('走到哪一步', stateRow(wishMachine, wish.state).label), ...moves]
}

const saidRow = (posting: DocOf<'postings'>) => {
  const { words } = opened('postings', posting)
  const where = `${when(posting.createdAt)} ${abouts[posting.about].label}`
  return row(where, `${words ?? '一张照片'}（${stateRow(postingMachine, posting.state).label}）`)
}

/** What they wished for and what they said where everybody reads. */
export const wishSections = async (personId: string): Promise<Section[]> => {
  const newest = { order: [['listKey', 'desc']], limit: MOST, withEvents: true } as const
  const [wishes, said] = await Promise.all([
    find('wishes', { ownerId: personId }, newest),
    find('postings', { ownerId: personId }, newest),
  ])
  return [
    { title: '我的心愿', rows: wishes.rows.flatMap(wishRows) },
    { title: '我公开说的话', rows: said.rows.map(saidRow) },
  ]
}

const donorRows = (donor: DocOf<'donors'>) => {
  const { name, phone, company, isNamed, used, limit, createdAt, state } = opened('donors', donor)
  return [
    row('称呼', name ?? '没留'),
    row('手机号', phone ?? '没留'),
    row('收礼的人看得到称呼', isNamed ? '是' : '否'),
    row('单位', company ?? '没填'),
    row('身份', stateRow(donorMachine, state).label),
    row('手上没送的', `${used} 盏，最多 ${limit} 盏`),
    row('第一次点灯', when(createdAt)),
  ]
}

const lampRow = ({ kind, detail, litAt, createdAt, state }: Wish) =>
  row(when(litAt ?? createdAt), `${kindLine(kind, detail)}（${stateRow(wishMachine, state).label}）`)

/** Nothing when they never lit a lamp. */
export const donorSections = async (personId: string): Promise<Section[]> => {
  const [donor, lamps] = await Promise.all([
    get('donors', personId),
    find('wishes', { donorId: personId }, { order: [['litAt', 'desc']], limit: MOST }),
  ])
  if (!donor) return []
  return [
    { title: '点灯的我', rows: donorRows(donor) },
    { title: '我点亮的', rows: lamps.rows.map(lampRow) },
  ]
}

/** The answer of an export: the sections, and the same as a workbook inside it. */
export const exportOf = async (sections: Section[], now: Date) => {
  const sheets = sections.map(({ title, rows }) => ({
    title,
    head: ['项目', '内容'],
    rows: rows.map(({ label, value }) => [label, value]),
  }))
  const file = await workbook(sheets)
  return { sections, fileName: `我的资料-${onOf(now)}.xlsx`, fileBase64: file.toString('base64') }
}
