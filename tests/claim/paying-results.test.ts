/** What a bank answers moves claims, books, lines and batch together, once; and what comes after: mended, tried again, looked for, paid back. */
import { act, type ClaimTown, cardNumber, opened, standing, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { newRequest } from '../builders/town'
import {
  appoint,
  atTheTill,
  bankFile,
  batched,
  type Cells,
  codeOf,
  failed,
  linesOf,
  makeBatch,
  paid,
  sent,
  takenOver,
  takenToBank,
  toldTo,
  type Waiting,
  waiting,
} from './paying/stage'
import { untruePaying } from './paying/truth'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())

/** Nothing may be untrue after any step. */
const holds = async (): Promise<void> => expect(await untruePaying(db)).toEqual([])
const booksOf = async (id: string) => {
  const { programme } = await city.union.claim.deskProgramme({ id })
  const { freeFen = 0, reservedFen = 0, paidFen = 0 } = programme.row.books ?? {}
  return [freeFen, reservedFen, paidFen]
}

type Batch = { readonly programmeId: string; readonly id: string; readonly lines: Cells[]; readonly claims: Waiting[] }

const aBatch = async (title: string, count: number): Promise<Batch> => {
  const programmeId = await opened(city, { title, budgetFen: 300_000 })
  const claims = await waiting(city, count, programmeId)
  const { id } = await batched(city.cashier, programmeId)
  return { programmeId, id, claims, lines: (await takenToBank(city.cashier, id)).lines }
}
const line = ({ lines }: Batch, no: number): Cells => {
  const found = lines[no - 1]
  if (!found) throw new Error(`no line ${no}`)
  return found
}
/** Whose line it is: their phone, and their claim as it stands. */
const whose = async ({ id, claims }: Pick<Batch, 'id' | 'claims'>, no: number) => {
  const { claimId = '' } = (await linesOf(city.cashier, id)).find((one) => one.no === no) ?? {}
  const phone = claims.find((one) => one.id === claimId)?.phone
  if (!phone) throw new Error(`nobody at line ${no}`)
  return { phone, claim: await standing(phone, claimId) }
}
const known = (row: number, no: number) => ({ row, no, outcome: 'known' })

test('paid and failed lines move together; the same again is known, the other way round is refused, and with the last it is settled', async () => {
  const batch = await aBatch('都回来', 3)
  const { id, programmeId } = batch
  await holds()
  expect(await booksOf(programmeId)).toEqual([210_000, 90_000, 0])
  const half = bankFile([paid(line(batch, 1)), failed(line(batch, 2), '户名不符')])
  const asked = { requestId: newRequest(), batchId: id, importId: (await sent(city, city.cashier, id, half)).importId }
  const first = await city.cashier.claim.applyResults({ ...asked, part: 0 })
  expect(first.rows).toEqual([
    { row: 2, no: 1, outcome: 'paid' },
    { row: 3, no: 2, outcome: 'failed' },
  ])
  expect(first.batch).toMatchObject({ state: 'closed', paid: 1, paidFen: 30_000, failed: 1 })
  await holds()
  expect(await booksOf(programmeId)).toEqual([210_000, 60_000, 30_000])
  const again = await city.cashier.claim.applyResults({ ...asked, part: 0 })
  expect(again).toEqual({ batch: first.batch, rows: [known(2, 1), known(3, 2)] })
  expect(await takenOver(city, city.cashier, id, half)).toEqual([known(2, 1), known(3, 2)])
  const turned = bankFile([failed(line(batch, 1)), paid(line(batch, 2)), paid(line(batch, 3))])
  const late = '的结果以前传过，和这次不一样，去查那一笔'
  expect(await takenOver(city, city.cashier, id, turned)).toEqual([
    { row: 2, no: 1, outcome: 'refused', problem: `第 1 行${late}` },
    { row: 3, no: 2, outcome: 'refused', problem: `第 2 行${late}` },
    { row: 4, no: 3, outcome: 'paid' },
  ])
  const { batch: settled } = await city.cashier.claim.batch({ id })
  expect(settled).toMatchObject({ state: 'settled', paid: 2, paidFen: 60_000, failed: 1, hash: first.batch.hash })
  expect(await takenOver(city, city.cashier, id, half)).toEqual([known(2, 1), known(3, 2)])
  expect((await city.cashier.claim.batch({ id })).batch).toEqual(settled)
  expect((await city.cashier.claim.batch({ id, outcome: 'failed' })).lines).toMatchObject([{ no: 2, because: 'name' }])
  expect((await city.cashier.claim.batch({ id, outcome: 'open' })).lines).toEqual([])
  await holds()
})

test('nothing of another batch’s file is taken over here', async () => {
  const [one, other] = [await aBatch('这一批', 1), await aBatch('那一批', 1)]
  const { importId } = await sent(city, city.cashier, one.id, bankFile([paid(line(one, 1))]))
  const asked = { requestId: newRequest(), importId, part: 0 }
  expect(await codeOf(city.cashier.claim.applyResults({ ...asked, batchId: other.id }))).toBe('NOT_FOUND')
  expect(await codeOf(city.cashier.claim.applyResults({ ...asked, batchId: one.id, part: 7 }))).toBe('NOT_FOUND')
  expect(await codeOf(city.reviewer.claim.applyResults({ ...asked, batchId: one.id }))).toBe('FORBIDDEN')
  expect((await sent(city, city.cashier, other.id, bankFile([paid(line(one, 1))]))).problems).toHaveLength(1)
  await holds()
})

test('whoever examined one of them takes over the others, and that one is somebody else’s to take', async () => {
  const examiner = await appoint(city, 'reviewer', 'oWasReviewer')
  const programmeId = await opened(city, { title: '换了岗' })
  const [own] = await waiting({ ...city, reviewer: examiner }, 1, programmeId)
  await waiting(city, 1, programmeId)
  const { id } = await batched(city.cashier, programmeId)
  const file = bankFile((await takenToBank(city.cashier, id)).lines.map(paid))
  const cashier = await atTheTill(city, examiner)
  const rows = await takenOver(city, cashier, id, file)
  expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['paid', 'refused'])
  expect(rows.flatMap(({ problem }) => problem ?? [])).toEqual(['这一笔您审过或写过，换一位出纳来传'])
  expect(await standing(own?.phone ?? cashier, own?.id ?? '')).toMatchObject({ state: 'batched' })
  await holds()
  expect((await takenOver(city, city.cashier, id, file)).map(({ outcome }) => outcome).sort()).toEqual([
    'known',
    'paid',
  ])
  expect((await city.cashier.claim.batch({ id })).batch.state).toBe('settled')
  await holds()
})

test('what the bank sent back is told with the reason, mended or tried again, and paid by the next batch', async () => {
  const batch = await aBatch('没打成', 2)
  await takenOver(
    city,
    city.cashier,
    batch.id,
    bankFile([failed(line(batch, 1)), failed(line(batch, 2), '银行系统超时')]),
  )
  await holds()
  expect(await booksOf(batch.programmeId)).toEqual([240_000, 60_000, 0])
  const [mends, waits] = [await whose(batch, 1), await whose(batch, 2)]
  expect(await toldTo(mends.phone)).toContain('没发成：没打成：卡号不对。2 月 19 日（周五）前改好，再打一次。')
  expect(await toldTo(waits.phone)).toContain('没发成：没打成：银行那边没办成。2 月 19 日（周五）前改好，再打一次。')
  expect(mends.claim.state).toBe('payFailed')
  expect(await codeOf(makeBatch(city.cashier, batch.programmeId))).toBe('NOTHING_TO_PAY')
  const card = { account: cardNumber(4711), bank: '建设银行' }
  const { id, version } = mends.claim
  const repair = { requestId: newRequest(), id, version, action: 'repair', form: { card } } as const
  expect(await codeOf(city.cashier.claim.act(repair))).toBe('FORBIDDEN')
  const repaired = await mends.phone.claim.act(repair)
  expect(await mends.phone.claim.act(repair)).toEqual(repaired)
  expect(await codeOf(act(waits.phone, waits.claim, 'retry'))).toBe('FORBIDDEN')
  await act(city.cashier, waits.claim, 'retry')
  await holds()
  const next = await batched(city.cashier, batch.programmeId)
  expect(next).toMatchObject({ lines: 2, totalFen: 60_000 })
  const { lines } = await takenToBank(city.cashier, next.id)
  expect(lines.map(({ account }) => account)).toContain(cardNumber(4711))
  await holds()
  await takenOver(city, city.cashier, next.id, bankFile(lines.map(paid)))
  await holds()
  expect(await booksOf(batch.programmeId)).toEqual([240_000, 0, 60_000])
  expect((await city.cashier.claim.batch({ id: batch.id })).batch).toMatchObject({
    state: 'settled',
    failed: 2,
    paid: 0,
  })
  expect((await takenToBank(city.cashier, batch.id)).lines).toEqual(batch.lines)
})

describe('once it is paid', () => {
  let batch: Batch
  beforeAll(async () => {
    batch = await aBatch('到账了', 4)
    await takenOver(city, city.cashier, batch.id, bankFile(batch.lines.map(paid)))
  })
  afterEach(holds)
  const deed = (id: string, version: number) => ({ requestId: newRequest(), id, version })

  test('its claimant hears it and says that it came', async () => {
    const { phone, claim } = await whose(batch, 1)
    expect(await toldTo(phone)).toContain('发出来了：到账了，300 元。看看到了没有。')
    expect(await codeOf(act(city.cashier, claim, 'confirm'))).toBe('FORBIDDEN')
    expect(await act(phone, claim, 'confirm')).toMatchObject({ state: 'confirmed' })
    expect(await booksOf(batch.programmeId)).toEqual([180_000, 0, 120_000])
  })

  test('one who says it did not come is looked for, and it is found', async () => {
    const { phone, claim } = await whose(batch, 2)
    const { version } = await act(phone, claim, 'miss')
    expect(await toldTo(city.cashier)).toContain('有人说没收到钱：到账了，去银行查一下。')
    const found = {
      ...deed(claim.id, version),
      action: 'found',
      form: { reason: '2 月 3 日进的账，尾号 0012' },
    } as const
    expect(await codeOf(phone.claim.act(found))).toBe('FORBIDDEN')
    expect(await codeOf(city.reviewer.claim.act(found))).toBe('FORBIDDEN')
    const moved = await city.cashier.claim.act(found)
    expect(moved.state).toBe('paid')
    expect(await city.cashier.claim.act(found)).toEqual(moved)
    expect(await toldTo(phone)).toContain('查过了：到账了：2 月 3 日进的账，尾号 0012。再看看到了没有。')
  })

  test('or it came back to the bank: it is kept for them again, and not paid', async () => {
    const { phone, claim } = await whose(batch, 3)
    const { version } = await act(phone, claim, 'miss')
    const back = { ...deed(claim.id, version), action: 'bounceBack', form: { because: 'closed' } } as const
    expect(await codeOf(city.union.claim.act(back))).toBe('NOT_FOUND')
    await city.cashier.claim.act(back)
    expect((await toldTo(phone)).join()).toContain('没发成：到账了：卡停用了。')
    expect(await booksOf(batch.programmeId)).toEqual([180_000, 30_000, 90_000])
  })

  test('and called back by a reviewer is free again once the cashier has the slip', async () => {
    const { phone, claim } = await whose(batch, 4)
    const recall = { ...deed(claim.id, claim.version), action: 'recall', form: { reason: '不在上海过年' } } as const
    expect(await codeOf(city.cashier.claim.act(recall))).toBe('FORBIDDEN')
    const { version } = await city.reviewer.claim.act(recall)
    expect(await booksOf(batch.programmeId)).toEqual([180_000, 30_000, 90_000])
    await holds()
    const repay = { ...deed(claim.id, version), action: 'repay', form: { receipt: 'HD20210301' } } as const
    expect(await codeOf(city.reviewer.claim.act(repay))).toBe('FORBIDDEN')
    const repaid = await city.cashier.claim.act(repay)
    expect(await city.cashier.claim.act(repay)).toEqual(repaid)
    expect((await standing(phone, claim.id)).state).toBe('repaid')
    expect(await booksOf(batch.programmeId)).toEqual([210_000, 30_000, 60_000])
  })
})
