/** What is answered outside the page: pictures of it, its network, its size, its start and its end. */
import type { Page } from 'playwright-core'
import { watchConsole } from './console'
import { Quiet } from './quiet'
import { type Answer, type Method, readAnswer } from './wire'

export interface Screen {
  readonly page: Page
  readonly origin: string
}

export interface Agent {
  tell(method: string, params: unknown): void
  /** Ends the phone; called once the answer is on its way. */
  close(): void
}

/** Where the phone stands between two runs of the app. */
const NOWHERE = 'about:blank'

const addressOf = (origin: string, path: unknown): string => `${origin}/${typeof path === 'string' ? `#${path}` : ''}`

/** Starts the app as from a cold phone; resolves when its first page is there. */
export async function launch({ page, origin }: Screen, path?: unknown): Promise<void> {
  await page.goto(addressOf(origin, path))
  await page.evaluate(() => globalThis.phone.launched)
}

const isGone = (failure: unknown): boolean =>
  failure instanceof Error && failure.message.includes('Execution context was destroyed')

const askOnce = (page: Page, method: string, params: object): Promise<unknown> =>
  page.evaluate(([name, given]) => globalThis.phone?.ask(name, given), [method, params] as const)

/** The app starts itself again: by what was just asked of it, or before it could be asked. */
async function startedAgain(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.phone !== undefined)
  await page.evaluate(() => globalThis.phone.launched)
}

/** The page's own answer to a method. A deed by which the app starts again is done once it has. */
export async function askPage(page: Page, method: string, params: object): Promise<Answer> {
  try {
    const answer = await askOnce(page, method, params)
    if (answer !== undefined || page.url() === NOWHERE) return readAnswer(answer)
    await startedAgain(page)
    return readAnswer(await askOnce(page, method, params))
  } catch (failure) {
    if (!isGone(failure)) throw failure
    await startedAgain(page)
    return { result: {} }
  }
}

/** What the app wrote is on its way to where it is kept: a real phone does not lose it either. */
async function leave({ page }: Screen): Promise<void> {
  await page.evaluate(() => globalThis.phone?.kept())
  await page.goto(NOWHERE)
}

/** As if it had never been on this phone. */
async function forget({ page, origin }: Screen): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
}

const underWay = (page: Page) => async (): Promise<string[]> => {
  const answer = await askPage(page, 'Phone.underWay', {})
  const { underWay: words } = 'result' in answer ? Object(answer.result) : {}
  return Array.isArray(words) ? words.map(String) : ['the app, which is not running']
}

const number = (value: unknown, name: string): number => {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Error(`${name} must be a number`)
}

/** How the app comes to the front, and how it goes. */
function comingAndGoing(screen: Screen): Readonly<Record<string, Method>> {
  const { page } = screen
  return {
    'App.exit': async () => {
      await leave(screen)
      return {}
    },
    'Phone.launch': async ({ path, isFresh }) => {
      await leave(screen)
      if (isFresh === true) await forget(screen)
      await launch(screen, path)
      return {}
    },
    'Phone.enter': async ({ path }) => {
      await page.evaluate((hash) => {
        location.hash = hash
      }, String(path))
      return {}
    },
  }
}

export function outerMethods(screen: Screen, agent: Agent): Readonly<Record<string, Method>> {
  const { page } = screen
  const quiet = new Quiet(page)
  let isLogging = false
  return {
    ...comingAndGoing(screen),
    'App.captureScreenshot': async () => ({ data: (await page.screenshot()).toString('base64') }),
    'App.enableLog': () => {
      if (!isLogging) watchConsole(page, agent.tell)
      isLogging = true
      return {}
    },
    'Tool.close': () => {
      setImmediate(agent.close)
      return {}
    },
    'Phone.idle': async ({ patienceMs }) => {
      await quiet.settled(underWay(page), patienceMs === undefined ? undefined : number(patienceMs, 'patienceMs'))
      return {}
    },
    'Phone.network': async ({ isOnline }) => {
      await page.context().setOffline(isOnline === false)
      return {}
    },
    'Phone.size': async ({ width, height }) => {
      await page.setViewportSize({ width: number(width, 'width'), height: number(height, 'height') })
      return {}
    },
  }
}
