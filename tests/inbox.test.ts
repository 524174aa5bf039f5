/** What a person was told: their own, and their roles', newest first, and nobody else's. */
import {
  CITY,
  DISTRICT,
  FAR_STREET,
  newRequest,
  type Phone,
  START,
  STREET,
  startTown,
  type Town,
} from './builders/town'
import { numberAged, registered } from './builders/workers'

let town: Town
let admin: Phone
let street: Phone
let scene: string

const read = (phone: Phone, id: string) => phone.inbox.markRead({ requestId: newRequest(), id })
const at = (minute: number) => town.cloud.setNow(new Date(START.getTime() + minute * 60_000))

/** Two people under one document: the street hears of it. */
const questionedTwice = async (n: number): Promise<void> => {
  at(n)
  const document = { kind: 'residentId', number: numberAged(30) } as const
  await registered(town, `oFirst${n}`, scene, { document })
  await registered(town, `oSecond${n}`, scene, { document })
}

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  scene = started.site.scene
  street = await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oStreet', '沈丽')
})
afterAll(() => town.stop())

test('somebody new has an empty inbox', async () => {
  expect(await town.phone('oNew').inbox.list({})).toEqual({ rows: [], unread: 0 })
})

test('a notice to a role reaches whoever holds it there, and nobody who holds it elsewhere', async () => {
  await questionedTwice(1)
  const { rows, unread } = await street.inbox.list({})
  expect(rows).toMatchObject([
    { title: '有一份要核对', text: expect.stringContaining('长寿路三号楼工地'), isRead: false },
  ])
  expect(unread).toBe(1)
  const far = await town.appoint(admin, 'streetOfficer', { level: 'street', id: FAR_STREET }, 'oFar', '李梅')
  expect((await far.inbox.list({})).rows).toEqual([])
  await expect(read(far, rows[0]?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a notice to a district’s desk reaches who holds the role over the whole city', async () => {
  const document = { kind: 'residentId', number: numberAged(15) } as const
  await expect(registered(town, 'oChild', scene, { document })).rejects.toMatchObject({ code: 'UNDERAGE' })
  const overCity = await town.appoint(admin, 'inspector', { level: 'city', id: CITY }, 'oInspector', '秦岚')
  const overDistrict = await town.appoint(admin, 'inspector', { level: 'district', id: DISTRICT }, 'oNear', '孙立')
  for (const inspector of [overCity, overDistrict])
    expect((await inspector.inbox.list({})).rows).toMatchObject([{ title: '可能有童工' }])
})

test('is read once for all who share it, and marking it again changes nothing', async () => {
  const [notice] = (await street.inbox.list({})).rows
  const id = notice?.id ?? ''
  const deed = { requestId: newRequest(), id }
  expect(await street.inbox.markRead(deed)).toEqual({ id })
  expect(await street.inbox.markRead(deed)).toEqual({ id })
  const colleague = await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oColleague', '何平')
  expect(await colleague.inbox.list({})).toMatchObject({ rows: [{ id, isRead: true }], unread: 0 })
})

test('goes on page by page, newest first, each notice once', async () => {
  for (let n = 2; n <= 23; n += 1) await questionedTwice(n)
  const first = await street.inbox.list({})
  const second = await street.inbox.list(first.next ? { cursor: first.next } : {})
  const times = [...first.rows, ...second.rows].map((row) => row.at)
  expect(times).toHaveLength(23)
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(23)
  expect(times).toEqual([...times].sort().reverse())
  expect(first.unread).toBe(22)
  expect(second.next).toBeUndefined()
})
