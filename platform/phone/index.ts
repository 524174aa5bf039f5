/** WeChat's client on this desk: startPhone opens the app at some address and answers miniprogram-automator. */
import type { Browser, Page } from 'playwright-core'
import { lendFinger } from './agent/finger'
import { type Agent, askPage, launch, outerMethods, type Screen } from './agent/methods'
import { openRelay, type Relay } from './agent/relay'
import type { Answer } from './agent/wire'
import { type ChromiumOptions, launchChromium, openScreen, type ScreenOptions } from './browser'

export { type ChromiumOptions, launchChromium } from './browser'

export interface PhoneOptions {
  /** Where the phone's page is served, with a person's identity behind it. */
  readonly origin: string
  /** A Chromium that is there already, shared with other phones, or how to start one for this phone alone. */
  readonly chromium: Browser | ChromiumOptions
  /** Of the automator's socket; 0 picks a free one. */
  readonly port?: number
  /** The page the app opens on, `/pages/home/index?scene=x`; otherwise its first. */
  readonly entry?: string
  readonly size?: ScreenOptions
  /** The phone was ended by whoever drove it, and is gone. */
  onClosed?(): void
}

export interface Phone {
  readonly wsEndpoint: string
  readonly page: Page
  close(): Promise<void>
}

const isRunning = (chromium: Browser | ChromiumOptions): chromium is Browser => 'newContext' in chromium

function answering(screen: Screen, agent: Agent): (method: string, params: Record<string, unknown>) => Promise<Answer> {
  const outer = outerMethods(screen, agent)
  return async (method, params) => {
    const run = Object.hasOwn(outer, method) ? outer[method] : undefined
    return run ? { result: await run(params) } : askPage(screen.page, method, params)
  }
}

/** Undone in the opposite order, once. */
class Closing {
  private readonly steps: (() => Promise<unknown>)[] = []

  add(step: () => Promise<unknown>): void {
    this.steps.push(step)
  }

  async run(): Promise<void> {
    for (const step of this.steps.splice(0).reverse()) await step()
  }
}

async function open(options: PhoneOptions, closing: Closing): Promise<Phone> {
  const { chromium, origin, port = 0, entry, size, onClosed } = options
  const browser = isRunning(chromium) ? chromium : await launchChromium(chromium)
  if (!isRunning(chromium)) closing.add(() => browser.close())
  const { context, page } = await openScreen(browser, size)
  closing.add(() => context.close())
  const screen: Screen = { page, origin }
  let relay: Relay | undefined
  const agent: Agent = {
    tell: (method, params) => relay?.tell(method, params),
    close: () => void closing.run().then(() => onClosed?.()),
  }
  const ask = answering(screen, agent)
  await lendFinger(page)
  await page.exposeFunction('phoneTell', (method: string, params: unknown) => agent.tell(method, params))
  await launch(screen, entry)
  relay = await openRelay(port, ask)
  closing.add(relay.close)
  return { wsEndpoint: `ws://127.0.0.1:${relay.port}`, page, close: () => closing.run() }
}

export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const closing = new Closing()
  try {
    return await open(options, closing)
  } catch (failure) {
    await closing.run()
    throw failure
  }
}
