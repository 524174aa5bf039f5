/** Nobody is counted twice: not by two employers, two accounts, two months too many, the same file twice, or all of them at once. */
import { act, opened } from '../builders/claims'
import {
  anEmployer,
  asCsv,
  countAll,
  type Employer,
  handedIn,
  people,
  type RosterTown,
  read,
  reading,
  startRosterTown,
  training,
} from '../builders/rosters'
import { type Stored, storedIn } from '../builders/stored'
import { newRequest } from '../builders/town'

let city: RosterTown
let programmeId: string
beforeAll(async () => {
  city = await startRosterTown()
})
beforeEach(async () => {
  programmeId = await opened(city, training({ mostMonths: 2 }))
})
afterAll(() => city.town.stop())

const problems = async (by: Employer, claim: { id: string; parts: number }) =>
  (await countAll(by, claim)).flatMap(({ rows }) => rows.map(({ problem }) => problem ?? 'counted'))

/** Everybody of this programme as the database has them: no month twice, as many as it says. */
const untrue = async (): Promise<Stored[]> => {
  const db = await storedIn(city.town.cloud)
  const all = await db.all('counted', { programmeId })
  return all.filter(({ months, used }) => {
    const named = Array.isArray(months) ? months.map(({ month }) => month) : []
    return named.length !== used || new Set(named).size !== named.length || named.length > 2
  })
}

test('what one employer counted another does not, and is not told by whom', async () => {
  const { one, two } = city
  await handedIn(city, one, asCsv(people(3)), { programmeId })
  const second = await read(city, two, asCsv(people(4, 1)), { programmeId })
  expect(await problems(two, second)).toEqual([
    '这个人 2 月已由别的单位报过',
    '这个人 2 月已由别的单位报过',
    'counted',
    'counted',
  ])
  expect(await untrue()).toEqual([])
})

test('as many months as the programme gives, by whichever employer', async () => {
  const { one, two } = city
  await handedIn(city, one, asCsv(people(2)), { programmeId, month: '2020-12' })
  await handedIn(city, two, asCsv(people(1)), { programmeId, month: '2021-01' })
  const third = await read(city, one, asCsv(people(3)), { programmeId, month: '2021-02' })
  expect(await problems(one, third)).toEqual(['一个人最多 2 个月，已经满了', 'counted', 'counted'])
  expect(await untrue()).toEqual([])
})

test('the same file by two officers of one employer is one claim and counts once', async () => {
  const { one, town, admin } = city
  const colleague = await town.appoint(admin, 'employerOfficer', one.scope, 'oOnceColleague', '冯人事')
  const file = asCsv(people(2))
  const draft = await read(city, one, file, { programmeId })
  const theirs = await reading(city, { phone: colleague, scope: one.scope }, file, { programmeId })
  await expect(colleague.claim.readRoster(theirs)).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  const counts = await Promise.all([countAll(one, draft), countAll({ phone: colleague, scope: one.scope }, draft)])
  expect(counts.flat().map(({ counted, amountFen }) => [counted, amountFen])).toEqual([
    [2, 120_000],
    [2, 120_000],
  ])
  expect(await untrue()).toEqual([])
})

test('four employers with the same three hundred people, all at once: each person is somebody’s, and nobody’s twice', async () => {
  const others = await Promise.all(['三', '四'].map((name) => anEmployer(city, `${name}号单位`)))
  const all = [city.one, city.two, ...others]
  const file = asCsv(people(300))
  const drafts = await Promise.all(all.map((by) => read(city, by, file, { programmeId })))
  const sheets = all.flatMap((by, n) => [0, 1].map((part) => ({ by, id: drafts[n]?.id ?? '', part })))
  const counts = await Promise.all(
    sheets.flatMap(({ by, id, part }) =>
      [1, 2].map(async () => ({
        ...(await by.phone.claim.countRoster({ requestId: newRequest(), id, part })),
        key: `${id}:${part}`,
      })),
    ),
  )
  const once = [...new Map(counts.map((count) => [count.key, count])).values()]
  expect(once.reduce((sum, { counted }) => sum + counted, 0)).toBe(300)
  for (const count of counts) expect(count.counted).toBe(once.find(({ key }) => key === count.key)?.counted)
  expect(await untrue()).toEqual([])
})

test('taken back, its people are anybody’s again', async () => {
  const { one, two } = city
  const claim = await handedIn(city, one, asCsv(people(2)), { programmeId })
  await act(one.phone, claim, 'withdraw')
  const db = await storedIn(city.town.cloud)
  expect(await db.all('counted', { programmeId })).toEqual([])
  expect(await db.all('sheets', { subjectId: claim.id })).toEqual([])
  const second = await read(city, two, asCsv(people(2)), { programmeId })
  expect(await problems(two, second)).toEqual(['counted', 'counted'])
  const again = await read(city, one, asCsv(people(3)), { programmeId })
  expect((await problems(one, again)).at(-1)).toBe('counted')
})

test('another roster in the place of the first gives back whom only the first one counted', async () => {
  const { one, two } = city
  const draft = await read(city, one, asCsv(people(3)), { programmeId })
  await countAll(one, draft)
  const input = await reading(city, one, asCsv(people(2, 2)), { programmeId })
  const reread = { ...input, claim: { id: draft.id, version: draft.version } }
  const { claim } = await one.phone.claim.readRoster(reread)
  expect(await one.phone.claim.readRoster(reread)).toEqual({ claim, rows: 2 })
  expect(claim).toMatchObject({ id: draft.id, parts: 1, partsDone: 0, people: 0 })
  const theirs = await read(city, two, asCsv(people(3)), { programmeId })
  expect(await problems(two, theirs)).toEqual(['counted', 'counted', 'counted'])
  expect(await problems(one, claim)).toEqual(['这个人 2 月已由别的单位报过', 'counted'])
  expect(await untrue()).toEqual([])
})

test('whom a call went on counting after its claim was taken back stands in nobody’s way', async () => {
  const { one, two } = city
  const claim = await handedIn(city, one, asCsv(people(1)), { programmeId })
  const db = await storedIn(city.town.cloud)
  const [left] = await db.all('counted', { programmeId })
  await act(one.phone, claim, 'withdraw')
  if (left) await db.add('counted', left)
  const theirs = await read(city, two, asCsv(people(1)), { programmeId })
  expect(await problems(two, theirs)).toEqual(['counted'])
  expect(await untrue()).toEqual([])
})

test('refused for good, it holds nobody', async () => {
  const { one, two, reviewer, otherReviewer } = city
  const claim = await handedIn(city, one, asCsv(people(1)), { programmeId })
  const form = { reason: '不是他们的人' }
  const say = { requestId: newRequest(), id: claim.id, form }
  const refused = await reviewer.claim.act({ ...say, version: claim.version, action: 'refuse' })
  const theirs = await read(city, two, asCsv(people(1)), { programmeId })
  expect(await problems(two, theirs)).toEqual(['这个人 2 月已由别的单位报过'])
  const contested = { ...say, requestId: newRequest(), version: refused.version, action: 'appeal' } as const
  const appealed = await one.phone.claim.act(contested)
  await otherReviewer.claim.act({ ...say, requestId: newRequest(), version: appealed.version, action: 'uphold' })
  const input = await reading(city, two, asCsv(people(1)), { programmeId })
  const again = await two.phone.claim.readRoster({ ...input, claim: { id: theirs.id, version: theirs.version } })
  expect(await problems(two, again.claim)).toEqual(['counted'])
})
