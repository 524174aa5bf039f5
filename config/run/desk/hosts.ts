/** Which of the desk's addresses a request came to, and whether it may come at all. */
import type { IncomingMessage } from 'node:http'
import { isPersona } from '../personas'

export type Visit =
  | { readonly to: 'desk' }
  | { readonly to: 'persona'; readonly slug: string }
  | { readonly to: 'nobody'; readonly because: string }

const nobody = (because: string): Visit => ({ to: 'nobody', because })

function hostnameOf(url: string): string | undefined {
  try {
    return new URL(url).hostname
  } catch {
    return undefined
  }
}

/** A page of one persona may not speak to another's address, as one phone cannot speak for another. */
function isOwnOrigin({ host, origin }: IncomingMessage['headers']): boolean {
  return origin === undefined || origin === `http://${host}`
}

export function visitOf({ headers }: IncomingMessage): Visit {
  const hostname = hostnameOf(`http://${headers.host ?? ''}`)
  if (!isOwnOrigin(headers)) return nobody('This desk answers only its own pages.')
  if (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]') return { to: 'desk' }
  const slug = /^([a-z0-9-]+)\.localhost$/.exec(hostname ?? '')?.[1]
  if (slug === undefined) return nobody('This desk answers only under localhost.')
  return isPersona(slug) ? { to: 'persona', slug } : nobody(`There is no persona ${slug}.`)
}
