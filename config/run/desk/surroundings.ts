/** What stands around a phone at the desk: the posters on the walls, the names of its notices, and what WeChat brings it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../../../platform/cloud'
import { DESK_TEMPLATE } from '../../env'
import type { Callable } from '../demo/caller'
import { openidOf } from '../personas'
import { type Posters, placesOnTheWall } from './wall'

/** What this needs of the cloud. */
export type Sending = Pick<Cloud, 'sent' | 'onSent'>
type Sent = ReturnType<Sending['sent']>[number]

/** What WeChat's console calls the one template and its fields (cloudfunctions/_lib/outbox.ts fills them). */
const TEMPLATE = { id: DESK_TEMPLATE, title: '办事进度通知' }
const LABELS: Readonly<Record<string, string>> = { thing1: '什么事', thing2: '说明' }

const asJson = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

const noticeOf = ({ fields, page, at }: Sent, place: number) => ({
  id: `${at}-${place}`,
  title: TEMPLATE.title,
  rows: Object.entries(fields).map(([name, value]) => ({ label: LABELS[name] ?? name, value })),
  ...(page !== undefined && { page }),
  at,
})

/** Everything this person was ever sent, then each new one as it comes. */
function bringNotices(cloud: Sending, slug: string, response: ServerResponse): void {
  const openid = openidOf(slug)
  let place = 0
  const bring = (sent: Sent): void => {
    if (sent.to !== openid) return
    response.write(`data: ${JSON.stringify(noticeOf(sent, place))}\n\n`)
    place += 1
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  cloud.sent().forEach(bring)
  response.write('event: live\ndata: 1\n\n')
  response.on('close', cloud.onSent(bring))
}

const posterOf = (place: { id: string; name: string; scene: string }) => ({
  label: place.name,
  imageUrl: `/phone/wall/${place.id}.png?scene=${encodeURIComponent(place.scene)}`,
})

type Surrounding = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Answers whether it was asked for something of its own. */
export function surroundingsOf(cloud: Callable & Sending, posters: Posters, slug: string): Surrounding {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://phone')
    const siteId = /^\/phone\/wall\/([A-Za-z0-9_:.-]+)\.png$/.exec(pathname)?.[1]
    if (pathname === '/phone/notices') bringNotices(cloud, slug, response)
    else if (pathname === '/phone/templates.json') asJson(response, [TEMPLATE])
    else if (pathname === '/phone/posters.json') {
      const places = await placesOnTheWall(cloud)
      asJson(response, places.filter(({ state }) => state !== 'revoked').map(posterOf))
    } else if (siteId !== undefined) await posters.answer(response, siteId, searchParams.get('scene') ?? '')
    else return false
    return true
  }
}
