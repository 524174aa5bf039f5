/** What falls due on a claim by itself: told once to whom it concerns, and nothing of it needs a hand. */

import { booksOf, decline, inDistrict, open, sendBack } from '../builders/claim-desk'
import { act, type ClaimTown, claimed, form, opened, standing, startClaimTown } from '../builders/claims'
import { titles } from '../builders/gifts'
import { paidOut } from '../builders/paying'
import { storedIn } from '../builders/stored'
import { newRequest, type Phone } from '../builders/town'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startClaimTown({}, { closesOn: '2022-12-31' })
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())
afterEach(async () => expect(await db.all('poisons')).toEqual([]))

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Time only goes on, as the timer does. */
const passTo = async (at: string | undefined, ms = 0) => {
  city.town.cloud.setNow(new Date(new Date(at ?? '').getTime() + ms))
  await city.town.cloud.tick()
}
const dueOf = async (phone: Phone, id: string) => (await standing(phone, id)).next.dueAt
const openEnded = { closesOn: '2022-12-31' } as const
const told = async (phone: Phone, title: string) => (await titles(phone)).filter((one) => one === title).length

const listed = async (title: string) => {
  const programmeId = await opened(city, { title, publishDays: 3, ...openEnded })
  const { phone, claim } = await claimed(city, {}, programmeId)
  await act(city.reviewer, claim, 'approve')
  return { phone, id: claim.id, programmeId, until: await dueOf(phone, claim.id) }
}

test('a claim nobody decided in time is late: once to its owner, once to whoever watches, and it is late after that too', async () => {
  const { phone, claim } = await claimed(city)
  const due = await dueOf(phone, claim.id)
  await passTo(due, -MINUTE)
  expect((await standing(phone, claim.id)).next.isLate).toBe(false)
  expect(await told(phone, '您的申领晚了')).toBe(0)
  const before = await told(city.supervisor, '有申领晚了')
  for (const ms of [MINUTE, 2 * MINUTE, DAY]) await passTo(due, ms)
  expect(await standing(phone, claim.id)).toMatchObject({ state: 'submitted', next: { isLate: true } })
  expect(await told(phone, '您的申领晚了')).toBe(1)
  expect(await told(city.supervisor, '有申领晚了')).toBe(before + 1)
  /** Somebody opens it: it is as late as it was, and the day that was promised stays. */
  await act(city.reviewer, await standing(phone, claim.id), 'take')
  expect(await standing(phone, claim.id)).toMatchObject({ state: 'reviewing', next: { isLate: true, dueAt: due } })
  await act(city.reviewer, await standing(phone, claim.id), 'approve')
  expect((await standing(phone, claim.id)).next.isLate).toBe(false)
})

test('what was sent back and not mended is put away, its person free to claim again', async () => {
  const { phone, claim } = await claimed(city)
  await sendBack(city.reviewer, claim)
  const due = await dueOf(phone, claim.id)
  const again = { requestId: newRequest(), programmeId: city.programmeId, edition: 1, period: 'once' as const }
  await expect(phone.claim.submit({ ...again, form: form() })).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  await passTo(due, MINUTE)
  expect(await standing(phone, claim.id)).toMatchObject({ state: 'withdrawn', can: [] })
  expect(await told(phone, '申领收起来了')).toBe(1)
  const { claim: other } = await phone.claim.submit({ ...again, requestId: newRequest(), form: form() })
  expect(other.id).not.toBe(claim.id)
})

test('an appeal is taken up to its last moment and not at it, and the clock comes once for it', async () => {
  const { phone, claim } = await claimed(city)
  await decline(city.reviewer, claim, 'refuse')
  const { appealBy, version } = await standing(phone, claim.id)
  await passTo(appealBy, -MINUTE)
  expect((await standing(phone, claim.id)).can).toEqual(['appeal'])
  await passTo(appealBy)
  expect((await standing(phone, claim.id)).can).toEqual([])
  await expect(decline(phone, { id: claim.id, version }, 'appeal')).rejects.toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  })
  expect(await db.one('claims', claim.id)).not.toHaveProperty('wakeAt')
  expect(await standing(phone, claim.id)).toMatchObject({ state: 'refused', version })
})

describe('a published list', () => {
  test('is over by itself at its last moment, and the cashier’s turn comes; whoever looks first need not wait for the clock', async () => {
    const { phone, id, until, programmeId } = await listed('到日子的')
    await passTo(until, -MINUTE)
    expect((await standing(phone, id)).state).toBe('published')
    city.town.cloud.setNow(new Date(until ?? ''))
    expect(await standing(phone, id)).toMatchObject({
      state: 'cleared',
      next: { text: expect.stringContaining('出纳') },
    })
    const { rows } = await city.cashier.claim.workList({ scope: inDistrict, queue: 'pay', programmeId })
    expect(rows).toMatchObject([{ id, awaits: 'cashier' }])
    expect(await booksOf(db, programmeId)).toMatchObject({ reservedFen: 30_000 })
  })

  test('and is told when the cashier is late', async () => {
    const { phone, id, until } = await listed('出纳晚了的')
    await passTo(until, MINUTE)
    const due = await dueOf(phone, id)
    for (const ms of [MINUTE, 2 * MINUTE]) await passTo(due, ms)
    expect(await standing(phone, id)).toMatchObject({ state: 'cleared', next: { isLate: true } })
    expect(await told(phone, '您的申领晚了')).toBe(1)
  })

  test('is not over while a word against it waits, however late that is, and is over once it is answered', async () => {
    const { phone, id, until } = await listed('有人提异议的')
    const objector = city.town.phone('oClockObjector')
    const said = { requestId: newRequest(), claimId: id, words: '他不在这里干' }
    const { objection } = await objector.claim.object(said)
    for (const ms of [MINUTE, 2 * MINUTE, DAY, 3 * DAY]) await passTo(until, ms)
    expect((await standing(phone, id)).state).toBe('published')
    const stored = await db.one('objections', objection.id)
    const before = await told(city.supervisor, '有申领晚了')
    for (const ms of [MINUTE, 2 * MINUTE]) await passTo(String(stored?.dueAt), ms)
    expect(await told(city.supervisor, '有申领晚了')).toBe(before + 1)
    const { rows } = await city.otherReviewer.claim.objections({ scope: inDistrict })
    const row = rows.find((one) => one.id === objection.id)
    expect(row).toMatchObject({ isLate: true })
    await city.otherReviewer.claim.actObjection({
      requestId: newRequest(),
      id: objection.id,
      version: row?.version ?? 0,
      action: 'dismiss',
      form: { reason: '去工地问过' },
    })
    await passTo(String(stored?.dueAt), 3 * MINUTE)
    expect((await standing(phone, id)).state).toBe('cleared')
  })
})

test('money that is out is asked after once, and what is silent stays as it is', async () => {
  const programmeId = await opened(city, { title: '打出来的', ...openEnded })
  const { phone, id } = await paidOut(city, programmeId)
  const due = await dueOf(phone, id)
  await passTo(due, -MINUTE)
  expect(await told(phone, '有一件等您')).toBe(0)
  for (const ms of [0, MINUTE, DAY]) await passTo(due, ms)
  expect(await told(phone, '有一件等您')).toBe(1)
  expect(await standing(phone, id)).toMatchObject({ state: 'paid', can: ['confirm', 'miss'] })
  expect(await db.one('claims', id)).not.toHaveProperty('wakeAt')
})

test('what a lost answer left untold the clock tells a minute later, the list is shown and nothing is done twice', async () => {
  const programmeId = await opened(city, { title: '断在中间的', publishDays: 3, ...openEnded })
  const { phone, claim } = await claimed(city, {}, programmeId)
  /** The transaction went through, and the function died before it told anybody. */
  city.town.cloud.faults.on({ at: 'database', kind: 'error', name: 'insertDocument/notices', by: 'claim', nth: 1 })
  await act(city.reviewer, claim, 'approve').catch(() => undefined)
  city.town.cloud.faults.off()
  const stored = await db.one('claims', claim.id)
  expect(stored?.events).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'approve' })]))
  await passTo(String(stored?.untoldSince), 2 * MINUTE)
  expect(await standing(phone, claim.id)).toMatchObject({ state: 'published' })
  expect(await told(phone, '同意了')).toBe(1)
  expect(await told(phone, '在公示')).toBe(1)
  const { timeline } = await open(city.reviewer, claim.id)
  expect(timeline.map(({ text }) => text)).toEqual(['开始公示', '一审同意', '交了申领'])
})
