/** A batch of payments: made by the cashier of that desk alone, of what they had no part in, numbered without a gap, closed once. */
import { act, type ClaimTown, claimed, form, opened, standing, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { CITY, DISTRICT, FAR_DISTRICT, newRequest, type Phone, STREET, siteDetails } from '../builders/town'
import {
  appoint,
  atTheTill,
  bankFile,
  batched,
  codeOf,
  district,
  linesOf,
  makeBatch,
  paid,
  takenOver,
  takenToBank,
  toldTo,
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
afterEach(async () => expect(await untruePaying(db)).toEqual([]))

describe('who makes a batch', () => {
  test('nobody but a cashier of that desk, and nothing of it is read elsewhere', async () => {
    const programmeId = await opened(city, { title: '谁能打' })
    expect(await codeOf(makeBatch(city.cashier, programmeId))).toBe('NOTHING_TO_PAY')
    await waiting(city, 1, programmeId)
    const far = { level: 'district', id: FAR_DISTRICT } as const
    const elsewhere = await city.town.appoint(city.admin, 'cashier', far, 'oFarCashier', '远出纳')
    for (const one of [city.union, city.reviewer, city.signer, city.supervisor, city.admin, city.siteOfficer])
      expect(await codeOf(makeBatch(one, programmeId))).toBe('FORBIDDEN')
    expect(await codeOf(makeBatch(elsewhere, programmeId))).toBe('NOT_FOUND')
    const asked = { requestId: newRequest(), programmeId }
    expect(await codeOf(elsewhere.claim.makeBatch({ ...asked, scope: far }))).toBe('NOTHING_TO_PAY')
    expect(await codeOf(city.cashier.claim.makeBatch({ ...asked, scope: { level: 'city', id: CITY } }))).toBe(
      'NOT_FOUND',
    )
    expect(await codeOf(makeBatch(city.cashier, 'no-programme'))).toBe('NOT_FOUND')
    expect(await codeOf(makeBatch(city.cashier, programmeId, { batchId: 'no-batch' }))).toBe('NOT_FOUND')
    const { id } = await batched(city.cashier, programmeId)
    expect(await codeOf(makeBatch(elsewhere, programmeId, { batchId: id }))).toBe('NOT_FOUND')
    expect(await codeOf(elsewhere.claim.batch({ id }))).toBe('NOT_FOUND')
    expect(await codeOf(elsewhere.claim.batches({ scope: district }))).toBe('NOT_FOUND')
    expect(await codeOf(city.reviewer.claim.batch({ id }))).toBe('FORBIDDEN')
    expect((await city.supervisor.claim.batch({ id })).batch.can).toEqual([])
    const file = { requestId: newRequest(), id, form: 'csv', reason: '看看' } as const
    expect(await codeOf(elsewhere.claim.batchFile(file))).toBe('NOT_FOUND')
    expect(await codeOf(city.supervisor.claim.batchFile(file))).toBe('FORBIDDEN')
  })

  test('who watches over the city and pays elsewhere reads it, and goes on with none of it', async () => {
    const programmeId = await opened(city, { title: '督查' })
    await waiting(city, 1, programmeId)
    const { id } = await batched(city.cashier, programmeId)
    const both = await city.town.appoint(city.admin, 'supervisor', { level: 'city', id: CITY }, 'oBoth', '双岗')
    await city.town.appoint(city.admin, 'cashier', { level: 'district', id: FAR_DISTRICT }, 'oBoth', '双岗')
    expect((await both.claim.batch({ id })).lines).toHaveLength(1)
    const file = { requestId: newRequest(), id, form: 'csv', reason: '看看' } as const
    expect(await codeOf(both.claim.batchFile(file))).toBe('FORBIDDEN')
    expect(await codeOf(makeBatch(both, programmeId, { batchId: id }))).toBe('FORBIDDEN')
    const results = { requestId: newRequest(), batchId: id }
    expect(await codeOf(both.claim.importResults({ ...results, fileId: 'cloud://inbox/x' }))).toBe('FORBIDDEN')
    expect(await codeOf(both.claim.applyResults({ ...results, importId: 'none', part: 0 }))).toBe('FORBIDDEN')
  })

  test('what they examined, signed or asked for themselves is left out, and the rest goes in', async () => {
    const programmeId = await opened(city, { title: '三个人', countersignAboveFen: 10_000 })
    const [examiner, signer] = [
      await appoint(city, 'reviewer', 'oWasReviewer'),
      await appoint(city, 'countersigner', 'oWasSigner'),
    ]
    const claims: { id: string; phone: Phone }[] = []
    for (const [reviews, signs] of [
      [city.reviewer, city.signer],
      [examiner, city.signer],
      [city.reviewer, signer],
      [city.reviewer, city.signer],
    ] as const) {
      const { phone, claim } = await claimed(city, {}, programmeId)
      await act(signs, await act(reviews, claim, 'approve'), 'countersign')
      claims.push({ id: claim.id, phone })
    }
    const ids = (...places: number[]) => places.map((at) => claims[at]?.id).sort()
    const paidBy = async (cashier: Phone) => {
      const { id } = await batched(cashier, programmeId)
      return (await linesOf(cashier, id)).map(({ claimId }) => claimId).sort()
    }
    const own = claims[3]?.phone
    if (!own) throw new Error('nobody there')
    const examinedBefore = await atTheTill(city, examiner)
    expect(await paidBy(examinedBefore)).toEqual(ids(0, 2, 3))
    expect(await codeOf(makeBatch(examinedBefore, programmeId))).toBe('NOTHING_TO_PAY')
    await appoint(city, 'cashier', own.openid)
    expect(await paidBy(own)).toEqual(ids(1))
  })

  test('whoever wrote the programme pays nothing of it', async () => {
    const writer = await city.town.appoint(city.admin, 'unionOfficer', district, 'oWriter', '陆又敏')
    await appoint(city, 'cashier', 'oWriter')
    const programmeId = await opened({ union: writer }, { title: '自己写的' })
    await waiting(city, 1, programmeId)
    expect(await codeOf(makeBatch(writer, programmeId))).toBe('NOTHING_TO_PAY')
    expect((await batched(city.cashier, programmeId)).lines).toBe(1)
  })
})

describe('a batch', () => {
  test('sent twice is one, adds up, and is closed with its lines in the order they are due', async () => {
    const programmeId = await opened(city, { title: '一批' })
    const [early] = await waiting(city, 1, programmeId)
    city.town.cloud.setNow(new Date('2021-02-02T02:00:00.000Z'))
    await waiting(city, 2, programmeId)
    if (!early) throw new Error('nobody there')
    const asked = { requestId: newRequest(), scope: district, programmeId }
    const made = await city.cashier.claim.makeBatch(asked)
    expect(made).toMatchObject({ left: 0, batch: { state: 'closed', lines: 3, totalFen: 90_000, paid: 0, failed: 0 } })
    await waiting(city, 1, programmeId)
    expect(await city.cashier.claim.makeBatch(asked)).toEqual(made)
    expect(await makeBatch(city.cashier, programmeId, { batchId: made.batch.id })).toEqual(made)
    const lines = await linesOf(city.cashier, made.batch.id)
    expect(lines.map(({ no }) => no)).toEqual([1, 2, 3])
    expect(lines[0]).toMatchObject({ claimId: early.id, amountFen: 30_000 })
    expect(lines[0]?.maskedAccount).toMatch(/^\*{4} \d{4}$/)
    expect(await standing(early.phone, early.id)).toMatchObject({ state: 'batched' })
    const { rows } = await city.cashier.claim.batches({ scope: district })
    expect(rows[0]).toEqual(made.batch)
    expect((await city.supervisor.claim.batches({ scope: district })).rows[0]?.can).toEqual([])
    expect((await batched(city.cashier, programmeId)).lines).toBe(1)
  })

  test('of two cashiers who gather at once gives no claim two lines', async () => {
    const programmeId = await opened(city, { title: '两个出纳' })
    await waiting(city, 8, programmeId)
    const other = await appoint(city, 'cashier', 'oCashier2')
    const fault = city.town.cloud.faults.on({ at: 'database', kind: 'latency', spreadMs: 20 })
    const codes = await Promise.all([city.cashier, other, other].map((one) => codeOf(batched(one, programmeId))))
    city.town.cloud.faults.off(fault)
    expect(codes).toContain('done')
    const batches = await db.all('batches', { programmeId })
    expect(batches.reduce((all, { lines }) => all + Number(lines), 0)).toBe(8)
    expect(batches.every(({ lines }) => Number(lines) > 0)).toBe(true)
    expect(await db.all('batchLines', { batchId: { $in: batches.map(({ _id }) => _id) } })).toHaveLength(8)
  })

  test('cannot be left by a claim that is in it', async () => {
    const programmeId = await opened(city, { title: '出不来' })
    const [one] = await waiting(city, 1, programmeId)
    if (!one) throw new Error('nobody there')
    await batched(city.cashier, programmeId)
    const { version, can } = await standing(one.phone, one.id)
    expect(can).toEqual([])
    expect(await codeOf(act(one.phone, { id: one.id, version }, 'withdraw'))).toBe('ACTION_NOT_ALLOWED')
  })

  test('of a city’s programme holds what lies on this district’s desk, and nobody’s card where none is paid to', async () => {
    const writer = await city.town.appoint(
      city.admin,
      'unionOfficer',
      { level: 'city', id: CITY },
      'oCityUnion',
      '总工',
    )
    const details = { title: '全市礼包', gives: 'inKind', what: '新春礼包', benefit: 'entertainment' } as const
    const programmeId = await opened({ union: writer }, details, { level: 'city', id: CITY })
    const { phone, claim } = await claimed(city, { ...form(), card: undefined }, programmeId)
    await act(city.reviewer, claim, 'approve')
    const batch = await batched(city.cashier, programmeId)
    expect(batch).toMatchObject({ lines: 1, gives: 'inKind', totalFen: 30_000 })
    expect(await linesOf(city.cashier, batch.id)).toMatchObject([{ claimId: claim.id, maskedAccount: '', bank: '' }])
    expect((await takenToBank(city.cashier, batch.id)).lines).toMatchObject([{ no: '1', account: '', bank: '' }])
    expect(await standing(phone, claim.id)).toMatchObject({ state: 'batched' })
  })

  test('of an organisation’s own programme lies on its desk alone', async () => {
    const { town, admin } = city
    await admin.site.addArea({
      requestId: newRequest(),
      kind: 'org',
      id: 'org-shangjian',
      name: '上建集团',
      districtId: DISTRICT,
    })
    const own = { level: 'org', id: 'org-shangjian' } as const
    const place = { requestId: newRequest(), streetId: STREET, orgId: own.id, details: siteDetails }
    const { site } = await admin.site.create(place)
    const keeper = await town.appoint(admin, 'siteOfficer', { level: 'site', id: site.id }, 'oOrgSite', '周建国')
    const [writer, reviewer, cashier] = [
      await town.appoint(admin, 'employerOfficer', own, 'oOrgOfficer', '单发起'),
      await town.appoint(admin, 'reviewer', own, 'oOrgReviewer', '单一审'),
      await town.appoint(admin, 'cashier', own, 'oOrgCashier', '单出纳'),
    ]
    const programmeId = await opened({ union: writer }, { title: '本单位的' }, own)
    const { phone, claim } = await claimed({ ...city, scene: site.scene, siteOfficer: keeper }, {}, programmeId)
    expect(await codeOf(act(city.reviewer, claim, 'approve'))).toBe('NOT_FOUND')
    await act(reviewer, claim, 'approve')
    const asked = { requestId: newRequest(), programmeId }
    expect(await codeOf(city.cashier.claim.makeBatch({ ...asked, scope: district }))).toBe('NOTHING_TO_PAY')
    expect(await codeOf(city.cashier.claim.makeBatch({ ...asked, scope: own }))).toBe('NOT_FOUND')
    const { batch } = await cashier.claim.makeBatch({ ...asked, scope: own })
    expect(batch).toMatchObject({ state: 'closed', lines: 1 })
    expect(await codeOf(city.cashier.claim.batch({ id: batch.id }))).toBe('NOT_FOUND')
    expect((await cashier.claim.batches({ scope: own })).rows).toEqual([batch])
    const file = bankFile((await takenToBank(cashier, batch.id)).lines.map(paid))
    expect(await takenOver(city, cashier, batch.id, file)).toMatchObject([{ outcome: 'paid' }])
    const { version } = await standing(phone, claim.id)
    await act(phone, { id: claim.id, version }, 'miss')
    expect(await toldTo(cashier)).toContain('有人说没收到钱：本单位的，去银行查一下。')
    expect((await toldTo(city.cashier)).join()).not.toContain('本单位的')
  })
})
