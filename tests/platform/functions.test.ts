/** How a function is run: whose identity, which limits, what one bad call costs. */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import type { Cloud } from '../../platform/cloud'
import { removeFolders, start } from './start'

const OPENID = 'oWorkerNumberOne'
const collections = { things: {} }
const functions = {
  probe: { timeoutSeconds: 20, env: ['PROBE_KEY'] },
  'probe-quick': { timeoutSeconds: 1 },
  'probe-inner': { timeoutSeconds: 20, calledBy: ['function'] },
  'probe-clock': {
    timeoutSeconds: 20,
    calledBy: ['timer'],
    triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
  },
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await start({ functions, collections }, { env: { PROBE_KEY: 'given', OTHER_KEY: 'not given' } })
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(cloud.url + path, { method: 'POST', body: JSON.stringify(body), headers })
  return { status: answer.status, body: await answer.json() }
}
const call = (event: object, fn = 'probe') => post(`/call/${fn}`, event, { 'x-wx-openid': OPENID })

describe('identity', () => {
  test('is the caller WeChat names, whatever the event claims', async () => {
    const { status, body } = await call({ do: 'who', openid: 'oSomebodyElse', userInfo: { openId: 'oSomebodyElse' } })
    expect(status).toBe(200)
    expect(body.context).toEqual({ OPENID, APPID: 'wxlocal00000000001', ENV: 'local-1', SOURCE: 'wx_client' })
    expect(body.event.userInfo).toEqual({ appId: 'wxlocal00000000001', openId: OPENID })
  })

  test.each([undefined, '12345678', 'short', 'has space inside'])(
    'none or a malformed one (%s) is refused',
    async (openid) => {
      const { status, body } = await post(
        '/call/probe',
        { do: 'who' },
        openid === undefined ? {} : { 'x-wx-openid': openid },
      )
      expect([status, body.errCode]).toEqual([401, -601004])
    },
  )

  test('goes along when a function calls another, which a phone cannot call', async () => {
    expect((await call({ do: 'who' }, 'probe-inner')).status).toBe(403)
    const { body } = await call({ do: 'callOther', name: 'probe-inner', data: { do: 'who', passed: 1 } })
    expect(body.context).toMatchObject({ OPENID, SOURCE: 'wx_client,scf' })
    expect(body.event).toMatchObject({ passed: 1 })
  })

  test('is not kept for the next caller without one', async () => {
    await call({ do: 'who' })
    const answer = await cloud.call('probe', { event: { do: 'who' }, source: 'wx_client' })
    expect(answer).toMatchObject({ context: { SOURCE: 'wx_client' } })
    expect(answer).not.toHaveProperty('context.OPENID')
  })
})

describe('a timer function', () => {
  test('is closed to a phone, also when the event pretends to be a timer', async () => {
    const { status, body } = await call({ Type: 'Timer', TriggerName: 'minute' }, 'probe-clock')
    expect([status, body.errCode]).toEqual([403, -604104])
    expect((await call({ Type: 'Timer', TriggerName: 'x' })).status).toBe(200)
    expect((await call({ do: 'rows' })).body).toMatchObject([{ source: 'wx_client' }])
  })

  test('runs once for each tick in which it was due', async () => {
    const ticks = async () =>
      (await call({ do: 'rows' })).body.filter((row: { source: string }) => row.source === 'wx_trigger').length
    await cloud.tick(new Date('2021-02-07T02:00:00.000Z'))
    expect(await ticks()).toBe(1)
    await cloud.tick(new Date('2021-02-07T02:00:30.000Z'))
    expect(await ticks()).toBe(1)
    await cloud.tick(new Date('2021-02-07T05:00:00.000Z'))
    expect(await ticks()).toBe(2)
  })
})

describe('a bad call costs itself only', () => {
  test('an error is told and the instance lives on', async () => {
    const first = (await call({ do: 'count' })).body
    const { status, body } = await call({ do: 'fail' })
    expect([status, body.errCode]).toEqual([500, -504002])
    expect(body.errMsg).toContain('broken on purpose')
    expect((await call({ do: 'count' })).body).toBe(first + 1)
  })

  test.each([
    ['an exit', { do: 'exit' }, 500],
    ['a rejection nobody handles', { do: 'reject' }, 500],
    ['a reply over 1 MB', { do: 'big', megabytes: 2 }, 500],
  ])('%s', async (_name, event, status) => {
    const slow = call(event)
    const neighbours = await Promise.all(Array.from({ length: 6 }, () => call({ do: 'count' })))
    expect((await slow).status).toBe(status)
    expect(neighbours.map((one) => one.status)).toEqual(Array(6).fill(200))
    expect((await call({ do: 'count' })).status).toBe(200)
  })

  test.each([
    ['an endless loop', { do: 'loop' }],
    ['a call that waits too long', { do: 'sleep', ms: 30_000 }],
  ])('%s is ended at the timeout, and the next call is answered', async (_name, event) => {
    const { status, body } = await call(event, 'probe-quick')
    expect([status, body.errCode]).toEqual([504, -504003])
    expect((await call({ do: 'who' }, 'probe-quick')).status).toBe(200)
  })

  test('a request over 100 KB and one that is no JSON are refused', async () => {
    expect((await call({ do: 'count', filling: 'x'.repeat(101 * 1024) })).status).toBe(413)
    const answer = await fetch(`${cloud.url}/call/probe`, {
      method: 'POST',
      body: '[',
      headers: { 'x-wx-openid': OPENID },
    })
    expect(answer.status).toBe(400)
  })

  test('an unknown function is said to be missing', async () => {
    expect((await call({}, 'nowhere')).status).toBe(404)
    expect((await call({}, 'constructor')).status).toBe(404)
  })
})

test('sees the environment its manifest entry names and no other', async () => {
  expect((await call({ do: 'env', key: 'PROBE_KEY' })).body).toBe('given')
  expect((await call({ do: 'env', key: 'OTHER_KEY' })).body).toBeNull()
  expect((await call({ do: 'env', key: 'PATH' })).body).toBeNull()
})

test("lives at a test's time, and at its own again afterwards", async () => {
  cloud.setNow(new Date('2021-02-11T16:00:00.000Z'))
  expect((await call({ do: 'clock' })).body).toEqual({
    now: '2021-02-11T16:00:00.000Z',
    since: 1613059200000,
    isDate: true,
  })
  cloud.setNow(undefined)
  expect((await call({ do: 'clock' })).body.since).toBeGreaterThan(1613059200000)
})

test('what it prints is kept as a line of JSON, in memory and in the log file', async () => {
  await call({ do: 'print', words: '你好' })
  expect(cloud.logs().map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ fn: 'probe', level: 'log', text: '你好' }),
  )
  await cloud.call('probe', { event: { do: 'print', words: 'more' } })
  const file = cloud.paths().find((path) => path.endsWith('functions.log')) ?? ''
  expect(readFileSync(file, 'utf8')).toContain('你好')
})

test('its waits for the database are counted, parallel requests as one', async () => {
  await call({ do: 'waits', together: 5, apart: 2 })
  expect(cloud.calls().at(-1)).toMatchObject({ fn: 'probe', source: 'wx_client', waits: 3, requests: 7 })
})

describe('the door', () => {
  const ask = (headers: Record<string, string>) =>
    post('/call/probe', { do: 'count' }, { 'x-wx-openid': OPENID, ...headers })

  test('refuses a page from elsewhere and answers one of this machine', async () => {
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask({ origin: 'http://localhost:10086' })).status).toBe(200)
    expect((await ask({ origin: 'http://worker.localhost:10086' })).status).toBe(200)
  })

  test('refuses a foreign Host, as a name bound again to this machine would send', async () => {
    const statusFor = (host: string) =>
      new Promise((done, fail) => {
        const sent = request(`${cloud.url}/console`, { headers: { host } }, (got) => done(got.resume().statusCode))
        sent.on('error', fail).end()
      })
    expect([await statusFor('evil.example'), await statusFor('127.0.0.1.evil.example:80')]).toEqual([403, 403])
    expect([await statusFor('localhost:1'), await statusFor('[::1]:1'), await statusFor('zhang.localhost')]).toEqual([
      200, 200, 200,
    ])
  })

  test("lets the app's page on another port call functions, and nothing else", async () => {
    const preflight = async (path: string) => {
      const headers = { origin: 'http://localhost:10086', 'access-control-request-method': 'POST' }
      const got = await fetch(cloud.url + path, { method: 'OPTIONS', headers })
      return [got.status, got.headers.get('access-control-allow-origin')]
    }
    expect(await preflight('/call/probe')).toEqual([204, 'http://localhost:10086'])
    expect(await preflight('/admin')).toEqual([204, null])
    expect(await preflight('/invoke/probe')).toEqual([204, null])
  })

  test('opens the operator commands to the secret only', async () => {
    const secret = { 'x-operator': cloud.operatorSecret }
    expect((await post('/invoke/probe', { do: 'who' }, { 'x-operator': 'guess' })).status).toBe(403)
    expect((await post('/invoke/probe', { do: 'who' }, secret)).status).toBe(403)
    expect((await post('/invoke/nowhere', {}, secret)).status).toBe(404)
  })
})
