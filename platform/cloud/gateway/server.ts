/** The door: loopback only, one route a line. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { messageOf, StartError } from '../errors'
import { type AdminParts, answerAdmin } from './admin'
import { answerCall, checkOperator, openidOf } from './calls'
import { refusal } from './guard'
import { HttpFailure, sendJson } from './http'

export interface GatewayParts extends AdminParts {
  operatorSecret: string
}

type Route = (context: RouteContext) => Promise<void> | void
interface RouteContext {
  parts: GatewayParts
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** What follows the route's own part of the path. */
  rest: string
}

const ROUTES: [method: string, path: string, route: Route][] = [
  ['POST', '/admin', ({ parts, request, response, url }) => answerAdmin(parts, request, response, url)],
  ['POST', '/call/', callFromPhone],
  ['POST', '/invoke/', callFromOperator],
]

function callFromPhone({ parts, request, response, rest }: RouteContext): Promise<void> {
  const origin = { caller: 'client', openid: openidOf(request), source: 'wx_client' } as const
  return answerCall(parts.functions, rest, origin, request, response)
}

function callFromOperator({ parts, request, response, rest }: RouteContext): Promise<void> {
  checkOperator(request, parts.operatorSecret)
  return answerCall(parts.functions, rest, { caller: 'http', source: 'wx_http' }, request, response)
}

export function createGateway(parts: GatewayParts): Server {
  const server = createServer((request, response) => void answer(parts, request, response))
  // Above what clients keep idle connections for, so that none is cut while a request is on its way.
  server.keepAliveTimeout = 75_000
  return server
}

async function answer(parts: GatewayParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const refused = refusal(request)
    if (refused) throw new HttpFailure(403, -501008, refused)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = url.pathname
    const found = ROUTES.find(
      ([method, prefix]) =>
        method === request.method && (prefix.endsWith('/') ? path.startsWith(prefix) : path === prefix),
    )
    if (!found) throw new HttpFailure(404, -501000, `there is nothing at ${request.method} ${path}`)
    await found[2]({ parts, request, response, url, rest: decodeURIComponent(path.slice(found[1].length)) })
  } catch (failure) {
    const status = failure instanceof HttpFailure ? failure.status : 500
    const code = failure instanceof HttpFailure ? failure.code : -501001
    sendJson(response, status, { errCode: code, errMsg: messageOf(failure) })
  }
}

export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      const busy = failure.code === 'EADDRINUSE'
      reject(
        new StartError(
          busy
            ? `Port ${port} is busy: stop what uses it or choose another --port.`
            : `Cannot listen on ${host}:${port}: ${failure.message}.`,
        ),
      )
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}
