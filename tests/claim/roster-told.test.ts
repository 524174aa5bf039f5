/** Whoever an employer counts is told once, sees by whom, can say that it is wrong, and can be forgotten. */
import { act } from '../builders/claims'
import { erase } from '../builders/forgotten'
import {
  asCsv,
  countAll,
  type Employer,
  handedIn,
  people,
  type RosterTown,
  read,
  reading,
  rosterForm,
  startRosterTown,
} from '../builders/rosters'
import { storedIn } from '../builders/stored'
import { newRequest, START } from '../builders/town'
import { MINUTE } from '../builders/wishes'
import { registered } from '../builders/workers'

let city: RosterTown
beforeEach(async () => {
  city = await startRosterTown()
})
afterEach(() => city.town.stop())

let workers = 0
const aWorker = async () => {
  workers += 1
  const { phone, person } = await registered(city.town, `oRoster-${workers}`, city.scene)
  return { phone, row: [person.name, person.document.number] }
}
type Worker = Awaited<ReturnType<typeof aWorker>>

const toldOf = async ({ phone }: Pick<Worker, 'phone'>): Promise<string[]> =>
  (await phone.inbox.list({})).rows.filter(({ page }) => page === 'claims/counted/index').map(({ text }) => text)

const countedBy = async ({ phone }: Pick<Worker, 'phone'>) => (await phone.claim.counted({})).rows

test('told once when it is handed in, and not before; seen with whose it is and where it stands', async () => {
  const { one, town } = city
  const [worker, other] = [await aWorker(), await aWorker()]
  expect(await countedBy({ phone: town.phone('oNobody') })).toEqual([])
  const draft = await read(city, one, asCsv([worker.row, ...people(2)]))
  await countAll(one, draft)
  expect([await toldOf(worker), await countedBy(worker)]).toEqual([[], []])
  const form = rosterForm()
  const handing = { requestId: newRequest(), id: draft.id, version: draft.version, form }
  await one.phone.claim.submitRoster(handing)
  await one.phone.claim.submitRoster(handing)
  town.cloud.setNow(new Date(START.getTime() + 5 * MINUTE))
  await town.cloud.tick()
  expect(await toldOf(worker)).toEqual(['申江建设：以工代训补贴 2 月。不对，就说一声。'])
  expect([await toldOf(other), await countedBy(other)]).toEqual([[], []])
  expect(await countedBy(worker)).toEqual([
    {
      rowId: expect.stringMatching(/:2021-02$/),
      claimId: draft.id,
      programmeTitle: '以工代训补贴',
      employerName: '申江建设',
      monthLabel: '2021 年 2 月',
      stateLabel: '交了',
      isObjected: false,
    },
  ])
})

test('a roster of many is told in one call as far as it goes, and by the clock to its end', async () => {
  const { one, town } = city
  const [first, last] = [await aWorker(), await aWorker()]
  await handedIn(city, one, asCsv([first.row, ...people(1_199), last.row]))
  expect(await toldOf(first)).toHaveLength(1)
  expect(await toldOf(last)).toEqual([])
  town.cloud.setNow(new Date(START.getTime() + 2 * MINUTE))
  await town.cloud.tick()
  expect(await toldOf(last)).toHaveLength(1)
  town.cloud.setNow(new Date(START.getTime() + 4 * MINUTE))
  await town.cloud.tick()
  expect([await toldOf(first), await toldOf(last)].map((told) => told.length)).toEqual([1, 1])
  const db = await storedIn(town.cloud)
  expect((await db.all('claims')).filter(({ untoldSince }) => untoldSince !== undefined)).toEqual([])
})

test('taken back, it is in nobody’s list; another roster tells only who was not told', async () => {
  const { one, reviewer } = city
  const [worker, other] = [await aWorker(), await aWorker()]
  const claim = await handedIn(city, one, asCsv([worker.row]))
  const form = { reason: '少了一个人', parts: ['roster'] }
  const back = { requestId: newRequest(), id: claim.id, version: claim.version, form }
  const returned = await reviewer.claim.act({ ...back, action: 'return' })
  const input = await reading(city, one, asCsv([worker.row, other.row]))
  const again = { ...input, claim: { id: claim.id, version: returned.version } }
  const { claim: draft } = await one.phone.claim.readRoster(again)
  await countAll(one, draft)
  const handing = { requestId: newRequest(), id: claim.id, version: draft.version, form: rosterForm() }
  const { claim: mended } = await one.phone.claim.submitRoster(handing)
  expect([await toldOf(worker), await toldOf(other)].map((told) => told.length)).toEqual([1, 1])
  await act(one.phone, mended, 'withdraw')
  expect([await countedBy(worker), await countedBy(other)]).toEqual([[], []])
})

test('a word against it stands on the row, to the worker, the employer and the desk', async () => {
  const { one, reviewer } = city
  const [worker, other] = [await aWorker(), await aWorker()]
  const claim = await handedIn(city, one, asCsv([worker.row, other.row]))
  const [line] = await countedBy(worker)
  const words = { requestId: newRequest(), claimId: claim.id, rowId: line?.rowId ?? '', words: '我不在这家上班' }
  await expect(other.phone.claim.object(words)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const said = await worker.phone.claim.object(words)
  expect(await worker.phone.claim.object(words)).toEqual(said)
  expect(await countedBy(worker)).toMatchObject([{ isObjected: true }])
  const seen = async (by: Employer['phone']) =>
    (await by.claim.rosterPart({ id: claim.id, part: 0 })).rows.map(({ isObjected }) => isObjected)
  expect([await seen(one.phone), await seen(reviewer)]).toEqual([
    [true, false],
    [true, false],
  ])
})

describe('whoever erases their registration', () => {
  const rowsOf = async (by: Employer['phone'], id: string) =>
    (await by.claim.rosterPart({ id, part: 0 })).rows.map(({ maskedName, maskedNumber, isCounted }) => [
      maskedName,
      maskedNumber,
      isCounted,
    ])
  const GONE = ['（删了登记）', '', true]

  test('stays on a roster that is being decided, sealed, and goes from it once it is over', async () => {
    const { one, reviewer, otherReviewer } = city
    const [worker, other] = [await aWorker(), await aWorker()]
    const claim = await handedIn(city, one, asCsv([worker.row, other.row]))
    await erase(worker.phone)
    expect(await countedBy(worker)).toEqual([])
    const before = await rowsOf(reviewer, claim.id)
    expect(before).not.toContainEqual(GONE)
    const say = { id: claim.id, form: { reason: '材料不齐' } }
    const refused = await reviewer.claim.act({
      ...say,
      requestId: newRequest(),
      version: claim.version,
      action: 'refuse',
    })
    const appealed = await one.phone.claim.act({
      ...say,
      requestId: newRequest(),
      version: refused.version,
      action: 'appeal',
    })
    await otherReviewer.claim.act({
      ...say,
      requestId: newRequest(),
      version: appealed.version,
      action: 'uphold',
    })
    expect(await rowsOf(one.phone, claim.id)).toEqual([GONE, before[1]])
    const db = await storedIn(city.town.cloud)
    const [sheet] = await db.all('sheets', { subjectId: claim.id })
    expect(JSON.stringify(sheet)).not.toContain(worker.row[1])
  })

  test('goes at once from a roster that is over, with no other person’s row touched', async () => {
    const { one, reviewer } = city
    const [worker, other] = [await aWorker(), await aWorker()]
    const claim = await handedIn(city, one, asCsv([worker.row, other.row]))
    const before = await rowsOf(one.phone, claim.id)
    const refused = await reviewer.claim.act({
      requestId: newRequest(),
      id: claim.id,
      version: claim.version,
      action: 'refuse',
      form: { reason: '材料不齐' },
    })
    expect(refused.state).toBe('refused')
    city.town.cloud.setNow(new Date(START.getTime() + 40 * 24 * 60 * MINUTE))
    await erase(worker.phone)
    expect(await rowsOf(one.phone, claim.id)).toEqual([GONE, before[1]])
  })
})
