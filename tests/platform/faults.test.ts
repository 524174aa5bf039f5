/** Failures that can be switched on: what each looks like to the real SDK and to a phone, and that they are off otherwise. */
import type { Cloud } from '../../platform/cloud'
import { delayOf } from '../../platform/cloud/faults'
import { answer, connect, failureOf, removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
let cloud: Cloud
beforeAll(async () => {
  cloud = await start({
    functions: {
      probe: { openapi: ['subscribeMessage.send', 'security.msgSecCheck'], timeoutSeconds: 20 },
      'probe-inner': { timeoutSeconds: 20, calledBy: ['function', 'client'] },
    },
    collections: { things: {}, others: {} },
    storage: { clientWrite: ['inbox/'] },
  })
})
afterEach(() => cloud.faults.off())
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const post = async (path: string, body: BodyInit) => {
  const got = await fetch(cloud.url + path, { method: 'POST', body, headers: { 'x-wx-openid': OPENID } })
  return { status: got.status, body: await got.json() }
}
const call = (event: object, fn = 'probe') => post(`/call/${fn}`, JSON.stringify(event))
const probe = async (event: object) => (await call(event)).body

test('a delay by chance is between its bounds, spread over them, and the same for the same call of every run', () => {
  const delays = Array.from({ length: 1000 }, (_, seen) => delayOf({ ms: 5, spreadMs: 20, seen }))
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(5)
  expect(Math.max(...delays)).toBeLessThan(25)
  const inQuarter = (quarter: number) => delays.filter((ms) => Math.floor((ms - 5) / 5) === quarter).length
  for (const quarter of [0, 1, 2, 3]) expect(inQuarter(quarter)).toBeGreaterThan(200)
  expect(delays).toEqual(delays.map((_, seen) => delayOf({ ms: 5, spreadMs: 20, seen })))
})

describe('a call of a function', () => {
  test.each([
    ['error', 500, -504002],
    ['timeout', 504, -504003],
    ['requestLimit', 429, -501003],
    ['concurrentLimit', 429, -501004],
    ['answerLost', 504, -501002],
  ] as const)('fails by %s under the number a phone sees', async (kind, status, errCode) => {
    cloud.faults.on({ at: 'function', name: 'probe', kind })
    const { status: got, body } = await call({ do: 'count' })
    expect([got, body.errCode]).toEqual([status, errCode])
    expect((await call({ do: 'who' }, 'probe-inner')).status).toBe(200)
    cloud.faults.off()
    expect((await call({ do: 'count' })).status).toBe(200)
  })

  test('is slowed by as much as was asked, and answered', async () => {
    cloud.faults.on({ at: 'function', kind: 'latency', ms: 40 })
    expect((await call({ do: 'count' })).status).toBe(200)
    expect(cloud.calls().at(-1)?.ms).toBeGreaterThanOrEqual(39)
  })

  test('whose answer is lost was run, one that timed out was not', async () => {
    const counted = await probe({ do: 'count' })
    cloud.faults.on({ at: 'function', kind: 'answerLost', nth: 1 })
    cloud.faults.on({ at: 'function', kind: 'timeout', nth: 2 })
    expect([(await call({ do: 'count' })).status, (await call({ do: 'count' })).status]).toEqual([504, 504])
    expect(await probe({ do: 'count' })).toBe(counted + 2)
  })

  test('can be the n-th of one endpoint only', async () => {
    const id = cloud.faults.on({ at: 'function', name: 'probe/pay', kind: 'error', nth: 2 })
    const statuses = []
    for (const endpoint of ['pay', 'look', 'pay', 'pay']) statuses.push((await call({ do: 'count', endpoint })).status)
    expect(statuses).toEqual([200, 200, 500, 200])
    expect(cloud.faults.list()).toEqual([expect.objectContaining({ id, seen: 3, struck: 1 })])
  })

  test('by another function can be met apart from one by a phone', async () => {
    cloud.faults.on({ at: 'function', name: 'probe-inner', by: 'probe', kind: 'requestLimit' })
    expect((await call({ do: 'who' }, 'probe-inner')).status).toBe(200)
    expect((await call({ do: 'callOther', name: 'probe-inner', data: { do: 'who' } })).status).toBe(500)
  })
})

describe('a request to the database', () => {
  test.each([
    ['error', -502001],
    ['timeout', -501002],
    ['requestLimit', -501003],
    ['concurrentLimit', -501004],
    ['answerLost', -501002],
  ] as const)('fails by %s under the number the SDK gives', async (kind, errCode) => {
    const things = (await connect(cloud)).collection('things')
    cloud.faults.on({ at: 'database', name: 'insertDocument', kind })
    expect(await failureOf(answer(things.add({ data: { _id: kind } })))).toMatchObject({ errCode })
    const rows: { _id: string }[] = await probe({ do: 'rows' })
    expect(rows.some(({ _id }) => _id === kind)).toBe(kind === 'answerLost')
  })

  test('can be one collection, one action on one collection, or what one function asks', async () => {
    const db = await connect(cloud)
    cloud.faults.on({ at: 'database', name: 'others', kind: 'error' })
    cloud.faults.on({ at: 'database', name: 'calculateDocument/things', kind: 'error' })
    cloud.faults.on({ at: 'database', by: 'probe', kind: 'error' })
    expect(await failureOf(answer(db.collection('others').get()))).toMatchObject({ errCode: -502001 })
    expect(await failureOf(answer(db.collection('things').count()))).toMatchObject({ errCode: -502001 })
    expect(await db.collection('things').limit(1).get()).toHaveProperty('data')
    expect((await call({ do: 'rows' })).status).toBe(500)
  })
})

test('an interface of WeChat fails by its own number, by the gateway’s, or after it has done what was asked', async () => {
  await post('/wx/subscribe', JSON.stringify({ templateIds: ['T'], accept: true }))
  const input = { touser: OPENID, templateId: 'T', data: { thing1: { value: '好' } } }
  const send = () => probe({ do: 'openapi', path: 'subscribeMessage.send', input })
  cloud.faults.on({ at: 'openapi', name: 'subscribeMessage.send', kind: 'error', errcode: 45009, nth: 1 })
  cloud.faults.on({ at: 'openapi', kind: 'timeout', nth: 2 })
  cloud.faults.on({ at: 'openapi', kind: 'requestLimit', nth: 3 })
  expect(await send()).toMatchObject({ errCode: 45009 })
  expect(await send()).toMatchObject({ errCode: -604102 })
  expect(await send()).toMatchObject({ errCode: -501003 })
  expect(cloud.sent()).toEqual([])
  cloud.faults.on({ at: 'openapi', kind: 'answerLost', nth: 1 })
  expect(await send()).toMatchObject({ errCode: -501002 })
  expect(cloud.sent()).toHaveLength(1)
})

test('storage fails in each of its steps', async () => {
  cloud.faults.on({ at: 'storage', name: 'getUploadMetadata', kind: 'error', nth: 1 })
  expect((await call({ do: 'put', path: 'a', text: 'x' })).status).toBe(500)
  cloud.faults.on({ at: 'storage', name: 'put', kind: 'error', nth: 1 })
  expect((await call({ do: 'put', path: 'a', text: 'x' })).status).toBe(500)
  const fileID = await probe({ do: 'put', path: 'a', text: 'x' })
  cloud.faults.on({ at: 'storage', name: 'download', kind: 'timeout', nth: 1 })
  expect(await probe({ do: 'read', fileID })).not.toBe('x')
  expect(await probe({ do: 'read', fileID })).toBe('x')
  cloud.faults.on({ at: 'storage', name: 'upload', kind: 'answerLost', nth: 1 })
  const lost = await post('/storage/upload?path=inbox/a.jpg', new Blob(['photo']))
  expect([lost.status, lost.body.errCode]).toEqual([504, -501002])
})

test('nothing is switched on that nobody asked for', () => {
  expect(cloud.faults.list()).toEqual([])
})
