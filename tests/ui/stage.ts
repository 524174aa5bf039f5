/** The whole product on this machine for a browser test: the real cloud, the demo city, the desk, and one Chromium. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../config/run/chromium'
import { prepareDataFolder, readEnv } from '../../config/run/data-folder'
import { loadDemoCity } from '../../config/run/demo/city'
import { openDesk } from '../../config/run/desk/server'
import { phones } from '../../config/run/personas'
import { type Cloud, startCloud } from '../../platform/cloud'
import type { TextSize } from '../../src/ui/look'
import { bringChecks } from './checks'
import { settled, watchRequests } from './settled'

const root = resolve(__dirname, '..', '..')

export type Stage = {
  readonly cloud: Cloud
  /** A phone of this persona with these letters. */
  phone(slug: string, size: TextSize): Promise<Phone>
  /** One tab in which everybody's phone is looked at in turn: what the browser has read stays, what a phone kept goes. */
  tab(): Promise<Tab>
  close(): Promise<void>
}

export type Phone = {
  readonly context: BrowserContext
  /** A fresh tab on this page of the app, once everything it asked for is there; `keeps` is what the phone had kept. */
  open(path: string, keeps?: Kept): Promise<Page>
}

export type Kept = Readonly<Record<string, unknown>>
/** Opens this page on the phone of this persona as if it had kept just this. */
export type Tab = (slug: string, path: string, kept: Kept) => Promise<Page>

const HEIGHT = 844

/** Taro keeps each value under its name as `{ data }`; the app reads it at its start as it would a choice made before. */
const chooseSize = (context: BrowserContext, size: TextSize): Promise<unknown> =>
  context.addInitScript((chosen) => {
    if (!localStorage.getItem('textSize')) localStorage.setItem('textSize', JSON.stringify({ data: chosen }))
  }, size)

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

async function openPhone(browser: Browser, origin: string, size: TextSize): Promise<Phone> {
  const context = await openContext(browser)
  await chooseSize(context, size)
  const open: Phone['open'] = async (path, keeps) => {
    const page = await context.newPage()
    if (keeps) await page.addInitScript(keep, keeps)
    watchRequests(page)
    await page.goto(`${origin}/#${path}`)
    await settled(page)
    return page
  }
  return { context, open }
}

async function openTab(browser: Browser, originOf: (slug: string) => string): Promise<Tab> {
  const context = await openContext(browser)
  const page = await context.newPage()
  watchRequests(page)
  return async (slug, path, kept) => {
    const origin = originOf(slug)
    /** A page of this phone's address that is not the app, so that the app starts with what is kept here. */
    await page.goto(`${origin}/LICENSE`)
    await page.evaluate(() => localStorage.clear())
    await page.evaluate(keep, kept)
    await page.goto(`${origin}/#${path}`)
    await settled(page)
    return page
  }
}

async function openCloud(dataDir: string): Promise<Cloud> {
  prepareDataFolder(dataDir)
  return startCloud({
    port: 0,
    dataDir,
    distDir: join(root, 'dist', 'cloudfunctions'),
    env: readEnv(dataDir),
    phones: phones(),
    quiet: true,
  })
}

export async function openStage(): Promise<Stage> {
  const h5 = join(root, 'dist', 'h5')
  const executablePath = findChromium()
  if (!executablePath || !existsSync(join(h5, 'index.html')))
    throw new Error('Browser tests need a Chromium and the built app: run npm test, which sees to both.')
  const dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-screens-'))
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })]
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    const desk = await openDesk(0, { h5, page: join(root, 'config', 'run', 'desk', 'page') })
    closing.push(desk.stop)
    const cloud = await openCloud(dataDir)
    closing.push(() => cloud.stop())
    await loadDemoCity(cloud, dataDir, new Date(), () => undefined)
    desk.ready(cloud)
    const browser = await chromium.launch({ executablePath, args: chromiumFlags })
    closing.push(() => browser.close())
    const originOf = (slug: string): string => `http://${slug}.localhost:${desk.port}`
    return {
      cloud,
      phone: (slug, size) => openPhone(browser, originOf(slug), size),
      tab: () => openTab(browser, originOf),
      close,
    }
  } catch (failure) {
    await close()
    throw failure
  }
}
