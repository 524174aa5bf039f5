/** A phone on a small mini-program written by hand, driven by the real automator: the phone is tried without the product. */
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import automator from 'miniprogram-automator'
import type { Page as BrowserPage } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../../config/run/chromium'
import { startPhone } from '../../../platform/phone'
import { connectPhone, type PhoneClient } from '../../../platform/phone/client'
import { type PageFile, phonePage } from '../../../platform/phone/page'

export const fixture = join(__dirname, 'fixture')

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
export type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

export interface Stage {
  readonly wsEndpoint: string
  readonly miniProgram: MiniProgram
  readonly phone: PhoneClient
  /** The browser's page behind it, for what a person sees and no automator reads. */
  readonly screen: BrowserPage
  /** Opens a page as the app itself would, and waits until it has come to rest. */
  open(url: string): Promise<Page>
  close(): Promise<void>
}

/** A file of the fixture, as a host serves what is no part of the compiled app. */
function fileOf(weapp: string, path: string): Buffer | undefined {
  const file = normalize(join(weapp, path))
  try {
    return file.startsWith(weapp + sep) ? readFileSync(file) : undefined
  } catch {
    return undefined
  }
}

/** What a cloud behind the phone would say. */
async function said(path: string, request: IncomingMessage): Promise<string | undefined> {
  if (path === '/slow.json') return '{"word":"answered"}'
  if (path === '/storage/upload') return JSON.stringify({ fileID: `cloud://desk/${(await text(request)).length}` })
  if (path === '/wx/phone-code') return '{"code":"code-1"}'
  if (path !== '/wx/subscribe') return undefined
  const { templateIds, accept } = JSON.parse(await text(request))
  return JSON.stringify({ [templateIds[0]]: accept.length > 0 ? 'accept' : 'reject' })
}

function serve(weapp: string, files: ReadonlyMap<string, PageFile>): Server {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://phone')
    const file = files.get(pathname)
    const body = file?.body ?? (await said(pathname, request)) ?? fileOf(weapp, pathname)
    if (body === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': file?.type ?? 'application/json' }).end(body)
  })
}

const listening = (server: Server): Promise<string> =>
  new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(`http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`)
    })
  })

/** Serves the fixture to any browser. */
export async function openHost(weapp = fixture): Promise<{ origin: string; close(): Promise<void> }> {
  const server = serve(weapp, await phonePage(weapp))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { origin: await listening(server), close }
}

export async function openStage(entry?: string, weapp = fixture): Promise<Stage> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('These tests need a Chromium: run npm test, which sees to it.')
  const host = await openHost(weapp)
  const { origin } = host
  const chromium = { executablePath, flags: chromiumFlags }
  const running = await startPhone({ origin, chromium, ...(entry !== undefined && { entry }) })
  const { wsEndpoint } = running
  const miniProgram = await automator.connect({ wsEndpoint })
  const phone = await connectPhone(wsEndpoint)
  return {
    wsEndpoint,
    miniProgram,
    phone,
    screen: running.page,
    open: async (url) => {
      await miniProgram.callWxMethod('reLaunch', { url })
      await phone.idle()
      return pageInFront(miniProgram)
    },
    close: async () => {
      miniProgram.disconnect()
      phone.close()
      await running.close()
      await host.close()
    },
  }
}

export async function pageInFront(miniProgram: MiniProgram): Promise<Page> {
  const page = await miniProgram.currentPage()
  if (!page) throw new Error('no page is open')
  return page
}

export async function find(within: Page | Element, selector: string): Promise<Element> {
  const element = await within.$(selector)
  if (!element) throw new Error(`there is no ${selector}`)
  return element
}

/** The words of all that match. */
export async function words(within: Page | Element, selector: string): Promise<string[]> {
  const elements: Element[] = await within.$$(selector)
  return Promise.all(elements.map((element) => element.text()))
}
