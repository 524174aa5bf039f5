/** The bank's form going out and coming back: the same lines, one hash over them, and a sentence for each way in which a file can be wrong. */
import { type ClaimTown, cardNumber, opened, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { newRequest } from '../builders/town'
import { handmade, textRow } from '../sheets/handmade'
import {
  bankFile,
  batched,
  type Cells,
  codeOf,
  failed,
  hashOf,
  linesOf,
  paid,
  sent,
  takenToBank,
  waiting,
  wordsOf,
} from './paying/stage'
import { untruePaying } from './paying/truth'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
let batchId: string
let lines: Cells[]
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
  await waiting(city, 2)
  await waiting(city, 1, city.programmeId, { card: { account: cardNumber(77), bank: '=1+1银行,“上海”' } })
  const batch = await batched(city.cashier, city.programmeId)
  batchId = batch.id
  lines = (await takenToBank(city.cashier, batchId)).lines
})
afterAll(() => city.town.stop())

const cells = (at: number): Cells => {
  const line = lines[at]
  if (!line) throw new Error(`no line ${at}`)
  return line
}

describe('the file for the bank', () => {
  test('is given for a reason, logged before the link, which lives ten minutes', async () => {
    const ask = { requestId: newRequest(), id: batchId, form: 'csv' } as const
    expect(await codeOf(city.cashier.claim.batchFile({ ...ask, reason: ' ' }))).toBe('INPUT_INVALID')
    const before = (await db.all('looks')).length
    const told = await city.cashier.claim.batchFile({ ...ask, reason: '交给工行打款' })
    expect(await city.cashier.claim.batchFile({ ...ask, reason: '交给工行打款' })).toMatchObject({ hash: told.hash })
    const looks = await db.all('looks')
    expect(looks).toHaveLength(before + 1)
    expect(looks.at(-1)).toMatchObject({ what: '导出打款表', role: '出纳', scope: `batch:${batchId}`, count: 3 })
    expect(told.expiresAt).toBe('2021-02-01T02:10:00.000Z')
    expect((await fetch(told.fileUrl)).status).toBe(200)
    city.town.cloud.setNow(new Date('2021-02-01T02:10:01.000Z'))
    expect((await fetch(told.fileUrl)).status).toBe(403)
  })

  test('says the same as Excel and as CSV, to the fen, and whoever has it can work out its hash', async () => {
    const programmeId = await opened(city, { title: '带分的', amount: { way: 'fixed', fen: 123_456 } })
    await waiting(city, 2, programmeId)
    const { id, hash } = await batched(city.cashier, programmeId)
    const [asCsv, asExcel] = [await takenToBank(city.cashier, id, 'csv'), await takenToBank(city.cashier, id, 'xlsx')]
    expect([asCsv.problems, asExcel.problems]).toEqual([[], []])
    expect(asExcel.lines).toEqual(asCsv.lines)
    expect(asCsv.lines.map(({ no, amount }) => [no, amount])).toEqual([
      ['1', '1234.56'],
      ['2', '1234.56'],
    ])
    expect(asExcel.totals).toMatchObject({ no: '合计', amount: '2469.12', account: '' })
    expect(asCsv.told).toMatchObject({ lines: 2, totalFen: 246_912, hash })
    expect(hashOf(asCsv.lines)).toBe(hash)
    expect(hashOf(asExcel.lines)).toBe(hash)
    expect(hashOf(asCsv.lines.map((line) => ({ ...line, account: cardNumber(1) })))).not.toBe(hash)
  })

  test('holds what somebody typed as text and no formula, the cards whole, and masks them on the screen', async () => {
    const typed = lines.find(({ account }) => account === cardNumber(77))
    expect(typed).toMatchObject({ bank: '=1+1银行,“上海”', account: cardNumber(77) })
    const masked = await linesOf(city.cashier, batchId)
    expect(masked.map(({ maskedAccount }) => maskedAccount)).toEqual(
      lines.map(({ account }) => `**** ${account.slice(-4)}`),
    )
    expect(hashOf(lines)).toBe((await city.cashier.claim.batch({ id: batchId })).batch.hash)
  })

  test('is not given once a line was changed behind its back', async () => {
    const programmeId = await opened(city, { title: '动过手脚' })
    await waiting(city, 1, programmeId)
    const { id } = await batched(city.cashier, programmeId)
    const ask = { id, form: 'csv', reason: '交给银行' } as const
    await db.change('batchLines', `${id}:1`, { amountFen: 30_001 })
    expect(await codeOf(city.cashier.claim.batchFile({ requestId: newRequest(), ...ask }))).toBe('INTERNAL')
    await db.change('batchLines', `${id}:1`, { amountFen: 30_000 })
    expect(await codeOf(city.cashier.claim.batchFile({ requestId: newRequest(), ...ask }))).toBe('done')
  })
})

describe('the bank’s file', () => {
  const problemsOf = async (rows: Parameters<typeof bankFile>[0]) => {
    const { lines: taken, problems } = await sent(city, city.cashier, batchId, bankFile(rows))
    return [taken, ...problems.map(({ row, problem }) => `${row}: ${problem}`)]
  }

  test.each<[string, (one: Cells) => Partial<Record<keyof Cells | 'outcome' | 'paidOn', string>>, string]>([
    ['another amount', () => ({ amount: '300.01' }), '第 1 行的金额对不上，批里是 300 元'],
    ['an amount in words', () => ({ amount: '三百' }), '金额看不懂'],
    ['a number the batch has not', () => ({ no: '9' }), '这一批里没有第 9 行'],
    ['no number', () => ({ no: '甲' }), '序号不是数字'],
    ['another account', () => ({ account: cardNumber(88) }), '第 1 行的账号对不上'],
    ['another payee', () => ({ name: '别的人' }), '第 1 行的收款人对不上'],
    ['a line of another batch', () => ({ note: 'C00000000000' }), '第 1 行的编号对不上，看看是不是另一批的表'],
    ['nothing to tell whose it is', () => ({ note: '', account: '' }), '第 1 行没有账号也没有编号，认不出是哪一笔'],
    ['another word', () => ({ outcome: '处理中' }), '结果要写“成功”或“失败”，写的是“处理中”'],
    ['no day', () => ({ paidOn: '2021-02-30' }), '打款日期写成 2021-02-09 这样'],
    [
      'digits lost in Excel',
      ({ account }) => ({ account: `${account[0]}.${account.slice(1, 6)}E+15` }),
      '账号存成了数字，后面几位丢了，改成文本再填',
    ],
  ])('with %s has its sentence, and the other lines are taken', async (_what, change, sentence) => {
    const rows = [{ ...paid(cells(0)), ...change(cells(0)) }, paid(cells(1)), failed(cells(2))]
    expect(await problemsOf(rows)).toEqual([2, `2: ${sentence}`])
  })

  test('with a line twice takes neither of the two', async () => {
    expect(await problemsOf([paid(cells(0)), failed(cells(0)), paid(cells(1))])).toEqual([
      1,
      '2: 第 1 行写了不止一次，留一行再传',
      '3: 第 1 行写了不止一次，留一行再传',
    ])
  })

  test('that is no sheet, or not one of ours, is refused whole with its sentence', async () => {
    const refused = (file: Buffer) => wordsOf(sent(city, city.cashier, batchId, file))
    const head = textRow(1, '序号', '金额', '编号', '结果')
    const row = textRow(2, '1', '300', cells(0).note, '成功')
    const merged = '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>'
    expect(await refused(handmade({ rows: head + row, after: merged }))).toBe('第 2 行有合并的格子（B2:C2），拆开再传')
    expect(await refused(handmade({ rows: textRow(1, '序号', '金额') + row }))).toContain('缺“结果”这一列')
    expect(await refused(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('这个表加了密码，去掉密码再存一遍')
    expect(await refused(Buffer.alloc(50_000_000, 'PK'))).toBe('这个文件超过了 5 MB，去掉图片和没用的表再传')
    const many = Array.from({ length: 10_002 }, () => paid(cells(0)))
    expect(await refused(bankFile(many))).toBe('一次最多 10001 行，这个表不止，分几个文件传')
    const asked = { requestId: newRequest(), batchId }
    const sealed = city.cashier.claim.importResults({ ...asked, fileId: 'cloud://local-1/sealed/exports/a.csv' })
    expect(await wordsOf(sealed)).toBe('这个文件打不开，重新选一次再传')
    const formula = `<row r="2"><c r="A2"><f>1</f><v>1</v></c></row>`
    const { lines: taken, problems } = await sent(city, city.cashier, batchId, handmade({ rows: head + formula }))
    expect([taken, problems]).toMatchObject([0, [{ problem: '“序号”这一格是公式，改成算好的数或字' }]])
  })

  test('may leave out what the bank has no column for, and bring its own and a line of totals', async () => {
    const file = handmade({
      rows:
        textRow(1, '序号', '账号', '金额', '结果', '流水号') +
        textRow(2, '1', cells(0).account.replace(/(\d{4})/g, '$1 '), '300.00', '付款成功', 'X1') +
        textRow(3, '合计', '', '300.00', '', ''),
    })
    expect(await sent(city, city.cashier, batchId, file)).toMatchObject({ lines: 1, paid: 1, failed: 0, problems: [] })
  })

  test('once read has moved nothing', async () => {
    expect((await city.cashier.claim.batch({ id: batchId })).batch).toMatchObject({
      paid: 0,
      failed: 0,
      state: 'closed',
    })
    expect(await untruePaying(db)).toEqual([])
  })
})
