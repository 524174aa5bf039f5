/** A sheet that cannot be taken answers its sentence to whoever sent it, through the door of the roster. */

import { csv } from '../../cloudfunctions/_lib/csv'
import type { AppError } from '../../domain/kernel/errors'
import { upload } from '../builders/story'
import { newRequest, type Phone, startTown, type Town } from '../builders/town'
import { anAssisted } from '../builders/workers'
import { handmade, inline, textRow } from './handmade'

let town: Town
let officer: Phone
let siteId: string

beforeAll(async () => {
  const started = await startTown()
  town = started.town
  siteId = started.site.id
  officer = await town.appoint(started.admin, 'siteOfficer', { level: 'site', id: siteId }, 'oOfficer', '周建国')
})
afterAll(() => town.stop())

const head = ['姓名', '手机号', '证件号', '老家', '住在哪', '干什么活', '班组']
const row = () => {
  const { name, phone, document } = anAssisted()
  return [name, phone, document.number, '河南', '工厂', '建筑', '二班']
}
const send = async (content: Buffer, requestId = newRequest()) => {
  const fileId = await upload(town, officer.openid, 'inbox/roster.xlsx', content)
  return officer.worker.importRoster({ requestId, siteId, fileId })
}
const refusal = (content: Buffer) =>
  send(content).then(
    () => 'taken',
    ({ code, detail }: AppError) => `${code}: ${detail.fields?.file}`,
  )

test('a file of 50 MB, an encrypted one, a merged cell, a wrong column and too many rows', async () => {
  expect(await refusal(Buffer.alloc(50_000_000, 'PK'))).toBe(
    'FILE_UNREADABLE: 这个文件超过了 2 MB，去掉图片和没用的表再传',
  )
  const locked = Buffer.from('d0cf11e0a1b11ae10000', 'hex')
  expect(await refusal(locked)).toBe('FILE_UNREADABLE: 这个表加了密码，去掉密码再存一遍')
  const rows = textRow(1, ...head) + textRow(2, ...row())
  expect(await refusal(handmade({ rows, after: '<mergeCells><mergeCell ref="D2:E2"/></mergeCells>' }))).toBe(
    'FILE_UNREADABLE: 第 2 行有合并的格子（D2:E2），拆开再传',
  )
  expect(
    await refusal(
      csv(
        head.map((label) => (label === '手机号' ? '电话' : label)),
        [row()],
      ),
    ),
  ).toContain('缺“手机号”这一列，“电话”“班组”不认得。要有：姓名、手机号')
  const one = row()
  const many = csv(
    head,
    Array.from({ length: 501 }, () => one),
  )
  expect(await refusal(many)).toBe('TOO_MANY_ROWS: 一次最多 500 行，这个表不止，分几个文件传')
})

test('a file that is not there any more is said to be no file', async () => {
  const fileId = 'cloud://local-1.local/inbox/gone.xlsx'
  const asked = { requestId: newRequest(), siteId, fileId }
  await expect(officer.worker.importRoster(asked)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('a list in GBK is taken, columns of the employer’s own are left aside, and sent twice it is taken once', async () => {
  const requestId = newRequest()
  const list = csv(head, [row(), row()], { encoding: 'gb18030' })
  const report = await send(list, requestId)
  expect(report).toMatchObject({ taken: 2, refused: 0 })
  expect(await send(list, requestId)).toEqual(report)
})

test('a row with a formula is not taken, and the row beside it is', async () => {
  const [name = '', phone = '', number = '', ...more] = row()
  const cells = [name, '', number, ...more].map((text, at) =>
    at === 1 ? `<c r="B2"><f>13800000000+1</f><v>${phone}</v></c>` : inline(`${'ABCDEFG'[at]}2`, text),
  )
  const file = handmade({ rows: `${textRow(1, ...head)}<row r="2">${cells.join('')}</row>${textRow(3, ...row())}` })
  const { rows } = await send(file)
  expect(rows).toMatchObject([
    { row: 2, isTaken: false, problem: '“手机号”这一格是公式，改成算好的数或字' },
    { row: 3, isTaken: true },
  ])
})
