/** A city larger than one call may carry: what is too wide is refused in a sentence, and what just fits is answered whole. */
import { CITY, newRequest, type Phone, START, startTown, type Town } from '../builders/town'
import { registered } from '../builders/workers'
import { connect } from '../platform/start'

const MOST_SITES = 200
const MOST_ROWS = 5_000
const IN_FLIGHT = 50
const scope = { level: 'city', id: CITY } as const

let town: Town
let admin: Phone
let siteId: string
let scene: string

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  ;({ id: siteId, scene } = started.site)
  process.env.NUANHU_KEYS = JSON.stringify(town.keys)
  await connect(town.cloud)
})
afterAll(() => town.stop())

const door = () => import('../../cloudfunctions/_lib/cloud')
/** `act` for each number after `from` up to `to`, many at once. */
const forEach = async (from: number, to: number, act: (name: string) => Promise<unknown>): Promise<void> => {
  for (let n = from; n < to; n += IN_FLIGHT)
    await Promise.all(
      Array.from({ length: Math.min(IN_FLIGHT, to - n) }, (_, index) => act(String(n + index + 1).padStart(5, '0'))),
    )
}
const newest = (id: string) => ({ _id: id, listKey: `${START.toISOString()}~${id}` })

/** Written past the door, sealed as the door seals: through it so many would take minutes. */
const sitesUpTo = async (from: number, to: number): Promise<void> => {
  const { getOpen, insert } = await door()
  const site = await getOpen('sites', siteId)
  if (!site) throw new Error('no site')
  await forEach(from, to, (n) => insert('sites', { ...site, ...newest(`site-${n}`), siteId: `site-${n}`, code: n }))
}
const workersUpTo = async (workerId: string, from: number, to: number): Promise<void> => {
  const { getOpen, insert } = await door()
  const worker = await getOpen('workers', workerId)
  if (!worker) throw new Error('no worker')
  await forEach(from, to, (n) => insert('workers', { ...worker, ...newest(`worker-${n}`), ownerId: `owner-${n}` }))
}

describe('a search', () => {
  const search = { by: 'name', name: '张三' } as const

  test('where there is no site yet finds nobody', async () => {
    expect(await admin.worker.roster({ scope: { level: 'district', id: '310101' }, search })).toEqual({ rows: [] })
  })

  test('over as many sites as one call compares finds the person, and over one more says to look closer', async () => {
    const { card, person } = await registered(town, 'oSought', scene)
    const sought = { by: 'name', name: person.name } as const
    await sitesUpTo(1, MOST_SITES)
    expect((await admin.worker.roster({ scope, search: sought })).rows).toMatchObject([{ id: card.id }])
    await sitesUpTo(MOST_SITES, MOST_SITES + 1)
    const asked = { event: { endpoint: 'roster', input: { scope, search: sought } }, openid: admin.openid }
    expect(await town.cloud.call('worker', asked)).toEqual({
      ok: false,
      error: { code: 'SEARCH_TOO_WIDE', message: '这个范围太大，先选一个街道或工地再查' },
    })
    expect((await admin.worker.roster({ scope: { level: 'site', id: siteId }, search: sought })).rows).toHaveLength(1)
  })
})

describe('an export', () => {
  const reason = '核对名册'

  test('of as many people as one workbook carries gives them all, and of one more says to export in parts', async () => {
    const { rows } = await admin.worker.roster({ scope })
    await workersUpTo(rows[0]?.id ?? '', rows.length, MOST_ROWS)
    const whole = await admin.worker.exportRoster({ requestId: newRequest(), scope, reason })
    expect(whole.count).toBe(MOST_ROWS)
    await workersUpTo(rows[0]?.id ?? '', MOST_ROWS, MOST_ROWS + 1)
    const event = { endpoint: 'exportRoster', input: { requestId: newRequest(), scope, reason } }
    expect(await town.cloud.call('worker', { event, openid: admin.openid })).toEqual({
      ok: false,
      error: { code: 'EXPORT_TOO_LARGE', message: '一次最多导出 5000 人，先选一个街道或工地' },
    })
  })
})
