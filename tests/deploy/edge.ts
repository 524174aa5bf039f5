/** The edge between deployment and Tencent Cloud: a proxy on this machine behind which its API answers, and nobody else's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, Refusal } from './account'
import { certificateFor } from './certificate'

export const SECRET_ID = 'AKIDtest'
const hosts = /^(tcb|scf)\.tencentcloudapi\.com$/

export type Edge = { readonly env: Readonly<Record<string, string>>; stop(): Promise<void> }

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** Its answers have one shape, whatever was asked. */
async function respond(account: Account, request: IncomingMessage): Promise<string> {
  const { 'x-tc-action': action = '', authorization = '' } = request.headers
  const RequestId = 'request-of-a-test'
  try {
    if (!authorization.startsWith(`TC3-HMAC-SHA256 Credential=${SECRET_ID}/`))
      throw new Refusal('AuthFailure', 'not signed')
    return JSON.stringify({ Response: { ...account.answer(String(action), await read(request)), RequestId } })
  } catch (failure) {
    const Code = failure instanceof Refusal ? failure.code : 'InvalidParameter'
    const Message = failure instanceof Error ? failure.message : String(failure)
    return JSON.stringify({ Response: { Error: { Code, Message }, RequestId } })
  }
}

function proxyTo(account: Account, certificate: { key: string; cert: string }): Server {
  const api = createSecureServer(certificate, (request, response) => {
    respond(account, request).then((body) => response.setHeader('content-type', 'application/json').end(body))
  })
  const proxy = createServer()
  proxy.on('connect', ({ url = '' }, socket) => {
    const [host = ''] = url.split(':')
    if (!hosts.test(host)) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    api.emit('connection', socket)
  })
  return proxy
}

export async function openEdge(account: Account): Promise<Edge> {
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-edge-'))
  const certificate = certificateFor('tcb.tencentcloudapi.com', 'scf.tencentcloudapi.com')
  const file = join(folder, 'certificate.pem')
  writeFileSync(file, certificate.cert)
  const proxy = proxyTo(account, certificate)
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    env: { http_proxy: `http://127.0.0.1:${address.port}`, NODE_EXTRA_CA_CERTS: file },
    stop: async () => {
      proxy.closeAllConnections()
      await new Promise<unknown>((resolve) => proxy.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
