/** What the desk reads: its lists by day, their figures, and nothing that is not its own; by the index alone. */

import { claimedFrom, inDistrict, listOf, waitsOf } from '../builders/claim-desk'
import { aClaimant, act, type ClaimTown, claimed, form, opened, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { CITY, DISTRICT, FAR_DISTRICT, newRequest, type Phone, START, STREET, siteDetails } from '../builders/town'
import { registered } from '../builders/workers'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())

const DAY = 24 * 60 * 60_000
const at = (days: number) => city.town.cloud.setNow(new Date(START.getTime() + days * DAY))

const desk = async (by: Phone, scope: Parameters<Phone['claim']['desk']>[0]['scope'] = inDistrict) => {
  const { queues, late } = await by.claim.desk({ scope })
  return { late, lines: Object.fromEntries(queues.map(({ queue, ...line }) => [queue, line])) }
}

describe('who reads a work list', () => {
  test('nobody without a part at that desk: not a worker, not who wrote the programme, not another district’s', async () => {
    const { phone } = await claimed(city)
    const far = await city.town.appoint(city.admin, 'reviewer', { level: 'district', id: FAR_DISTRICT }, 'oFarReviewer')
    const asked = [
      [phone, 'FORBIDDEN'],
      [city.union, 'FORBIDDEN'],
      [city.town.phone('oNobody'), 'FORBIDDEN'],
      [far, 'NOT_FOUND'],
    ] as const
    for (const [by, code] of asked) {
      await expect(listOf(by, 'review')).rejects.toMatchObject({ code })
      await expect(by.claim.desk({ scope: inDistrict })).rejects.toMatchObject({ code })
    }
    const wider = { scope: { level: 'city', id: CITY } as const }
    await expect(city.reviewer.claim.desk(wider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(city.reviewer.claim.workList({ ...wider, queue: 'review' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(listOf(city.reviewer, 'late')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('a reviewer their own lists, a signer and a cashier theirs, whoever watches all of them', async () => {
    const names = async (by: Phone) => Object.keys((await desk(by)).lines)
    expect(await names(city.reviewer)).toEqual(['review', 'appeal'])
    expect(await names(city.signer)).toEqual(['sign'])
    expect(await names(city.cashier)).toEqual(['pay', 'bank', 'trace', 'repay'])
    expect(await names(city.supervisor)).toEqual(['review', 'sign', 'pay', 'bank', 'trace', 'appeal', 'repay'])
    expect(waitsOf(city, 'desk')).toBe(1)
  })

  test('a name is masked, nothing of the card is there, and the one fact says what is in doubt', async () => {
    const { claim } = await claimedFrom(city, {
      title: '有合同才领',
      rules: [{ fact: 'hasContract', must: { is: [true] }, source: { documentId: 'notice', article: '第二条' } }],
    })
    const { rows } = await listOf(city.reviewer, 'review')
    const row = rows.find(({ id }) => id === claim.id)
    expect(row).toMatchObject({
      maskedName: expect.stringMatching(/^.\*+$/),
      fact: '还不知道本人签没签合同',
      isClear: false,
      can: ['take', 'return', 'approve', 'refuse'],
    })
    expect(rows.find(({ title }) => title === '留沪通讯费补贴')).toMatchObject({
      isClear: true,
      fact: '1 条规定都过了',
    })
    expect(JSON.stringify(rows)).not.toMatch(/999999|account/)
    expect(waitsOf(city, 'workList')).toBe(2)
  })

  test('a draft is nobody’s but its owner’s', async () => {
    const phone = await aClaimant(city)
    const { claim } = await phone.claim.submit({
      requestId: newRequest(),
      programmeId: city.programmeId,
      edition: 1,
      period: 'once',
      form: form(),
      isDraft: true,
    })
    const { rows } = await listOf(city.reviewer, 'none')
    expect(rows.map(({ id }) => id)).not.toContain(claim.id)
    await expect(city.reviewer.claim.get({ id: claim.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

test('an organisation’s programme lies on its own desk and on no district’s', async () => {
  const { town, admin } = city
  const org = { level: 'org', id: 'org-canteen' } as const
  await admin.site.addArea({ requestId: newRequest(), kind: 'org', id: org.id, name: '暖心餐饮', districtId: DISTRICT })
  const details = { ...siteDetails, name: '餐饮宿舍' }
  const { site } = await admin.site.create({ requestId: newRequest(), streetId: STREET, orgId: org.id, details })
  const employer = await town.appoint(admin, 'employerOfficer', org, 'oOrgEmployer')
  const reviewer = await town.appoint(admin, 'reviewer', org, 'oOrgReviewer')
  const { details: asWritten } = (await city.union.claim.deskProgramme({ id: city.programmeId })).programme
  const { programme } = await employer.claim.saveProgramme({
    requestId: newRequest(),
    scope: org,
    details: { ...asWritten, title: '单位通讯费' },
  })
  const { id: programmeId, version } = programme.row
  await employer.claim.openProgramme({ requestId: newRequest(), id: programmeId, version })
  const { phone } = await registered(town, 'oOrgWorker', site.scene)
  const given = { requestId: newRequest(), programmeId, edition: 1, period: 'once' as const, form: form() }
  const { claim } = await phone.claim.submit(given)
  const ids = async (by: Phone, scope: Parameters<Phone['claim']['workList']>[0]['scope']) =>
    (await by.claim.workList({ scope, queue: 'review' })).rows.map(({ id }) => id)
  expect(await ids(city.reviewer, inDistrict)).not.toContain(claim.id)
  await expect(ids(city.reviewer, org)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(city.reviewer.claim.get({ id: claim.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await ids(reviewer, org)).toEqual([claim.id])
  await expect(ids(reviewer, inDistrict)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

describe('a long list', () => {
  const COPIES = 130
  let programmeId: string
  let ids: string[]
  /** As many as no test hands in one by one: copies of one claim, each due a minute after the other. */
  beforeAll(async () => {
    const { claim, programmeId: own } = await claimedFrom(city, { title: '排长队的补贴' })
    programmeId = own
    const stored = await db.one('claims', claim.id)
    /** What is sealed opens under its own document alone. */
    const sealed = ['payee', 'account', 'said']
    const plain = Object.fromEntries(Object.entries(stored ?? {}).filter(([field]) => !sealed.includes(field)))
    const begins = new Date(String(stored?.dueAt)).getTime()
    ids = Array.from({ length: COPIES }, (_, n) => `copy-${String(n).padStart(4, '0')}`)
    for (const [n, _id] of ids.entries()) {
      const dueAt = new Date(begins + (n + 1) * 60_000).toISOString()
      const own = { _id, personKey: _id, accountKey: _id, dueAt, dueKey: `${dueAt}~${_id}` }
      await db.add('claims', { ...plain, ...own })
    }
  })

  test('is paged by its day, twenty a page, each once', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await city.reviewer.claim.workList({
        scope: inDistrict,
        queue: 'review',
        programmeId,
        ...(cursor === undefined ? {} : { cursor }),
      })
      expect(page.rows.length).toBeLessThanOrEqual(20)
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    } while (cursor !== undefined)
    expect(seen).toHaveLength(COPIES + 1)
    expect(seen.slice(1)).toEqual(ids)
    expect(waitsOf(city, 'workList')).toBe(2)
  })

  test('is told as a hundred and more, today and late apart', async () => {
    expect((await desk(city.reviewer)).lines.review).toMatchObject({ waiting: 100, late: 0, today: 0, hasMore: true })
    const due = String((await db.one('claims', ids[0] ?? ''))?.dueAt)
    city.town.cloud.setNow(new Date(new Date(due).getTime() - 60 * 60_000))
    const { lines } = await desk(city.reviewer)
    expect(lines.review?.today).toBeGreaterThan(0)
    expect(lines.review?.late).toBe(0)
    at(60)
    expect(await desk(city.reviewer)).toMatchObject({ late: 100, lines: { review: { late: 100, today: 0 } } })
    at(0)
  })
})

test('what is late stands on top, and all of it in one list for whoever watches', async () => {
  const before = await claimed(city)
  at(20)
  await city.town.cloud.tick()
  const { claim } = await claimedFrom(city, { title: '后来的' })
  const { rows } = await city.reviewer.claim.workList({ scope: inDistrict, queue: 'review' })
  expect(rows.every(({ isLate }) => isLate)).toBe(true)
  const late = await city.supervisor.claim.workList({ scope: { level: 'city', id: CITY }, queue: 'late' })
  expect(late.rows.length).toBe(20)
  expect(late.rows.every(({ isLate }) => isLate)).toBe(true)
  expect(late.rows.map(({ id }) => id)).not.toContain(claim.id)
  const keys = late.rows.map(({ dueAt }) => dueAt)
  expect(keys).toEqual([...keys].sort())
  const ofOne = await city.reviewer.claim.workList({
    scope: inDistrict,
    queue: 'review',
    programmeId: city.programmeId,
  })
  expect(ofOne.rows.map(({ id }) => id)).toContain(before.claim.id)
})

test('once it is agreed to it leaves the list and stands in the next', async () => {
  const programmeId = await opened(city, { title: '要复核的', countersignAboveFen: 10_000 })
  const { claim } = await claimed(city, {}, programmeId)
  await act(city.reviewer, claim, 'approve')
  const list = { scope: inDistrict, programmeId } as const
  expect((await city.reviewer.claim.workList({ ...list, queue: 'review' })).rows).toEqual([])
  const { rows } = await city.signer.claim.workList({ ...list, queue: 'sign' })
  expect(rows).toMatchObject([{ id: claim.id, awaits: 'countersigner', can: ['countersign', 'overrule'] }])
})
