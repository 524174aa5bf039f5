/** Whatever arrives on the wire is answered, and nothing of it brings the cloud down. */
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Cloud } from '../../platform/cloud'
import { removeFolders, start } from './start'

let cloud: Cloud
beforeAll(async () => {
  cloud = await start({
    functions: { probe: {} },
    collections: { things: { indexes: [{ name: 'a', keys: [['a', 1]] }] } },
  })
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(cloud.url + path, { method: 'POST', body, headers })

test('bodies that are no request at all', async () => {
  for (const body of ['', 'null', '[]', '{', '\u0000', 'x'.repeat(10_000)])
    expect((await (await post('/admin', body)).json()).code).toBe('INVALID_PARAM')
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
    expect((await (await post('/admin', '--x\r\n\r\n--x--', { 'content-type': type })).json()).code).toBe(
      'INVALID_PARAM',
    )
  for (const path of ['/nothing', '/call/%', '/file/x', '/file/x.y', '/storage/upload', '/wx/subscribe'])
    expect((await post(path, '{}')).status).toBeGreaterThanOrEqual(400)
  expect((await post('/admin', JSON.stringify({ action: 'database.startTransaction' }))).status).toBe(200)
})

test('bytes that are no HTTP at all', async () => {
  const { hostname, port } = new URL(cloud.url)
  for (const bytes of [
    '\u0000\u0001\u0002\r\n\r\n',
    'GET\r\n\r\n',
    'POST /admin HTTP/1.1\r\ncontent-length: -1\r\n\r\n',
    '\n'.repeat(9),
  ]) {
    const socket = connect(Number(port), hostname)
    socket.end(bytes)
    await once(socket.resume(), 'close')
  }
  expect((await post('/admin', JSON.stringify({ action: 'database.startTransaction' }))).status).toBe(200)
})
