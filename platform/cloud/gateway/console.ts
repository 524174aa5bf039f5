/** For whoever develops: what is stored, what was called and what it cost, what was sent, how a query would run. */
import { decodeText } from '../db/values'
import { messageOf } from '../errors'
import { sendJson, sendText } from './http'
import type { Route, RouteContext } from './server'

const SHOWN_CALLS = 100

function overview({ parts, response }: RouteContext): void {
  const { database, functions, notices, storage } = parts
  const page = {
    collections: database.counts(),
    functions: Object.fromEntries(functions.names().map((name) => [name, functions.declared(name)])),
    calls: functions.calls.slice(-SHOWN_CALLS).reverse(),
    notices: notices.sent().slice(-SHOWN_CALLS).reverse(),
    files: storage.list(),
    explain: '/console/explain?collection=NAME&query={EJSON}&order={EJSON}',
  }
  sendText(response, 200, JSON.stringify(page, null, 2))
}

function explain({ parts, response, url }: RouteContext): void {
  const read = (name: string) => decodeText(url.searchParams.get(name) || '{}', new Date(0))
  try {
    sendJson(
      response,
      200,
      parts.database.explain(url.searchParams.get('collection') ?? '', read('query'), read('order')),
    )
  } catch (failure) {
    sendJson(response, 400, { errMsg: messageOf(failure) })
  }
}

export const CONSOLE_ROUTES: Route[] = [
  { method: 'GET', path: '/console', run: overview },
  { method: 'GET', path: '/console/explain', run: explain },
]
