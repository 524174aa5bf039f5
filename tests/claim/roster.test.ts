/** An employer claims for many: columns asked for, rows judged one by one, nobody counted twice, one claim over all of it. */
import { aClaimant, act, claimed, form } from '../builders/claims'
import {
  asCsv,
  countAll,
  handedIn,
  nameOf,
  numberOf,
  people,
  type RosterTown,
  read,
  reading,
  rosterForm,
  rosterOf,
  startRosterTown,
} from '../builders/rosters'
import { DISTRICT, newRequest } from '../builders/town'

let city: RosterTown
beforeAll(async () => {
  city = await startRosterTown()
})
afterAll(() => city.town.stop())

test('only an officer of that employer reads, counts or hands in', async () => {
  const { one, two } = city
  const input = await reading(city, one, asCsv(people(2, 100)))
  await expect(two.phone.claim.readRoster(input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(city.union.claim.readRoster(input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(two.phone.claim.rosterClaims({ scope: one.scope })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { claim } = await one.phone.claim.readRoster({ ...input, month: '2020-12' })
  const part = { requestId: newRequest(), id: claim.id, part: 0 }
  await expect(two.phone.claim.countRoster(part)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(two.phone.claim.rosterPart({ id: claim.id, part: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(city.reviewer.claim.rosterPart({ id: claim.id, part: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const form = rosterForm()
  const handing = { requestId: newRequest(), id: claim.id, version: claim.version, form }
  await expect(two.phone.claim.submitRoster(handing)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(one.phone.claim.submitRoster(handing)).rejects.toMatchObject({ code: 'ROSTER_UNCOUNTED' })
})

test('a roster is read, counted row by row and handed in; all of it sent twice', async () => {
  const { one } = city
  const rows = [...people(3), [nameOf(0), numberOf(0)], ['钱', '310106199001011230'], ['孙小', numberOf(3)]]
  const input = await reading(city, one, asCsv(rows))
  const first = await one.phone.claim.readRoster(input)
  const again = await one.phone.claim.readRoster(input)
  expect(again).toEqual(first)
  expect(first).toMatchObject({ rows: 6, claim: { state: 'draft', parts: 1, partsDone: 0, people: 0, amountFen: 0 } })
  const { id } = first.claim
  const counting = { requestId: newRequest(), id, part: 0 }
  const counted = await one.phone.claim.countRoster(counting)
  expect(counted).toMatchObject({ counted: 4, refused: 2, amountFen: 240_000, partsDone: 1 })
  expect(counted.rows.map(({ isCounted, problem }) => [isCounted, problem])).toEqual([
    [true, undefined],
    [true, undefined],
    [true, undefined],
    [false, '和第 2 行是同一个人，只算一行'],
    [false, expect.stringContaining('最后一位对不上')],
    [true, undefined],
  ])
  expect(await one.phone.claim.countRoster(counting)).toEqual(counted)
  expect(await rosterOf(one, id)).toMatchObject({ amountFen: 240_000, people: 4, refused: 2, partsDone: 1 })
  const handing = { requestId: newRequest(), id, version: first.claim.version, form: rosterForm() }
  const { claim } = await one.phone.claim.submitRoster(handing)
  expect(claim).toMatchObject({ state: 'submitted', amountFen: 240_000, people: 4 })
  expect(await one.phone.claim.submitRoster(handing)).toEqual({ claim })
  const seen = await city.reviewer.claim.rosterPart({ id, part: 0 })
  expect(seen.rows[0]).toMatchObject({ maskedName: '王**', isCounted: true, amountFen: 60_000 })
  expect(JSON.stringify(seen)).not.toContain(numberOf(0))
})

test('another officer of the same employer goes on where the first one stopped, and no officer of it decides', async () => {
  const { one, town, admin, reviewer, trainingId } = city
  const colleague = await town.appoint(admin, 'employerOfficer', one.scope, 'oColleague', '冯人事')
  const both = await town.appoint(admin, 'employerOfficer', one.scope, 'oBothRoles', '陈人事')
  await town.appoint(admin, 'reviewer', { level: 'district', id: DISTRICT }, 'oBothRoles', '陈人事')
  const draft = await read(city, one, asCsv(people(2, 20)), { month: '2021-01' })
  const second = { phone: colleague, scope: one.scope }
  expect((await rosterOf(second, draft.id)).can).toEqual(expect.arrayContaining(['reread', 'submit', 'withdraw']))
  await countAll(second, draft)
  const { claim } = await colleague.claim.submitRoster({
    requestId: newRequest(),
    id: draft.id,
    version: draft.version,
    form: rosterForm(),
  })
  expect(claim.timeline.map(({ text, by }) => [text, by])).toEqual([
    ['交了申领', '您'],
    ['开始传名册', '同事'],
  ])
  await expect(act(both, claim, 'take')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(act(both, claim, 'approve')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const approved = await act(reviewer, claim, 'approve')
  expect(approved).toMatchObject({ state: 'approved' })
  const { programme } = await city.union.claim.deskProgramme({ id: trainingId })
  expect(programme.row.books).toMatchObject({ reservedFen: 120_000, placesUsed: 2 })
})

test('an employer’s claim is nothing to the people registered there, nor theirs to them', async () => {
  const worker = await aClaimant(city)
  const { programmes } = await worker.claim.programmes({})
  /** They read of it, as their employer's to ask for. */
  expect(programmes.find(({ id }) => id === city.trainingId)).toMatchObject({ claimant: 'employer' })
  const input = { requestId: newRequest(), programmeId: city.trainingId, edition: 1, period: '2021-02', form: form() }
  await expect(worker.claim.submit(input)).rejects.toMatchObject({ code: 'CLAIM_NOT_ELIGIBLE' })
  const keeper = { phone: city.siteOfficer, scope: { level: 'site', id: city.siteId } as const }
  expect((await city.siteOfficer.claim.rosterClaims({ scope: keeper.scope })).claims).toEqual([])
  const { claim } = await claimed(city)
  await expect(act(city.siteOfficer, claim, 'withdraw')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a site without an employer of its own claims by its own officer, one claim a month', async () => {
  const site = { phone: city.siteOfficer, scope: { level: 'site', id: city.siteId } as const }
  const { programmes } = await site.phone.claim.employerProgrammes({ scope: site.scope })
  expect(programmes.map(({ programme, columns }) => [programme.title, columns])).toEqual([
    [
      '以工代训补贴',
      [
        { label: '姓名', isOptional: false },
        { label: '证件', isOptional: true },
        { label: '证件号', isOptional: false },
      ],
    ],
  ])
  const claim = await handedIn(city, site, asCsv(people(1, 40)))
  expect(claim).toMatchObject({ state: 'submitted', periodLabel: '2021 年 2 月' })
  const again = await reading(city, site, asCsv(people(1, 41)))
  await expect(site.phone.claim.readRoster(again)).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  const { programmes: after } = await site.phone.claim.employerProgrammes({ scope: site.scope })
  expect(after[0]?.programme.periods.find(({ period }) => period === '2021-02')).toMatchObject({ claimId: claim.id })
})

test('a month that is not given, or not yet come, and a programme that is shut', async () => {
  const { one } = city
  const input = await reading(city, one, asCsv(people(1, 60)))
  for (const month of ['2021-03', '2020-11', 'once'] as const)
    await expect(one.phone.claim.readRoster({ ...input, month })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await expect(one.phone.claim.readRoster({ ...input, edition: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
  const own = { ...input, programmeId: city.programmeId }
  await expect(one.phone.claim.readRoster(own)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
