/** What the browser opens: the desk with two phones, and one address for each persona with the app and the cloud behind it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Callable } from '../demo/caller'
import { personas } from '../personas'
import { CannotGoOn, messageOf } from '../say'
import { forward, isForCloud } from './forward'
import { visitOf } from './hosts'
import { PhoneFiles } from './phone-files'
import { serveFile } from './static'
import { type Sending, surroundingsOf } from './surroundings'
import { Posters, placesOnTheWall } from './wall'

/** What this needs of the cloud. */
export type DeskCloud = Callable & Sending & { readonly url: string }

export type Desk = {
  readonly port: number
  /** From here on the app is served; until then every page says that it is being made ready. */
  ready(cloud: DeskCloud): Promise<void>
  /** Reads the build again and tells the open desk pages to open their phones again. */
  rebuilt(): Promise<void>
  stop(): Promise<void>
}

/** `weapp`: the built mini-program; `isDraft`: built to be watched; `page`: the desk's own. */
export type DeskFolders = { readonly weapp: string; readonly isDraft?: boolean; readonly page: string }

const waiting = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>暖沪</title><body style="font:18px/1.6 sans-serif;background:#fff8f1;color:#241a15;padding:48px">正在准备，一会儿就好。`

type Answering = (request: IncomingMessage, response: ServerResponse) => void

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

function deskAnswers(
  cloud: DeskCloud,
  posters: Posters,
  folders: DeskFolders,
  listeners: Set<ServerResponse>,
): Answering {
  const state = async (response: ServerResponse): Promise<void> => {
    const places = await placesOnTheWall(cloud)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    response.end(JSON.stringify({ personas, places, consoleUrl: `${cloud.url}/console` }))
  }
  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  }
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://desk')
    const failed = (failure: unknown): void => say(response, 502, messageOf(failure))
    const siteId = /^\/wall\/([A-Za-z0-9_:.-]+)\.png$/.exec(pathname)?.[1]
    if (pathname === '/desk.json') state(response).catch(failed)
    else if (pathname === '/changes') listen(response)
    else if (siteId !== undefined) posters.answer(response, siteId, searchParams.get('scene') ?? '').catch(failed)
    else serveFile(folders.page, request, response)
  }
}

function personaAnswers(cloud: DeskCloud, posters: Posters, phone: PhoneFiles, slug: string): Answering {
  const surroundings = surroundingsOf(cloud, posters, slug)
  return (request, response) => {
    if (isForCloud(request.url ?? '/')) return forward(cloud.url, slug, request, response)
    surroundings(request, response).then(
      (isAnswered) => {
        if (!isAnswered) phone.answer(request, response)
      },
      (failure: unknown) => say(response, 502, messageOf(failure)),
    )
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (failure: NodeJS.ErrnoException) => {
      const isBusy = failure.code === 'EADDRINUSE'
      reject(isBusy ? new CannotGoOn(`Port ${port} is in use: stop what uses it, or start with --port N.`) : failure)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

export async function openDesk(wanted: number, folders: DeskFolders): Promise<Desk> {
  const listeners = new Set<ServerResponse>()
  const phone = new PhoneFiles(folders.weapp, folders.isDraft)
  let cloud: DeskCloud | undefined
  let posters: Posters | undefined
  let desk: Answering | undefined
  const server = createServer((request, response) => {
    const visit = visitOf(request)
    if (visit.to === 'nobody') say(response, 403, visit.because)
    else if (!cloud || !posters || !desk)
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end(waiting)
    else if (visit.to === 'desk') desk(request, response)
    else personaAnswers(cloud, posters, phone, visit.slug)(request, response)
  })
  const port = await listen(server, wanted)
  return {
    port,
    ready: async (opened) => {
      await phone.load()
      cloud = opened
      posters = new Posters(opened)
      desk = deskAnswers(opened, posters, folders, listeners)
    },
    rebuilt: async () => {
      await phone.load()
      for (const listener of listeners) listener.write('event: rebuilt\ndata: 1\n\n')
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
