/** The console's queries: documents as they are stored, and how the query ran. */
import { decodeText } from '../../db/values'
import { messageOf } from '../../errors'
import { HttpFailure, sendJson } from '../http'
import type { RouteContext } from '../server'

const MAX_DOCUMENTS = 100

const asked = (url: URL) => ({
  collectionName: url.searchParams.get('collection') ?? '',
  query: url.searchParams.get('query') || '{}',
  order: url.searchParams.get('order') || '{}',
})

export function explain({ parts, response, url }: RouteContext): void {
  const { collectionName, query, order } = asked(url)
  try {
    const read = (text: string) => decodeText(text, parts.clock.now())
    sendJson(response, 200, parts.database.explain(collectionName, read(query), read(order)))
  } catch (failure) {
    throw new HttpFailure(400, -502001, messageOf(failure))
  }
}

export async function documents(context: RouteContext): Promise<void> {
  const { parts, response, url } = context
  const whole = (name: string, otherwise: number): number => Number(url.searchParams.get(name) ?? otherwise)
  const request = { queryType: 'WHERE', ...asked(url) }
  const page = { limit: Math.min(whole('limit', 20), MAX_DOCUMENTS), offset: whole('offset', 0) }
  const from = performance.now()
  try {
    const { data: found } = await parts.database.answer('database.getDocument', { ...request, ...page })
    const ms = performance.now() - from
    const { data: counted } = await parts.database.answer('database.calculateDocument', request)
    sendJson(response, 200, { ms, found, counted })
  } catch (failure) {
    throw new HttpFailure(400, -502001, messageOf(failure))
  }
}
