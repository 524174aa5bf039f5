/** Refuses whoever is not on this machine, and any web page that is not ours to serve. */
import type { IncomingMessage } from 'node:http'

const isOurs = (hostname: string): boolean =>
  hostname === '127.0.0.1' || hostname === '[::1]' || hostname === 'localhost' || hostname.endsWith('.localhost')

function hostnameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname
  } catch {
    return undefined
  }
}

/** A sentence when the request must be refused, undefined when it may pass. */
export function refusal(request: IncomingMessage): string | undefined {
  const { host, origin } = request.headers
  const hostname = hostnameOf(`http://${host ?? ''}`)
  if (hostname === undefined || !isOurs(hostname)) return 'This cloud answers only under localhost.'
  if (origin === undefined) return undefined
  const from = hostnameOf(origin)
  return from !== undefined && isOurs(from) ? undefined : 'This cloud answers no page from elsewhere.'
}
