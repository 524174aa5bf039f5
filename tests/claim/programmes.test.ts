/** A programme is data: written, tried, opened only with its papers, changed only as a new edition, and its money never below what is spoken for. */
import {
  aClaimant,
  approved,
  type ClaimTown,
  claimed,
  details,
  form,
  opened,
  source,
  startClaimTown,
} from '../builders/claims'
import { CITY, DISTRICT, FAR_DISTRICT, newRequest, type Phone } from '../builders/town'

const scope = { level: 'district', id: DISTRICT } as const

let city: ClaimTown
let bureau: Phone
beforeAll(async () => {
  city = await startClaimTown()
  bureau = await city.town.appoint(city.admin, 'bureauOfficer', { level: 'city', id: CITY }, 'oBureau', '鲁人社')
})
afterAll(() => city.town.stop())

const written = async (over = {}) => {
  const { programme } = await city.union.claim.saveProgramme({ requestId: newRequest(), scope, details: details(over) })
  return programme
}

describe('who writes one', () => {
  test('a worker and a reviewer do not, and a union only over its own place', async () => {
    const worker = await aClaimant(city)
    const input = { requestId: newRequest(), scope, details: details() }
    await expect(worker.claim.saveProgramme(input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.reviewer.claim.saveProgramme(input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const far = { ...input, scope: { level: 'district', id: FAR_DISTRICT } as const }
    await expect(city.union.claim.saveProgramme(far)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('the bureau does over its city, and sent twice it is one', async () => {
    const input = {
      requestId: newRequest(),
      scope: { level: 'city', id: CITY } as const,
      details: details({ title: '全市一次' }),
    }
    const [one, two] = [await bureau.claim.saveProgramme(input), await bureau.claim.saveProgramme(input)]
    expect(two.programme.row.id).toBe(one.programme.row.id)
    const { rows } = await bureau.claim.deskProgrammes({ scope: { level: 'city', id: CITY } })
    expect(rows.filter(({ title }) => title === '全市一次')).toHaveLength(1)
  })

  test('a draft is nobody else’s to see', async () => {
    const { row } = await written({ title: '草稿' })
    const worker = await aClaimant(city)
    await expect(worker.claim.programme({ id: row.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(worker.claim.deskProgramme({ id: row.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await worker.claim.programmes({})).programmes.map(({ title }) => title)).not.toContain('草稿')
  })
})

describe('opened', () => {
  test('only with a paper for the amount and for every rule: each one that lacks is said at its field', async () => {
    const { row, problems } = await written({
      documents: [],
      amountSource: undefined,
      rules: [{ fact: 'stay', must: { is: ['staying'] } }],
    })
    const wanted = ['details.documents', 'details.amountSource', 'details.rules']
    expect(problems.map(({ field }) => field)).toEqual(wanted)
    const opening = { requestId: newRequest(), id: row.id, version: row.version }
    const refused = await city.union.claim.openProgramme(opening).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'PROGRAMME_UNSOURCED' })
    expect(Object.keys((refused as { detail: { fields: object } }).detail.fields)).toEqual(wanted)
  })

  test('once, with its books, and opened twice it is open once', async () => {
    const { row } = await written({ title: '开一次' })
    const opening = { requestId: newRequest(), id: row.id, version: row.version }
    const [one, two] = [await city.union.claim.openProgramme(opening), await city.union.claim.openProgramme(opening)]
    expect(two.programme.row).toEqual(one.programme.row)
    expect(one.programme).toMatchObject({
      row: { state: 'open', edition: 1, books: { budgetFen: 10_000_000, freeFen: 10_000_000 } },
      editions: [{ edition: 1 }],
    })
    await expect(city.union.claim.openProgramme({ ...opening, requestId: newRequest() })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    })
  })

  test('its rules change only as a new edition with a reason, and a claim keeps the one it was judged by', async () => {
    const programmeId = await opened(city, { title: '会改的' })
    const { phone, claim } = await claimed(city, {}, programmeId)
    const { programme } = await city.union.claim.deskProgramme({ id: programmeId })
    const next = {
      requestId: newRequest(),
      scope,
      details: details({ title: '会改的', amount: { way: 'fixed', fen: 50_000 } }),
      programme: { id: programmeId, version: programme.row.version },
    }
    await expect(city.union.claim.saveProgramme(next)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const why = { ...next, why: '市里加了钱' }
    const [saved, again] = [await city.union.claim.saveProgramme(why), await city.union.claim.saveProgramme(why)]
    expect(again.programme.row).toEqual(saved.programme.row)
    expect(saved.programme.editions.map(({ edition, why: said }) => [edition, said])).toEqual([
      [2, '市里加了钱'],
      [1, undefined],
    ])
    const { claims } = await phone.claim.mine({ id: claim.id })
    expect(claims[0]).toMatchObject({ edition: 1, amountFen: 30_000 })
    const worker = await aClaimant(city)
    const old = { requestId: newRequest(), programmeId, edition: 1, period: 'once' as const, form: form() }
    await expect(worker.claim.submit(old)).rejects.toMatchObject({ code: 'CONFLICT' })
    const { claim: fresh } = await worker.claim.submit({ ...old, requestId: newRequest(), edition: 2 })
    expect(fresh).toMatchObject({ edition: 2, amountFen: 50_000 })
  })

  test('its budget goes up, and never below what is spoken for', async () => {
    const programmeId = await opened(city, { title: '加减钱' })
    await approved(city, {}, programmeId)
    const { programme } = await city.union.claim.deskProgramme({ id: programmeId })
    const fund = (budgetFen: number) => ({
      requestId: newRequest(),
      id: programmeId,
      version: programme.row.version,
      action: 'fund' as const,
      budgetFen,
      reason: '改预算',
    })
    await expect(city.union.claim.actProgramme(fund(29_999))).rejects.toMatchObject({ code: 'BUDGET_IN_USE' })
    const { programme: less } = await city.union.claim.actProgramme(fund(30_000))
    expect(less.row.books).toMatchObject({ budgetFen: 30_000, freeFen: 0, reservedFen: 30_000, paidFen: 0 })
    const worker = await aClaimant(city)
    const { programmes } = await worker.claim.programmes({})
    expect(programmes.find(({ id }) => id === programmeId)).toMatchObject({ isFull: true, waiting: 0 })
  })

  test('closed before its day nobody new claims, and what was handed in goes on', async () => {
    const programmeId = await opened(city, { title: '早关的' })
    const { claim } = await claimed(city, {}, programmeId)
    const { programme } = await city.union.claim.deskProgramme({ id: programmeId })
    const closing = {
      requestId: newRequest(),
      id: programmeId,
      version: programme.row.version,
      action: 'close' as const,
      reason: '钱发完了',
    }
    await city.union.claim.actProgramme(closing)
    await city.union.claim.actProgramme(closing)
    const worker = await aClaimant(city)
    const late = { requestId: newRequest(), programmeId, edition: 1, period: 'once' as const, form: form() }
    await expect(worker.claim.submit(late)).rejects.toMatchObject({ code: 'PROGRAMME_CLOSED' })
    const { id, version } = claim
    await city.reviewer.claim.act({ requestId: newRequest(), id, version, action: 'approve', form: {} })
  })
})

describe('tried before it opens', () => {
  test('on made-up people: every rule’s answer and how much; an unknown is not a yes', async () => {
    const rules = [
      { fact: 'stay' as const, must: { is: ['staying'] }, source },
      { fact: 'hasContract' as const, must: { is: [true] }, source },
    ]
    const { people } = await city.union.claim.tryRules({
      details: details({ rules }),
      people: [
        { name: '留下的', facts: { stay: 'staying', hasContract: true } },
        { name: '没说的', facts: { stay: 'staying' } },
        { name: '要走的', facts: { stay: 'leaving', hasContract: true } },
      ],
    })
    expect(people.map(({ name, verdict, amountFen }) => [name, verdict, amountFen])).toEqual([
      ['留下的', 'yes', 30_000],
      ['没说的', 'unknown', 30_000],
      ['要走的', 'no', 30_000],
    ])
  })

  test('on the registered as figures alone, page by page, and only over one’s own place', async () => {
    await aClaimant(city)
    const counted = await city.union.claim.countRegistered({ scope, details: details() })
    expect(counted).toEqual({ yes: expect.any(Number), no: 0, unknown: 0 })
    expect(counted.yes).toBeGreaterThan(0)
    const far = { level: 'district', id: FAR_DISTRICT } as const
    await expect(city.union.claim.countRegistered({ scope: far, details: details() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
