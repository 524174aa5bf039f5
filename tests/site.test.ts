/** Sites and the codes on their walls: what the desk, and whoever scans, may rely on. */
import { MAX_CODE_VERSION, readScene, sceneOf } from '../domain/kernel/scene'
import {
  CITY,
  DISTRICT,
  FAR_DISTRICT,
  FAR_STREET,
  newRequest,
  OTHER_STREET,
  type Phone,
  STREET,
  siteDetails,
  startTown,
  type Town,
} from './builders/town'

type Site = Awaited<ReturnType<Town['site']>>

let town: Town
let admin: Phone
let street: Phone
let otherStreet: Phone
let keeper: Phone
let mediator: Phone
let stranger: Phone
let site: Site

const refusedAs = (code: string) => ({ code })

beforeAll(async () => {
  ;({ town, admin, site } = await startTown())
  street = await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oStreet', '沈丽')
  otherStreet = await town.appoint(admin, 'streetOfficer', { level: 'street', id: OTHER_STREET }, 'oOther', '李梅')
  keeper = await town.appoint(street, 'siteOfficer', { level: 'site', id: site.id }, 'oKeeper', '周建国')
  mediator = await town.appoint(admin, 'mediator', { level: 'district', id: DISTRICT }, 'oMediator', '许宁')
  stranger = town.phone('oStranger')
})
afterAll(() => town.stop())

describe('a street', () => {
  const named = { kind: 'street', name: '石门二路街道', districtId: DISTRICT } as const

  test('is added by nobody but an admin of its city', async () => {
    const id = '310106008'
    await expect(street.site.addArea({ requestId: newRequest(), id, ...named })).rejects.toMatchObject(
      refusedAs('FORBIDDEN'),
    )
    const elsewhere = { requestId: newRequest(), kind: 'street', id: '110101001', name: '东华门', districtId: '110101' }
    await expect(admin.site.addArea({ ...elsewhere, kind: 'street' })).rejects.toMatchObject(refusedAs('NOT_FOUND'))
  })

  test('has a number of its own district, and says so when it has not', async () => {
    const wrong = admin.site.addArea({ requestId: newRequest(), id: '310115008', ...named })
    await expect(wrong).rejects.toMatchObject({ code: 'INPUT_INVALID', detail: { fields: { id: expect.any(String) } } })
  })

  test('is there once however often it is sent, and not under two names', async () => {
    const deed = { requestId: newRequest(), id: '310106008', ...named }
    const first = await admin.site.addArea(deed)
    expect(await admin.site.addArea(deed)).toEqual(first)
    await expect(admin.site.addArea({ ...deed, name: '别的街道' })).rejects.toMatchObject(refusedAs('CONFLICT'))
    const { rows } = await street.site.areas({ districtId: DISTRICT })
    expect(rows.filter(({ id }) => id === '310106008')).toHaveLength(1)
  })
})

describe('opening a site', () => {
  const open = (phone: Phone, streetId: string, requestId = newRequest()) =>
    phone.site.create({ requestId, streetId, details: siteDetails })

  test('is for the desk of that street alone', async () => {
    await expect(open(stranger, STREET)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    await expect(open(keeper, STREET)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    await expect(open(otherStreet, STREET)).rejects.toMatchObject(refusedAs('NOT_FOUND'))
    await expect(open(admin, '310106999')).rejects.toMatchObject(refusedAs('NOT_FOUND'))
  })

  test('sent twice opens one, with one code', async () => {
    const requestId = newRequest()
    const first = await open(street, STREET, requestId)
    expect(await open(street, STREET, requestId)).toEqual(first)
    expect(readScene(first.site.scene).version).toBe(0)
  })

  test('for an organisation needs that organisation', async () => {
    const deed = { requestId: newRequest(), streetId: STREET, orgId: 'org-nobody', details: siteDetails }
    await expect(admin.site.create(deed)).rejects.toMatchObject(refusedAs('NOT_FOUND'))
    await admin.site.addArea({
      requestId: newRequest(),
      kind: 'org',
      id: 'org-builders',
      name: '第七建筑',
      districtId: DISTRICT,
    })
    const { site: opened } = await admin.site.create({ ...deed, orgId: 'org-builders' })
    expect(opened.orgId).toBe('org-builders')
  })
})

describe('scanning', () => {
  test('tells damage, a foreign code and an unknown site apart', async () => {
    await expect(stranger.site.scan({ scene: 'https://example.com' })).rejects.toMatchObject(refusedAs('CODE_FOREIGN'))
    const damaged = `${site.scene.slice(0, 2)}${site.scene[2] === '0' ? '1' : '0'}${site.scene.slice(3)}`
    await expect(stranger.site.scan({ scene: damaged })).rejects.toMatchObject(refusedAs('CODE_DAMAGED'))
    const unknown = sceneOf({ code: 'ZZZZZZZZZZ', version: 0 })
    await expect(stranger.site.scan({ scene: unknown })).rejects.toMatchObject(refusedAs('CODE_FOREIGN'))
  })

  test('shows where one is, to anybody, and then without the database', async () => {
    const shown = await stranger.site.scan({ scene: site.scene })
    expect(shown.site).toMatchObject({ name: siteDetails.name, districtName: '静安区', streetName: '曹家渡街道' })
    await stranger.site.scan({ scene: site.scene })
    const scans = town.cloud.calls().filter(({ fn, endpoint }) => fn === 'site' && endpoint === 'scan')
    expect(scans.at(-1)).toMatchObject({ waits: 0 })
  })
})

describe('a site of another scope', () => {
  test('is not there: not to read, not to change, not to print', async () => {
    for (const phone of [otherStreet, mediator]) {
      await expect(phone.site.get({ id: site.id })).rejects.toMatchObject(refusedAs('NOT_FOUND'))
      await expect(phone.site.list({ scope: { level: 'street', id: STREET } })).rejects.toMatchObject(
        refusedAs('NOT_FOUND'),
      )
    }
    const revoke = {
      id: site.id,
      requestId: newRequest(),
      version: 0,
      action: 'revoke',
      form: { reason: '丢了' },
    } as const
    await expect(otherStreet.site.act(revoke)).rejects.toMatchObject(refusedAs('NOT_FOUND'))
    const print = otherStreet.site.poster({ requestId: newRequest(), id: site.id })
    await expect(print).rejects.toMatchObject(refusedAs('NOT_FOUND'))
    await expect(stranger.site.list({ scope: { level: 'city', id: CITY } })).rejects.toMatchObject(
      refusedAs('FORBIDDEN'),
    )
  })
})

describe('the list of sites', () => {
  test('pages through a scope newest first and shows each once', async () => {
    const made: string[] = []
    for (let n = 0; n < 23; n += 1) {
      town.cloud.setNow(new Date(Date.UTC(2021, 1, 2, 2, n)))
      made.push((await town.site(admin, FAR_STREET, `浦东 ${n} 号`)).id)
    }
    const scope = { level: 'district', id: FAR_DISTRICT } as const
    const first = await admin.site.list({ scope })
    const second = await admin.site.list({ scope, ...(first.next ? { cursor: first.next } : {}) })
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(made.reverse())
    expect(second.next).toBeUndefined()
    const lists = town.cloud.calls().filter(({ fn, endpoint }) => fn === 'site' && endpoint === 'list')
    expect(lists.at(-1)?.waits).toBe(1)
  })
})

describe('a code', () => {
  const act = async (phone: Phone, action: 'revoke' | 'reissue', requestId = newRequest()) => {
    const { site: now } = await phone.site.get({ id: site.id })
    return phone.site.act({ id: site.id, requestId, version: now.version, action, form: { reason: '海报被撕了' } })
  }

  test('that was changed by somebody else is not changed again unseen', async () => {
    const form = { ...siteDetails, keeperName: '吴新民' }
    const update = { id: site.id, version: 0, action: 'update', form } as const
    const { site: updated } = await keeper.site.act({ ...update, requestId: newRequest() })
    expect(updated).toMatchObject({ keeperName: '吴新民', version: 1 })
    await expect(street.site.act({ ...update, requestId: newRequest() })).rejects.toMatchObject(refusedAs('CONFLICT'))
  })

  test('once stopped lets nobody in, and a new one stops every older poster', async () => {
    const requestId = newRequest()
    const stopped = await act(keeper, 'revoke', requestId)
    expect(await act(keeper, 'revoke', requestId)).toEqual(stopped)
    await expect(act(keeper, 'revoke')).rejects.toMatchObject(refusedAs('ACTION_NOT_ALLOWED'))
    const print = keeper.site.poster({ requestId: newRequest(), id: site.id })
    await expect(print).rejects.toMatchObject(refusedAs('CODE_REVOKED'))
    const { site: fresh } = await act(keeper, 'reissue')
    expect(readScene(fresh.scene)).toEqual({ ...readScene(site.scene), version: 1 })
    town.cloud.setNow(new Date('2021-02-03T02:00:00.000Z'))
    await expect(stranger.site.scan({ scene: site.scene })).rejects.toMatchObject(refusedAs('CODE_REVOKED'))
    expect((await stranger.site.scan({ scene: fresh.scene })).site.siteId).toBe(site.id)
  })

  test('keeps who did what and why', async () => {
    const { timeline } = await street.site.get({ id: site.id })
    expect(timeline.map(({ text }) => text)).toEqual([
      '换了新码，旧海报不能用了',
      '停用了码',
      '改了点位资料',
      '建了点位',
    ])
    expect(timeline[0]).toMatchObject({ by: '周**', note: '海报被撕了' })
  })

  test('cannot be changed more often than its one sign can tell', async () => {
    let { site: last } = await admin.site.get({ id: site.id })
    while (readScene(last.scene).version < MAX_CODE_VERSION) ({ site: last } = await act(admin, 'reissue'))
    await expect(act(admin, 'reissue')).rejects.toMatchObject(refusedAs('SITE_CODE_EXHAUSTED'))
  })
})
