/** The door: loopback only, one route a line. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { messageOf, StartError } from '../errors'
import type { FunctionLog } from '../functions/log'
import type { Person } from '../openapi/phones'
import type { Timers } from '../timers'
import { type AdminParts, answerAdmin } from './admin'
import { answerCall, checkOperator, openidOf } from './calls'
import { CONSOLE_ROUTES } from './console'
import { refusal } from './guard'
import { HttpFailure, sendJson } from './http'
import { PHONE_ROUTES } from './phone'

export interface GatewayParts extends AdminParts {
  clock: Clock
  log: FunctionLog
  operatorSecret: string
  /** Whom the starter knows by name, and where each one's phone is. */
  people: readonly Person[]
  timers: Timers
}

export interface RouteContext {
  parts: GatewayParts
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** What follows the route's own part of the path. */
  rest: string
}

export interface Route {
  method: string
  /** Ending in a slash, it takes everything below. */
  path: string
  /** True when the app's own page, served on another port of this machine, may call it. */
  isForPages?: boolean
  run(context: RouteContext): Promise<void> | void
}

const ROUTES: Route[] = [
  {
    method: 'POST',
    path: '/admin',
    run: ({ parts, request, response }) => answerAdmin(parts, request, response),
  },
  { method: 'POST', path: '/call/', isForPages: true, run: callFromPhone },
  { method: 'POST', path: '/invoke/', run: callFromOperator },
  ...PHONE_ROUTES,
  ...CONSOLE_ROUTES,
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
    const method = request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : request.method
    const route = ROUTES.find((one) => one.method === method && matches(one.path, url.pathname))
    if (!route) throw new HttpFailure(404, -501000, `there is nothing at ${request.method} ${url.pathname}`)
    if (route.isForPages) allowPage(request, response)
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    await route.run({ parts, request, response, url, rest: decodeURIComponent(url.pathname.slice(route.path.length)) })
  } catch (failure) {
    const status = failure instanceof HttpFailure ? failure.status : 500
    const code = failure instanceof HttpFailure ? failure.code : -501001
    sendJson(response, status, { errCode: code, errMsg: messageOf(failure) })
  }
}

const matches = (path: string, asked: string): boolean => (path.endsWith('/') ? asked.startsWith(path) : asked === path)

/** The origin was checked to be this machine; only routes a phone has are opened to it. */
function allowPage(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  if (origin === undefined) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'content-type, x-wx-openid')
  response.setHeader('vary', 'origin')
}

export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      const isBusy = failure.code === 'EADDRINUSE'
      const advice = `Port ${port} is busy: stop what uses it or choose another --port.`
      reject(new StartError(isBusy ? advice : `Cannot listen on ${host}:${port}: ${failure.message}.`))
    })
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}
