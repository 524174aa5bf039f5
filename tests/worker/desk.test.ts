/** What the desk sees and decides: its own scope only, everything masked, each look at a whole value written down and told. */
import { readSheet } from 'read-excel-file/node'
import {
  CITY,
  DISTRICT,
  FAR_STREET,
  newRequest,
  OTHER_STREET,
  type Phone,
  STREET,
  startTown,
  type Town,
} from '../builders/town'
import { registered } from '../builders/workers'

let town: Town
let admin: Phone
let scene: string
let siteId: string
let farSiteId: string
let sameStreetSite: Awaited<ReturnType<Town['site']>>
const people: Awaited<ReturnType<typeof registered>>[] = []
const officers: Record<string, Phone> = {}

const at = (level: 'city' | 'district' | 'street' | 'site', id: string) => ({ scope: { level, id } })
const once = () => ({ requestId: newRequest() })
const phoneOf = (person: (typeof people)[number] | undefined): string =>
  person?.person.phone.source === 'typed' ? person.person.phone.phone : ''

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  ;({ scene, id: siteId } = started.site)
  sameStreetSite = await town.site(admin, STREET, '同街工地')
  const otherStreet = await town.site(admin, OTHER_STREET, '邻街工地')
  const far = await town.site(admin, FAR_STREET, '外区工地')
  farSiteId = far.id
  officers.site = await town.appoint(admin, 'siteOfficer', { level: 'site', id: siteId }, 'oSite', '周建国')
  officers.street = await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oStreet', '沈丽')
  officers.district = await town.appoint(admin, 'unionOfficer', { level: 'district', id: DISTRICT }, 'oUnion', '陆敏')
  for (const [index, code] of [scene, scene, sameStreetSite.scene, otherStreet.scene, far.scene].entries())
    people.push(await registered(town, `oPerson-${index}`, code))
})
afterAll(() => town.stop())

const desk = (name: string): Phone => officers[name] ?? admin
const ids = async (by: Phone, asked: Parameters<Phone['worker']['roster']>[0]) =>
  (await by.worker.roster(asked)).rows.map(({ id }) => id)
const idsOf = (...which: number[]): string[] => which.map((index) => people[index]?.card.id ?? '').reverse()

describe('the roster', () => {
  test('of another scope is not there', async () => {
    const gone = expect.objectContaining({ code: 'NOT_FOUND' })
    await expect(desk('site').worker.roster(at('street', STREET))).rejects.toEqual(gone)
    await expect(desk('site').worker.roster(at('site', farSiteId))).rejects.toEqual(gone)
    await expect(desk('street').worker.roster(at('street', OTHER_STREET))).rejects.toEqual(gone)
    await expect(desk('district').worker.roster(at('city', CITY))).rejects.toEqual(gone)
    await expect(admin.worker.roster(at('city', '320500'))).rejects.toEqual(gone)
    await expect(people[0]?.phone.worker.roster(at('site', siteId))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('shows each officer exactly theirs', async () => {
    expect((await ids(desk('site'), at('site', siteId))).sort()).toEqual(idsOf(0, 1).sort())
    expect((await ids(desk('street'), at('street', STREET))).sort()).toEqual(idsOf(0, 1, 2).sort())
    expect((await ids(desk('district'), at('district', DISTRICT))).sort()).toEqual(idsOf(0, 1, 2, 3).sort())
    expect((await ids(admin, at('city', CITY))).sort()).toEqual(idsOf(0, 1, 2, 3, 4).sort())
  })

  test('carries no whole value', async () => {
    const said = JSON.stringify(await admin.worker.roster(at('city', CITY)))
    const whole = people.flatMap((one) => [one.person.name, one.person.document.number, phoneOf(one)])
    expect(whole.filter((value) => said.includes(value))).toEqual([])
    expect(said).toContain('198****')
  })

  test('finds an exact name and exact last four, and nothing by a part', async () => {
    const { name, document } = people[0]?.person ?? { name: '', document: { number: '' } }
    const scope = at('street', STREET)
    expect(await ids(desk('street'), { ...scope, search: { by: 'name', name } })).toContain(people[0]?.card.id)
    const tail = document.number.slice(-4)
    expect(await ids(desk('street'), { ...scope, search: { by: 'tail', tail } })).toContain(people[0]?.card.id)
    expect(await ids(desk('street'), { ...scope, search: { by: 'name', name: name.slice(0, 2) } })).toEqual([])
    await expect(
      desk('street').worker.roster({ ...scope, search: { by: 'tail', tail: tail.slice(1) } }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { fields: { 'search.tail': '输证件号最后 4 位' } } })
  })

  test('pages without a gap or a double while people register in between', async () => {
    const site = await town.site(admin, STREET, '大工地')
    const register = (index: number) => {
      town.cloud.setNow(new Date(Date.UTC(2021, 1, 1, 3, 0, index)))
      return registered(town, `oMany-${index}`, site.scene)
    }
    for (let index = 0; index < 45; index += 1) await register(index)
    const met: string[] = []
    let cursor: string | undefined
    do {
      const page = await admin.worker.roster({ ...at('site', site.id), ...(cursor ? { cursor } : {}) })
      met.push(...page.rows.map(({ id }) => id))
      cursor = page.next
      await register(45 + met.length)
    } while (cursor)
    expect(met).toHaveLength(45)
    expect(new Set(met).size).toBe(45)
    const filter = {
      state: 'submitted',
      stay: 'staying',
      residence: 'factory',
      exposure: 'no',
      isMinor: false,
    } as const
    expect(await ids(admin, { ...at('site', site.id), filter })).toHaveLength(20)
    expect(await ids(admin, { ...at('site', site.id), filter: { ...filter, stay: 'leaving' } })).toEqual([])
  })
})

describe('a decision', () => {
  test('is verified once, on what the officer saw, and never by the one it is about', async () => {
    const keeper = await registered(town, 'oSite', scene)
    const own = { ...once(), id: keeper.card.id, version: 0, action: 'verify', form: {} } as const
    await expect(desk('site').worker.act(own)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const verify = { ...once(), id: people[0]?.card.id ?? '', version: 0, action: 'verify', form: {} } as const
    await expect(desk('site').worker.act({ ...verify, version: 3 })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await desk('site').worker.act(verify)).toMatchObject({ state: 'verified', version: 1, can: ['reject'] })
    expect(await desk('site').worker.act(verify)).toMatchObject({ state: 'verified', version: 1 })
    await expect(desk('street').worker.act({ ...verify, ...once(), version: 1 })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    })
    const told = await people[0]?.phone.inbox.list({})
    expect(told?.rows.map(({ title }) => title)).toEqual(['核实好了'])
  })

  test('of no needs a reason, which the person reads', async () => {
    const id = people[1]?.card.id ?? ''
    const reject = { ...once(), id, version: 0, action: 'reject' } as const
    await expect(desk('site').worker.act({ ...reject, form: { reason: ' ' } })).rejects.toMatchObject({
      detail: { fields: { 'form.reason': '原因还没写' } },
    })
    const form = { reason: '名字和证件上的不一样' }
    expect(await desk('site').worker.act({ ...reject, form })).toMatchObject({ state: 'rejected' })
    expect((await people[1]?.phone.worker.mine({}))?.card).toMatchObject({ rejectedBecause: form.reason, tone: 'stop' })
    expect((await desk('site').worker.get({ id })).timeline[0]).toMatchObject({ by: '您', note: form.reason })
  })
})

describe('a whole value', () => {
  test('is shown for a reason, written down once, and the person hears of it', async () => {
    const shown = people[2]
    const ask = { ...once(), id: shown?.card.id ?? '', what: 'phone', reason: '通知领年货' } as const
    const gone = expect.objectContaining({ code: 'NOT_FOUND' })
    await expect(desk('site').worker.reveal(ask)).rejects.toEqual(gone)
    await expect(admin.worker.reveal(ask)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await desk('street').worker.reveal(ask)).toEqual({ value: phoneOf(shown) })
    expect(await desk('street').worker.reveal(ask)).toEqual({ value: phoneOf(shown) })
    const seen = await shown?.phone.worker.seen({})
    expect(seen?.rows).toMatchObject([{ role: '街道', byName: '沈丽', what: '手机号', reason: '通知领年货' }])
    const told = await shown?.phone.inbox.list({})
    expect(told?.rows.map(({ text }) => text)).toEqual(['街道看了您的手机号，说是：通知领年货。'])
  })
})

describe('the roster as a file', () => {
  test('is masked, marked with who took it and what for, and lives ten minutes', async () => {
    const ask = { ...once(), ...at('street', STREET), filter: { state: 'submitted' }, reason: '节前走访' } as const
    await expect(desk('site').worker.exportRoster(ask)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    town.cloud.setNow(new Date('2021-02-01T04:00:00.000Z'))
    const { fileUrl, count, expiresAt } = await desk('street').worker.exportRoster(ask)
    expect(expiresAt).toBe('2021-02-01T04:10:00.000Z')
    const rows = await readSheet(Buffer.from(await (await fetch(fileUrl)).arrayBuffer()))
    expect(rows).toHaveLength(count + 3)
    expect(String(rows[0]?.[0])).toMatch(/曹家渡街道 · 街道 沈丽 · 2021-02-01 12:00 导出 · 用途：节前走访/)
    const said = JSON.stringify(rows)
    const whole = people.flatMap((one) => [one.person.name, one.person.document.number, phoneOf(one)])
    expect(whole.filter((value) => said.includes(value))).toEqual([])
    town.cloud.setNow(new Date('2021-02-01T04:10:01.000Z'))
    expect((await fetch(fileUrl)).status).toBe(403)
  })
})
