/** What a desk does with a roster: one person taken out, sent back for another roster, let lie and put away by the clock. */
import { act } from '../builders/claims'
import {
  asCsv,
  countAll,
  handedIn,
  people,
  type RosterTown,
  read,
  reading,
  rosterForm,
  rosterOf,
  startRosterTown,
} from '../builders/rosters'
import { storedIn } from '../builders/stored'
import { newRequest, START } from '../builders/town'
import { DAY } from '../builders/wishes'

let city: RosterTown
beforeEach(async () => {
  city = await startRosterTown()
})
afterEach(() => city.town.stop())

type Acted = { readonly id: string; readonly version: number }

const rowIdOf = async ({ id }: { id: string }, at = 0): Promise<string> => {
  const { rows } = await city.reviewer.claim.rosterPart({ id, part: 0 })
  return rows[at]?.rowId ?? ''
}

const strike = ({ id, version }: Acted, rowId: string, requestId = newRequest()) => {
  const form = { rowId, reason: '社保不在这家' }
  return city.reviewer.claim.act({ requestId, id, version, action: 'strike', form })
}

const sendBack = async ({ id, version }: Acted, ...parts: string[]): Promise<Acted> => {
  const back = { requestId: newRequest(), id, version, form: { reason: '名册上有人不在了', parts } }
  const returned = await city.reviewer.claim.act({ ...back, action: 'return' })
  return { id: returned.id, version: returned.version }
}

test('one person is taken out: the sum goes down once, their month is free, and nobody is told', async () => {
  const { one, two, town } = city
  const claim = await handedIn(city, one, asCsv(people(3)))
  const rowId = await rowIdOf(claim, 1)
  await expect(
    one.phone.claim.act({
      requestId: newRequest(),
      id: claim.id,
      version: claim.version,
      action: 'strike',
      form: { rowId, reason: '自己去掉' },
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(strike(claim, 'nobody:2021-02')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const requestId = newRequest()
  const struck = await strike(claim, rowId, requestId)
  expect(await strike(claim, rowId, requestId)).toEqual(struck)
  await expect(strike(struck, rowId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await rosterOf(one, claim.id)).toMatchObject({ people: 2, amountFen: 120_000, refused: 1 })
  const { rows } = await one.phone.claim.rosterPart({ id: claim.id, part: 0 })
  expect(rows.map(({ isCounted, problem }) => [isCounted, problem])).toEqual([
    [true, undefined],
    [false, '审核的人去掉了这个人'],
    [true, undefined],
  ])
  const [theirs] = await countAll(two, await read(city, two, asCsv(people(3))))
  expect(theirs).toMatchObject({ counted: 1, amountFen: 60_000 })
  const db = await storedIn(town.cloud)
  expect((await db.all('notices')).filter(({ template }) => template === 'countedYou')).toEqual([])
})

test('two taken out at once: the sum is that of who is left', async () => {
  const claim = await handedIn(city, city.one, asCsv(people(3)))
  const [first, second] = await Promise.all([rowIdOf(claim, 0), rowIdOf(claim, 1)])
  const struck = await Promise.allSettled([strike(claim, first), strike(claim, second), strike(claim, first)])
  expect(struck.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await rosterOf(city.one, claim.id)).toMatchObject({ people: 2, amountFen: 120_000 })
})

test('sent back for its roster, another one is given; whom a reviewer took out it does not bring back', async () => {
  const { one } = city
  const claim = await handedIn(city, one, asCsv(people(3)))
  const struck = await strike(claim, await rowIdOf(claim, 2))
  const returned = await sendBack(struck, 'roster')
  const input = await reading(city, one, asCsv(people(3, 1)))
  const { claim: again } = await one.phone.claim.readRoster({ ...input, claim: returned })
  expect(again).toMatchObject({ state: 'returned', people: 0, partsDone: 0 })
  const mending = { requestId: newRequest(), id: again.id, version: again.version, form: rosterForm() }
  await expect(one.phone.claim.submitRoster(mending)).rejects.toMatchObject({ code: 'ROSTER_UNCOUNTED' })
  const [counted] = await countAll(one, again)
  expect(counted?.rows.map(({ problem }) => problem)).toEqual([undefined, '审核的人去掉了这个人', undefined])
  const { claim: mended } = await one.phone.claim.submitRoster(mending)
  expect(mended).toMatchObject({ state: 'submitted', people: 2, amountFen: 120_000 })
  expect(await one.phone.claim.submitRoster(mending)).toEqual({ claim: mended })
  const db = await storedIn(city.town.cloud)
  expect(await db.all('counted')).toHaveLength(2)
})

test('sent back for something else, the roster stands', async () => {
  const { one } = city
  const claim = await handedIn(city, one, asCsv(people(2)))
  const returned = await sendBack(claim, 'card')
  const input = await reading(city, one, asCsv(people(2)))
  await expect(one.phone.claim.readRoster({ ...input, claim: returned })).rejects.toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  })
  const { claim: mended } = await one.phone.claim.submitRoster({
    requestId: newRequest(),
    id: claim.id,
    version: returned.version,
    form: rosterForm(),
  })
  expect(mended).toMatchObject({ state: 'submitted', people: 2, amountFen: 120_000 })
})

test('begun and never handed in, it is put away after a week: it holds nobody, and its employer is told', async () => {
  const { one, two, town } = city
  const draft = await read(city, one, asCsv(people(2)))
  await countAll(one, draft)
  town.cloud.setNow(new Date(START.getTime() + 6 * DAY))
  await town.cloud.tick()
  expect(await rosterOf(one, draft.id)).toMatchObject({ state: 'draft' })
  town.cloud.setNow(new Date(START.getTime() + 9 * DAY))
  await expect(one.phone.claim.countRoster({ requestId: newRequest(), id: draft.id, part: 0 })).rejects.toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  })
  expect(await rosterOf(one, draft.id)).toMatchObject({ state: 'withdrawn' })
  const { rows } = await one.phone.inbox.list({})
  expect(rows.map(({ title }) => title)).toContain('名册收起来了')
  const [theirs] = await countAll(two, await read(city, two, asCsv(people(2))))
  expect(theirs).toMatchObject({ counted: 2 })
})

test('agreed to, it is paid to the company’s account as one', async () => {
  const claim = await handedIn(city, city.one, asCsv(people(2)))
  const approved = await act(city.reviewer, claim, 'approve')
  expect(approved).toMatchObject({ state: 'approved' })
  await expect(strike(approved, await rowIdOf(claim))).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
  const { batch } = await city.cashier.claim.makeBatch({
    requestId: newRequest(),
    scope: { level: 'district', id: '310106' },
    programmeId: city.trainingId,
  })
  expect(batch).toMatchObject({ lines: 1, totalFen: 120_000 })
})
