/** The whole product on this machine for a test of its screens: the real cloud, the demo city, the desk with its phones, one Chromium. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../config/run/chromium'
import { readEnv, writeEnv } from '../../config/run/data-folder'
import { loadCity, openDemoCloud, phoneOrigin } from '../../config/run/demo-cloud'
import { openDesk } from '../../config/run/desk/server'
import type { Cloud } from '../../platform/cloud'
import { bringChecks } from './checks'
import { settled, watchRequests } from './settled'
import { builtApp } from './shipped'

const root = resolve(__dirname, '..', '..')

export type Stage = {
  readonly cloud: Cloud
  readonly browser: Browser
  /** Where this persona's phone lies. */
  originOf(slug: string): string
  /** One tab in which everybody's phone is looked at in turn: what the browser has read stays, what a phone kept goes. */
  tab(): Promise<Tab>
  /** The functions go live again with this in their environment, and phones fetch the app as it lies there now. */
  deploy(env: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

export type Kept = Readonly<Record<string, unknown>>
/** Opens this page on the phone of this persona as if it had kept just this. */
export type Tab = (slug: string, path: string, kept: Kept) => Promise<Page>

const HEIGHT = 844

/** The phone keeps each value under its name as `{ data }`. */
const keep = (kept: Kept): void => {
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify({ data: value }))
}

async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: HEIGHT },
    locale: 'zh-CN',
    hasTouch: true,
    acceptDownloads: true,
  })
  /** Sooner than the test's own limit: what was waited for is said, not only that time is up. */
  context.setDefaultTimeout(20_000)
  await bringChecks(context)
  return context
}

async function launch(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(() => phone.launched)
  await settled(page)
}

async function openTab(browser: Browser, originOf: (slug: string) => string): Promise<Tab> {
  const context = await openContext(browser)
  const page = await context.newPage()
  watchRequests(page)
  return async (slug, path, kept) => {
    const origin = originOf(slug)
    /** A page of this phone's address that is not the app, so that the app starts with what is kept here. */
    await page.goto(`${origin}/app.json`)
    await page.evaluate(() => localStorage.clear())
    await page.evaluate(keep, kept)
    await launch(page, `${origin}/#${path}`)
    return page
  }
}

/** `weapp`: another release than the one that was built. */
export async function openStage(weapp = builtApp): Promise<Stage> {
  const executablePath = findChromium()
  if (!executablePath || !existsSync(join(weapp, 'app.json')))
    throw new Error('Browser tests need a Chromium and the built app: run npm test, which sees to both.')
  const dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-screens-'))
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })]
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    const desk = await openDesk(0, { weapp, page: join(root, 'config', 'run', 'desk', 'page') })
    closing.push(desk.stop)
    const openCloud = () => openDemoCloud({ dataDir, deskPort: desk.port, strict: true })
    let cloud = await openCloud()
    closing.push(() => cloud.stop())
    await loadCity(cloud, dataDir, () => undefined)
    await desk.ready(cloud)
    const browser = await chromium.launch({ executablePath, args: chromiumFlags })
    closing.push(() => browser.close())
    const originOf = (slug: string): string => phoneOrigin(slug, desk.port)
    const deploy = async (env: Readonly<Record<string, string>>): Promise<void> => {
      await cloud.stop()
      writeEnv(dataDir, { ...readEnv(dataDir), ...env })
      cloud = await openCloud()
      await desk.ready(cloud)
    }
    return {
      get cloud() {
        return cloud
      },
      browser,
      originOf,
      tab: () => openTab(browser, originOf),
      deploy,
      close,
    }
  } catch (failure) {
    await close()
    throw failure
  }
}
