/** A roster that cannot be read is refused whole, in one sentence, and leaves nothing behind. */
import { asCsv, type Employer, people, type RosterTown, reading, startRosterTown, uploaded } from '../builders/rosters'
import { storedIn } from '../builders/stored'
import { handmade, textRow } from '../sheets/handmade'

let city: RosterTown
beforeAll(async () => {
  city = await startRosterTown()
})
afterAll(() => city.town.stop())

const sent = async (by: Employer, file: Buffer) => by.phone.claim.readRoster(await reading(city, by, file))

const refused = async (file: Buffer, words: string, code = 'FILE_UNREADABLE') => {
  await expect(sent(city.one, file)).rejects.toMatchObject({
    code,
    detail: { fields: { file: expect.stringContaining(words) } },
  })
  const db = await storedIn(city.town.cloud)
  expect([await db.all('claims'), await db.all('claimKeys'), await db.all('sheets')]).toEqual([[], [], []])
}

test('fifty megabytes', () => refused(Buffer.alloc(50_000_000, 'x'), '这个文件超过了 5 MB'))

test('a sheet with a password', () =>
  refused(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]), '加了密码'))

test('a column that is not there', () => refused(Buffer.from('姓名,身份证\n王春,1\n'), '缺“证件号”这一列'))

test('cells that are merged', () => {
  const rows = textRow(1, '姓名', '证件号') + textRow(2, '王春', 'G1')
  const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'
  return refused(handmade({ rows, after }), '合并的格子')
})

test('no sheet at all', () => refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), '不是表格'))

test('a row more than may be', () =>
  refused(asCsv(Array.from({ length: 10_001 }, () => ['王春', 'G1'])), '一次最多 10000 行', 'TOO_MANY_ROWS'))

test('somebody else’s file, or none', async () => {
  const input = await reading(city, city.one, asCsv(people(1)))
  const lost = { ...input, fileId: input.fileId.replace('/inbox/', '/sealed/') }
  await expect(city.one.phone.claim.readRoster(lost)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('from Excel, a formula in a row counts for nothing and the rows beside it are taken', async () => {
  const [a = [], b = []] = people(2)
  const rows = [textRow(1, '姓名', '证件号', '备注'), textRow(2, ...a), formulaRow(3, b[0] ?? '')].join('')
  const fileId = await uploaded(city, city.one, handmade({ rows }), 'xlsx')
  const input = await reading(city, city.one, asCsv([]))
  const { claim } = await city.one.phone.claim.readRoster({ ...input, fileId })
  const { rows: seen } = await city.one.phone.claim.rosterPart({ id: claim.id, part: 0 })
  expect(seen.map(({ row, problem }) => [row, problem])).toEqual([
    [2, undefined],
    [3, expect.stringContaining('是公式')],
  ])
})

const formulaRow = (row: number, name: string): string =>
  textRow(row, name).replace('</row>', `<c r="B${row}"><f>HYPERLINK("http://x")</f><v>1</v></c></row>`)
