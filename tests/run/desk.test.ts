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

/** The first thing an endless answer says. */
const firstOf = (path: string, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { host: `${host}:${desk.port}` }
    const sent = request({ host: '127.0.0.1', port: desk.port, path, headers }, (answer) =>
      answer.once('data', (chunk: Buffer) => {
        resolve(chunk.toString())
        answer.destroy()
      }),
    )
    sent.on('error', reject).end()
  })

const call = (host: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('/call/echo', {
    host,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: '{"a":1}',
  })

const smallApp = {
  'app.json': '{"pages":["pages/home/index"]}',
  'app.js': 'App({})',
  'pages/home/index.js': 'Page({})',
  'pages/home/index.wxml': '<view>过年好</view>',
  'lantern.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
}

beforeAll(async () => {
  project = smallProject()
  for (const [file, text] of Object.entries(smallApp)) project.write(`dist/weapp/${file}`, text)
  project.write('secret.txt', 'not served')
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-desk-'))
  desk = await openDesk(0, {
    weapp: join(project.root, 'dist', 'weapp'),
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
    await desk.ready(cloud)
    expect((await ask('/')).text).toContain('桌上的微信')
  })

  it('serves a phone with the app at each persona’s own address, so that their storage is apart', async () => {
    const { status, headers, text } = await ask('/', { host: 'newcomer.localhost' })
    expect([status, headers['content-type'], text]).toEqual([
      200,
      'text/html; charset=utf-8',
      expect.stringContaining('/phone/runtime.js'),
    ])
    const app = await ask('/phone/main.js', { host: 'worker.localhost' })
    expect([app.headers['content-type'], app.text]).toEqual([
      'text/javascript; charset=utf-8',
      expect.stringContaining('pages/home/index'),
    ])
    expect((await ask('/lantern.svg', { host: 'worker.localhost' })).headers['content-type']).toBe('image/svg+xml')
  })

  it('says to a phone what its notices are called, and listens for those that come', async () => {
    const { text } = await ask('/phone/templates.json', { host: 'worker.localhost' })
    expect(JSON.parse(text)).toEqual([{ id: 'desk-notice', title: '办事进度通知' }])
    expect(await firstOf('/phone/notices', 'worker.localhost')).toBe('event: live\ndata: 1\n\n')
  })

  it.each(['/phone/main.js', '/lantern.svg'])('answers 304 for what has not changed: %s', async (path) => {
    const { headers } = await ask(path, { host: 'worker.localhost' })
    const again = { 'if-none-match': String(headers.etag) }
    expect((await ask(path, { host: 'worker.localhost', headers: again })).status).toBe(304)
  })

  it('keeps the phones as they are when a new build cannot be read, and shows the next that can', async () => {
    project.write('dist/weapp/pages/home/index.wxml', '<view>')
    await expect(desk.rebuilt()).rejects.toThrow(/^pages\/home\/index\.wxml:1 /)
    expect((await ask('/phone/app.js', { host: 'worker.localhost' })).text).toContain('过年好')
    project.write('dist/weapp/pages/home/index.wxml', '<view>元宵好</view>')
    await desk.rebuilt()
    expect((await ask('/phone/app.js', { host: 'worker.localhost' })).text).toContain('元宵好')
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

  it.each(['/../../secret.txt', '/%2e%2e/%2e%2e/secret.txt', '/..%2f..%2fsecret.txt', '/pages', '/%', '/nowhere.js'])(
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
    await expect(openDesk(desk.port, { weapp: '', page: '' })).rejects.toThrow(
      `Port ${desk.port} is in use: stop what uses it, or start with --port N.`,
    )
  })
})
