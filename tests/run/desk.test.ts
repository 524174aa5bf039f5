/** The desk gives each persona a phone of their own, and lets nobody in from elsewhere. */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFunctions } from '../../config/functions'
import { type Desk, openDesk } from '../../config/run/desk/server'
import { openidOf } from '../../config/run/personas'
import { type Cloud, startCloud } from '../../platform/cloud'
import { type SmallProject, smallProject } from './small-project'

type Answer = { status: number; headers: Record<string, unknown>; text: string }
type Asked = { host?: string; method?: string; headers?: Record<string, string>; body?: string }

let project: SmallProject
let dataDir: string
let cloud: Cloud
let desk: Desk

const ask = (path: string, { host = 'localhost', method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: desk.port, path, method, headers: { host: `${host}:${desk.port}`, ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      },
    )
    sent.on('error', reject).end(body)
  })

const call = (host: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('/call/echo', {
    host,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"a":1}',
  })

beforeAll(async () => {
  project = smallProject()
  project.write('dist/h5/index.html', '<title>暖沪</title>')
  project.write('dist/h5/js/app.js', 'void 0')
  project.write('secret.txt', 'not served')
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-desk-'))
  desk = await openDesk(0, {
    h5: join(project.root, 'dist', 'h5'),
    page: join(__dirname, '..', '..', 'config', 'run', 'desk', 'page'),
  })
})
afterAll(async () => {
  await desk.stop()
  await cloud?.stop()
  project.remove()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the desk', () => {
  it('says that it is being made ready until the cloud is there', async () => {
    const { status, text } = await ask('/')
    expect([status, text.includes('正在准备')]).toEqual([503, true])
    await buildFunctions({ root: project.root })
    const distDir = join(project.root, 'dist', 'cloudfunctions')
    cloud = await startCloud({ port: 0, dataDir, distDir, timers: false, quiet: true })
    desk.ready(cloud)
    expect((await ask('/')).text).toContain('桌上的微信')
  })

  it('serves the app at each persona’s own address, so that their storage is apart', async () => {
    const { status, headers, text } = await ask('/', { host: 'newcomer.localhost' })
    expect([status, headers['content-type'], text]).toEqual([200, 'text/html; charset=utf-8', '<title>暖沪</title>'])
    expect((await ask('/js/app.js', { host: 'worker.localhost' })).headers['content-type']).toContain('javascript')
  })

  it('answers 304 for what has not changed', async () => {
    const { headers } = await ask('/js/app.js', { host: 'worker.localhost' })
    const again = { 'if-none-match': String(headers.etag) }
    expect((await ask('/js/app.js', { host: 'worker.localhost', headers: again })).status).toBe(304)
  })

  it('calls the cloud as the persona of the address, whatever the page says it is', async () => {
    const { text } = await call('street.localhost', { 'x-wx-openid': openidOf('city'), 'x-operator': 'me' })
    expect(JSON.parse(text)).toMatchObject({ ok: true, data: { event: { a: 1 }, who: openidOf('street') } })
    expect(JSON.parse((await call('newcomer-7.localhost')).text)).toMatchObject({
      data: { who: openidOf('newcomer-7') },
    })
  })

  it.each([
    ['a foreign host', '/', { host: 'example.com' }],
    ['a host that only looks like ours', '/', { host: 'localhost.example.com' }],
    ['nobody’s address', '/', { host: 'stranger.localhost' }],
    ['a page of another origin', '/', { headers: { origin: 'http://example.com' } }],
    [
      'a page of another persona',
      '/call/echo',
      { host: 'city.localhost', headers: { origin: 'http://worker.localhost' } },
    ],
  ])('refuses %s', async (_, path, asked) => {
    expect((await ask(path, asked)).status).toBe(403)
  })

  it.each(['/../../secret.txt', '/%2e%2e/%2e%2e/secret.txt', '/..%2f..%2fsecret.txt', '/js', '/%', '/nowhere.js'])(
    'gives no file for %s',
    async (path) => {
      expect((await ask(path, { host: 'worker.localhost' })).status).toBe(404)
    },
  )

  it('gives no file for a name longer than any file has, and goes on serving', async () => {
    expect((await ask(`/${'x'.repeat(5000)}`, { host: 'worker.localhost' })).status).toBe(404)
    expect((await ask('/', { host: 'worker.localhost' })).status).toBe(200)
  })

  it('opens neither the SDK’s wire nor the operator’s door to a page', async () => {
    for (const path of ['/admin', '/invoke/echo', '/wx/people', '/console'])
      expect((await ask(path, { host: 'city.localhost', method: 'POST' })).status).toBe(404)
  })

  it('says in one sentence that a port is in use', async () => {
    await expect(openDesk(desk.port, { h5: '', page: '' })).rejects.toThrow(
      `Port ${desk.port} is in use: stop what uses it, or start with --port N.`,
    )
  })
})
