/** The console: what whoever develops can see and set going, and who may not. */
import { request } from 'node:http'
import type { Cloud } from '../../platform/cloud'
import { answer, connect, phoneOf, removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
let cloud: Cloud
beforeAll(async () => {
  cloud = await start(
    {
      functions: {
        probe: { openapi: ['urllink.generate', 'security.mediaCheckAsync'], timeoutSeconds: 20 },
        'probe-clock': {
          timeoutSeconds: 20,
          calledBy: ['timer'],
          triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
        },
      },
      collections: { things: { indexes: [{ name: 'byN', keys: [['n', 1]] }] } },
    },
    {
      phones: { [OPENID]: '13800000001' },
      people: [{ openid: OPENID, label: 'Zhang', url: 'http://worker.localhost/' }],
    },
  )
  const db = await connect(cloud)
  for (const n of [1, 2, 3]) await answer(db.collection('things').add({ data: { _id: `t${n}`, n, at: new Date(0) } }))
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const read = async (path: string) => {
  const got = await fetch(`${cloud.url}/console${path}`)
  return { status: got.status, body: await got.json() }
}
const act = async (name: string, body: object, headers: Record<string, string> = { origin: cloud.url }) => {
  const got = await fetch(`${cloud.url}/console/${name}`, { method: 'POST', body: JSON.stringify(body), headers })
  return { status: got.status, body: await got.json() }
}

test('is one page that fetches nothing from elsewhere and may not be framed', async () => {
  const got = await fetch(`${cloud.url}/console`)
  const text = await got.text()
  expect(got.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(got.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(text.match(/\b(?:src|href)="(?!data:,")/g)).toBeNull()
  expect(text).not.toMatch(/https?:\/\/|^import |^export |page\.css \*\/<|NONCE/m)
})

describe('shows', () => {
  test('documents as they are stored, in order, page by page, and how the query ran', async () => {
    const query = new URLSearchParams({ collection: 'things', query: '{"n":{"$gt":1}}', order: '{"n":-1}', limit: '1' })
    const { body } = await read(`/documents.json?${query}`)
    expect(body.counted.total).toBe(2)
    expect(JSON.parse(body.found.list[0])).toMatchObject({ _id: 't3', at: { $date: expect.anything() } })
    const next = await read(`/documents.json?${query}&offset=1`)
    expect(JSON.parse(next.body.found.list[0])._id).toBe('t2')
    const plan = (await read(`/explain.json?${query}`)).body
    expect(plan).toMatchObject({ isExact: true, isSorted: true })
    expect(plan.plan.join()).toContain('USING')
  })

  test('why a query cannot be run', async () => {
    const { status, body } = await read('/documents.json?collection=things&query={"n":{"$near":1}}')
    expect([status, body.errCode]).toEqual([400, -502001])
    expect((await read('/documents.json?collection=nothing')).status).toBe(400)
  })

  test('calls with their time and round trips, timers, people, links, files and the log, together or one by one', async () => {
    const { probe, ask } = phoneOf(cloud.url, OPENID)
    await probe({ do: 'waits', together: 2, apart: 1 })
    await probe({ do: 'put', path: 'a.txt', text: 'x' })
    await probe({ do: 'print', words: 'hello' })
    await ask('urllink.generate', { path: 'pages/a' })
    const { body } = await read('.json')
    expect(body.collections).toMatchObject({ things: expect.any(Number) })
    expect(body.calls.at(-1)).toMatchObject({ fn: 'probe', source: 'wx_client', waits: 2, requests: 3 })
    expect(body.timers).toEqual([{ fn: 'probe-clock', name: 'minute', config: '0 * * * * * *' }])
    expect(body.people).toMatchObject([{ openid: OPENID, label: 'Zhang', phone: '13800000001', isSwitchedOn: true }])
    expect(body.links).toMatchObject([{ page: 'pages/a' }])
    expect(body.files).toMatchObject([{ path: 'a.txt', size: 1, creator: null }])
    expect(body.log.join()).toContain('hello')
    expect((await read('/calls.json')).body).toHaveLength(4)
  })
})

describe('sets going', () => {
  test('a timer, though it is not due', async () => {
    expect((await act('timer', { fn: 'probe-clock', name: 'minute' })).status).toBe(200)
    expect((await act('timer', { fn: 'probe', name: 'minute' })).status).toBe(404)
    expect(cloud.calls().at(-1)).toMatchObject({ fn: 'probe-clock', source: 'wx_trigger' })
  })

  test('a fault, and switches it off', async () => {
    const { body } = await act('fault', { at: 'function', name: 'probe', kind: 'requestLimit' })
    expect((await act('call', { fn: 'probe', openid: OPENID, event: '{"do":"who"}' })).body.failure).toContain('limit')
    expect((await read('/faults.json')).body).toMatchObject([{ id: body.id, struck: 1 }])
    await act('fault-off', { id: body.id })
    expect(cloud.faults.list()).toEqual([])
    expect((await act('fault', { at: 'moon', kind: 'error' })).status).toBe(400)
  })

  test('a call as somebody', async () => {
    const { body } = await act('call', { fn: 'probe', openid: OPENID, event: '{"do":"who"}' })
    expect(body.result.context).toMatchObject({ OPENID, SOURCE: 'wx_client' })
    expect((await act('call', { fn: 'probe-clock', event: '{}' })).body.failure).toContain('not open')
  })

  test('somebody’s number and main switch, and what WeChat thinks of a file', async () => {
    await act('person', { openid: 'oNewcomer', phone: '13900000002' })
    await act('main-switch', { openid: 'oNewcomer', isOn: false })
    expect((await read('/people.json')).body).toContainEqual({
      openid: 'oNewcomer',
      phone: '13900000002',
      isSwitchedOn: false,
    })
    const { probe } = phoneOf(cloud.url, OPENID)
    await probe({ do: 'put', path: 'picture', text: 'picture' })
    expect((await act('refuse-media', { path: 'picture' })).status).toBe(200)
    const { tempFileURL } = (await act('link', { path: 'picture' })).body
    expect(await (await fetch(tempFileURL)).text()).toBe('picture')
  })
})

describe('belongs to this machine and to its own page', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page of this machine on another port', { origin: 'http://localhost:1' }],
    ['nobody in particular', {}],
  ])('nothing is set going by %s', async (_name, headers) => {
    for (const name of ['timer', 'fault', 'fault-off', 'call', 'person', 'main-switch', 'link', 'refuse-media'])
      expect([name, (await act(name, { fn: 'probe', event: '{}' }, headers)).status]).toEqual([name, 403])
  })

  test('nothing is shown under another name for this machine', async () => {
    for (const path of ['', '.json', '/documents.json?collection=things', '/people.json']) {
      const status = await new Promise((done, fail) => {
        request(`${cloud.url}/console${path}`, { headers: { host: 'evil.example' } }, (got) =>
          done(got.resume().statusCode),
        )
          .on('error', fail)
          .end()
      })
      expect([path, status]).toEqual([path, 403])
    }
  })

  test('the cloud listens on no other address', async () => {
    await expect(start({}, { host: '0.0.0.0' })).rejects.toThrow('listens on this machine only')
  })
})
