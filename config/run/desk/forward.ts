/** Carries a persona's call to the cloud under that persona's identity, which the page itself never knows. */
import { Agent, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { openidOf } from '../personas'

const forwarded = [/^\/call\/[^/?]+$/, /^\/storage\/upload(\?|$)/, /^\/wx\/(phone-code|subscribe)$/, /^\/file\//]

export const isForCloud = (url: string): boolean => forwarded.some((pattern) => pattern.test(url))

const agent = new Agent({ keepAlive: true })

/** Whatever the browser claims to be is left behind: only the address it came to says who it is. */
const passed = (headers: IncomingMessage['headers']): Record<string, string> => {
  const kept: Record<string, string> = {}
  for (const name of ['content-type', 'content-length', 'accept', 'if-none-match', 'range']) {
    const value = headers[name]
    if (typeof value === 'string') kept[name] = value
  }
  return kept
}

export function forward(cloudUrl: string, slug: string, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...passed(request.headers), 'x-wx-openid': openidOf(slug) }
  const onward = send(new URL(request.url ?? '/', cloudUrl), { method: request.method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('The cloud did not answer.')
  })
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}
