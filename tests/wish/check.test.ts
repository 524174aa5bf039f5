/** The union looks at a wish before the wall does: one proposes, another lists, nobody their own; unchecked words wait. */
import { titles } from '../builders/gifts'
import { DISTRICT, FAR_DISTRICT, newRequest, type Phone } from '../builders/town'
import {
  aDonor,
  details,
  HOUR,
  later,
  listed,
  lit,
  MINUTE,
  standing,
  startWishTown,
  tick,
  type WishTown,
  wished,
  words,
} from '../builders/wishes'

let city: WishTown
let far: Phone
let reviewer: Phone
beforeAll(async () => {
  city = await startWishTown()
  const scope = { level: 'district', id: FAR_DISTRICT } as const
  far = await city.town.appoint(city.admin, 'unionOfficer', scope, 'oFarUnion', '浦东工会')
  const here = { level: 'district', id: '310106' } as const
  reviewer = await city.town.appoint(city.admin, 'contentReviewer', here, 'oReviewer', '看字的人')
})
afterAll(() => city.town.stop())
afterEach(() => city.town.cloud.faults.off())

let passed = 0
const pass = async (ms: number) => {
  passed += ms
  later(city, passed)
  await tick(city)
}
const once = () => ({ requestId: newRequest() })
type Plain = 'propose' | 'list' | 'submit' | 'withdraw'
const act = (phone: Phone, id: string, version: number, action: Plain) =>
  phone.wish.act({ ...once(), id, version, action, form: {} })
const because = (phone: Phone, id: string, version: number, action: 'return' | 'reject' | 'unlist') =>
  phone.wish.act({ ...once(), id, version, action, form: { reason: '说得太细了' } })

test('a union of elsewhere finds no wish of here, listed ones with their worker neither', async () => {
  const { wish } = await wished(city)
  await expect(far.wish.get({ id: wish.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(act(far, wish.id, wish.version, 'propose')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const here = { level: 'district', id: '310106' } as const
  await expect(far.wish.queue({ scope: here, state: 'submitted' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(far.wish.drive({ driveId: city.driveId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const hung = await listed(city)
  await expect(far.wish.get({ id: hung.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(city.keeper.wish.get({ id: hung.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { rows } = await city.keeper.wish.shelf({ siteId: city.stationId, state: 'listed' })
  expect(rows).toEqual([])
  await expect(far.wish.shelf({ siteId: city.stationId, state: 'lit' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a worker and a donor reach no door of the desk', async () => {
  const { phone, id } = await lit(city)
  for (const one of [phone, aDonor(city)]) {
    await expect(one.wish.get({ id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(one.wish.drive({ driveId: city.driveId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(one.wish.receipt({ id, code: '12345678' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(one.posting.queue({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
})

test('nobody lists what they proposed, and no grassroots union lists at all', async () => {
  const { wish } = await wished(city)
  const { version } = await act(city.district, wish.id, wish.version, 'propose')
  await expect(act(city.district, wish.id, version, 'list')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(act(city.grassroots, wish.id, version, 'list')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await act(city.city, wish.id, version, 'list')).toMatchObject({ state: 'listed' })
})

test('one sent back says why, is written anew, and goes its way again', async () => {
  const { phone, wish } = await wished(city)
  const back = await because(city.grassroots, wish.id, wish.version, 'return')
  expect(await titles(phone)).toContain('心愿要改一下')
  expect(await standing(phone, wish.id)).toMatchObject({ state: 'returned', because: '说得太细了' })
  const form = { ...words, story: '想要一个结实的，能用三年。' } as const
  const edited = await phone.wish.act({ ...once(), id: wish.id, version: back.version, action: 'edit', form })
  const again = await act(phone, wish.id, edited.version, 'submit')
  const proposed = await act(city.grassroots, wish.id, again.version, 'propose')
  await act(city.district, wish.id, proposed.version, 'list')
  expect((await aDonor(city).wish.lamp({ wishId: wish.id })).lamp.story).toBe(form.story)
})

test('one refused says why, and leaves its place to another wish; one withdrawn leaves the wall', async () => {
  const { phone, wish } = await wished(city)
  await because(city.grassroots, wish.id, wish.version, 'reject')
  expect(await standing(phone, wish.id)).toMatchObject({ state: 'rejected', because: '说得太细了', can: [] })
  const again = await phone.wish.make({ ...once(), driveId: city.driveId, words })
  expect(again.wish.id).not.toBe(wish.id)
  const hung = await listed(city)
  expect(await act(hung.phone, hung.id, hung.version, 'withdraw')).toMatchObject({ state: 'withdrawn' })
  await expect(aDonor(city).wish.lamp({ wishId: hung.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(aDonor(city).wish.light({ ...once(), wishId: hung.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('one hung by a slip of the thumb is taken down by a district alone, while nobody lit it, and mended', async () => {
  const hung = await listed(city)
  await expect(because(city.grassroots, hung.id, hung.version, 'unlist')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(because(aDonor(city), hung.id, hung.version, 'unlist')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const down = await because(city.district, hung.id, hung.version, 'unlist')
  expect(down.state).toBe('returned')
  expect(await standing(hung.phone, hung.id)).toMatchObject({ state: 'returned', because: '说得太细了' })
  expect(await titles(hung.phone)).toContain('心愿要改一下')
  await expect(aDonor(city).wish.light({ ...once(), wishId: hung.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await act(hung.phone, hung.id, down.version, 'submit')
  const { id } = await lit(city)
  const { row } = await city.district.wish.get({ id })
  await expect(because(city.district, id, row.version, 'unlist')).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
})

test('a desk may look at the wishes of one drive, and at none of another over the same place', async () => {
  const { wish } = await wished(city)
  const scope = { level: 'district', id: DISTRICT } as const
  const asked = { ...once(), scope, details: details(city.stationId) }
  const { drive: other } = await city.district.wish.publishDrive(asked)
  const idsIn = async (driveId: string) =>
    (await city.district.wish.queue({ scope, state: 'submitted', driveId })).rows.map(({ id }) => id)
  expect(await idsIn(city.driveId)).toContain(wish.id)
  expect(await idsIn(other.id)).toEqual([])
})

test('two officers who tap at once are one move, and the other hears of it', async () => {
  const { wish } = await wished(city)
  const both = await Promise.allSettled([
    act(city.grassroots, wish.id, wish.version, 'propose'),
    because(city.district, wish.id, wish.version, 'return'),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = both.find((one) => one.status === 'rejected')
  expect(lost).toMatchObject({ reason: { code: expect.stringMatching(/CONFLICT|ACTION_NOT_ALLOWED/) } })
})

describe('while WeChat cannot check', () => {
  const unavailable = () =>
    city.town.cloud.faults.on({ at: 'openapi', name: 'security.msgSecCheck', kind: 'error', errcode: -1 })

  test('a wish is kept and not hung, and the clock asks again', async () => {
    unavailable()
    const { phone, wish } = await wished(city)
    expect(wish).toMatchObject({ state: 'submitted', isTextChecked: false })
    const { version } = await act(city.grassroots, wish.id, wish.version, 'propose')
    await expect(act(city.district, wish.id, version, 'list')).rejects.toMatchObject({ code: 'TEXT_UNCHECKED' })
    await pass(10 * MINUTE)
    await expect(act(city.district, wish.id, version, 'list')).rejects.toMatchObject({ code: 'TEXT_UNCHECKED' })
    city.town.cloud.faults.off()
    await phone.wish.mine({})
    await pass(30 * MINUTE)
    expect(await standing(phone, wish.id)).toMatchObject({ isTextChecked: true })
    expect(await act(city.district, wish.id, version, 'list')).toMatchObject({ state: 'listed' })
  })

  test('for a whole day, a person looks; and their yes still does not stand in for WeChat’s', async () => {
    unavailable()
    const { phone, wish } = await wished(city)
    await pass(25 * HOUR)
    const { rows } = await reviewer.posting.queue({})
    const row = rows.find(({ words: said }) => said === words.story)
    expect(row).toMatchObject({ state: 'held', can: ['approve', 'refuse'] })
    const yes = { id: row?.id ?? '', version: row?.version ?? 0, action: 'approve', form: {} } as const
    await expect(reviewer.posting.act({ ...once(), ...yes })).rejects.toMatchObject({ code: 'TEXT_UNCHECKED' })
    city.town.cloud.faults.off()
    expect(await reviewer.posting.act({ ...once(), ...yes })).toMatchObject({ state: 'shown' })
    expect(await standing(phone, wish.id)).toMatchObject({ isTextChecked: true })
  })

  test('a name for the gift is not taken either', async () => {
    const { donor } = await lit(city)
    unavailable()
    const asked = { ...once(), name: '热心人', phone: { source: 'typed', phone: '13812340001' } } as const
    await expect(donor.wish.introduce({ ...asked, isNamed: true })).rejects.toMatchObject({ code: 'TEXT_REFUSED' })
    expect((await donor.wish.introduce({ ...asked, isNamed: false })).donor).toMatchObject({ name: '热心人' })
  })
})

test('what WeChat is not sure of waits for a person', async () => {
  const { phone, wish } = await wished(city, { story: '想要书包，加我微信' })
  expect(wish).toMatchObject({ isTextChecked: false })
  const { rows } = await reviewer.posting.queue({})
  const row = rows.find(({ words: said }) => said === '想要书包，加我微信')
  expect(row?.state).toBe('held')
  const form = { reason: '不留联系方式' }
  const no = { ...once(), id: row?.id ?? '', version: row?.version ?? 0, action: 'refuse', form } as const
  await reviewer.posting.act(no)
  expect(await standing(phone, wish.id)).toMatchObject({ state: 'returned', because: '不留联系方式' })
})
