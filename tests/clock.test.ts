/** What happens by itself: late registrations are told of, what was not told is told, what is over is removed. */
import { storedIn } from './builders/stored'
import { type Phone, START, STREET, startTown, type Town } from './builders/town'
import { registered } from './builders/workers'

let town: Town
let db: Awaited<ReturnType<typeof storedIn>>
let admin: Phone
let street: Phone
let officer: Phone
let scene: string
let siteId: string

const MINUTE = 60_000
let now = START
/** The timer stands still. */
const minutesPass = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * MINUTE)
  town.cloud.setNow(now)
}
/** The timer runs at the end of them. */
const minutesLater = async (minutes: number): Promise<void> => {
  minutesPass(minutes)
  await town.cloud.tick(now)
}
const ago = (minutes: number): string => new Date(now.getTime() - minutes * MINUTE).toISOString()
const titles = async (phone: Phone) => (await phone.inbox.list({})).rows.map(({ title }) => title)

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  ;({ scene, id: siteId } = started.site)
  street = await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oStreet', '沈丽')
  officer = await town.appoint(street, 'siteOfficer', { level: 'site', id: siteId }, 'oSiteOfficer', '周建国')
  db = await storedIn(town.cloud)
})
afterAll(() => town.stop())

describe('the clock', () => {
  test('is started by no phone, whatever its event says', async () => {
    const forged = { Type: 'Timer', TriggerName: 'everyMinute', Time: now.toISOString() }
    for (const source of ['wx_client', 'wx_http', 'wx_push'])
      await expect(town.cloud.call('clock', { openid: 'oMallory', event: forged, source })).rejects.toThrow('not open')
    const answer = await fetch(`${town.cloud.url}/call/clock`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'oMallory', 'content-type': 'application/json' },
      body: JSON.stringify(forged),
    })
    expect(answer.status).toBe(403)
    expect(await db.one('heartbeats', 'clock')).toBeUndefined()
    expect(await admin.staff.running({})).toEqual({ isSilent: true, setAside: 0, hasMore: false })
  })

  test('leaves a heartbeat, and one that is at work elsewhere is not disturbed', async () => {
    await minutesLater(1)
    expect(await db.one('heartbeats', 'clock')).toMatchObject({ at: now.toISOString(), poisoned: 0 })
    const lease = { holder: 'another', leaseUntil: new Date(now.getTime() + 5 * MINUTE).toISOString(), done: 7 }
    await db.change('heartbeats', 'clock', lease)
    await minutesLater(1)
    expect(await db.one('heartbeats', 'clock')).toMatchObject(lease)
    await minutesLater(4)
    expect(await db.one('heartbeats', 'clock')).toMatchObject({ at: now.toISOString(), done: 0 })
  })

  test('that stops for five minutes shows to whoever runs the city, and to nobody else', async () => {
    await expect(street.staff.running({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const lastRanAt = now.toISOString()
    minutesPass(5)
    expect(await admin.staff.running({})).toEqual({ lastRanAt, isSilent: false, setAside: 0, hasMore: false })
    minutesPass(1)
    expect(await admin.staff.running({})).toMatchObject({ lastRanAt, isSilent: true })
    await minutesLater(1)
    expect(await admin.staff.running({})).toMatchObject({ lastRanAt: now.toISOString(), isSilent: false })
  })

  test('works through a backlog of several pages in one run', async () => {
    for (let n = 0; n < 250; n += 1) await db.add('answers', { _id: `old-${n}`, at: ago(24 * 60 + n), reply: '' })
    await db.add('answers', { _id: 'young', at: ago(60), reply: '' })
    await minutesLater(1)
    expect((await db.all('answers')).map(({ _id }) => _id)).toEqual(['young'])
    expect(await db.one('heartbeats', 'clock')).toMatchObject({ done: 250 })
  })

  test('sets aside what it cannot do, does the rest, and forgets it once it could', async () => {
    await db.add('workers', { _id: 'broken', state: 'submitted', version: 0, untoldSince: ago(5), toldThrough: 0 })
    await db.add('answers', { _id: 'beside', at: ago(2 * 24 * 60), reply: '' })
    await minutesLater(1)
    expect(await db.one('poisons', 'workers:broken')).toMatchObject({ collection: 'workers', docId: 'broken' })
    const setAside = { setAside: 1, hasMore: false, oldestSetAsideAt: now.toISOString() }
    expect(await admin.staff.running({})).toMatchObject(setAside)
    expect(await db.one('answers', 'beside')).toBeUndefined()
    expect(await db.one('heartbeats', 'clock')).toMatchObject({ done: 1, poisoned: 1 })
    await db.change('workers', 'broken', { events: [] })
    await minutesLater(1)
    expect(await db.one('poisons', 'workers:broken')).toBeUndefined()
    await db.remove('workers', 'broken')
  })
})

describe('a registration nobody has looked at', () => {
  test('is late after its day, once, and both desks hear of it', async () => {
    await registered(town, 'oWaiting', scene)
    now = new Date('2021-02-05T02:00:00.000Z')
    await minutesLater(1)
    await minutesLater(1)
    expect(await titles(street)).toEqual(['核实晚了'])
    expect(await titles(officer)).toEqual(['核实晚了'])
    const { rows } = await officer.worker.roster({ scope: { level: 'site', id: siteId } })
    expect(rows.map(({ isLate }) => isLate)).toEqual([true])
  })

  test('is late for whoever opens it first, though the timer stands still, and the desks hear of it once', async () => {
    for (const open of [
      (phone: Phone) => phone.worker.mine({}),
      (_: Phone, id: string) => officer.worker.get({ id }),
    ]) {
      const worker = `oOverdue${now.getTime()}`
      const { card } = await registered(town, worker, scene)
      const told = (await titles(street)).length
      minutesPass(14 * 24 * 60)
      await Promise.all([open(town.phone(worker), card.id), open(town.phone(worker), card.id)])
      const { card: late } = await town.phone(worker).worker.mine({})
      expect(late?.next.isLate).toBe(true)
      expect(late?.timeline.filter(({ by }) => by === '系统')).toHaveLength(1)
      await minutesLater(1)
      expect(await titles(street)).toHaveLength(told + 1)
    }
  })

  test('whose desk was not told in time is told by the clock, and not twice', async () => {
    const { card } = await registered(town, 'oRejected', scene)
    const form = { reason: '名字和证件上的不一样' }
    await officer.worker.act({ id: card.id, requestId: 'reject-once-1', version: 0, action: 'reject', form })
    const worker = town.phone('oRejected')
    expect(await titles(worker)).toEqual(['要改一下'])
    const [notice] = (await worker.inbox.list({})).rows
    /** As after a crash between the move and the telling. */
    await db.remove('notices', notice?.id ?? '')
    await db.change('workers', card.id, { untoldSince: ago(0), toldThrough: 1 })
    await minutesLater(2)
    await minutesLater(1)
    expect(await titles(worker)).toEqual(['要改一下'])
  })
})

test('a registration nothing needs any more is erased', async () => {
  const { card, person } = await registered(town, 'oLongGone', scene)
  await db.change('workers', card.id, { eraseOn: '2021-02-04' })
  await minutesLater(1)
  await minutesLater(1)
  const left = await db.one('workers', card.id)
  expect(left).toMatchObject({ state: 'erased', siteId: '' })
  expect(left).not.toHaveProperty('document')
  expect(JSON.stringify(left)).not.toContain(person.name)
  expect(await town.phone('oLongGone').worker.mine({})).not.toHaveProperty('card')
})

describe('what WeChat tells', () => {
  const change = (status: string) => ({
    MsgType: 'event',
    Event: 'subscribe_msg_change_event',
    FromUserName: 'oStreet',
    List: [{ TemplateId: 'template-late', SubscribeStatusString: status }],
  })
  const tell = (event: object) => town.cloud.call('push', { source: 'wx_push', event })
  const refused = async () => {
    const people = await db.all('people')
    return people.flatMap(({ refusedTemplates = [] }) => refusedTemplates)
  }

  test('is heard from WeChat alone', async () => {
    await expect(town.cloud.call('push', { openid: 'oStreet', event: change('reject') })).rejects.toThrow('not open')
    expect(await refused()).toEqual([])
  })

  test('keeps which messages a person turned off, until they turn them on again', async () => {
    expect(await tell(change('reject'))).toBe('success')
    expect(await refused()).toEqual(['template-late'])
    expect(await tell(change('accept'))).toBe('success')
    expect(await refused()).toEqual([])
  })

  test('is acknowledged when it is of no use, and when it is about somebody unknown', async () => {
    expect(await tell({ MsgType: 'event', Event: 'user_enter_tempsession' })).toBe('success')
    expect(await tell({ ...change('reject'), FromUserName: 'oNobodyHere' })).toBe('success')
    expect(await refused()).toEqual([])
  })
})
