/** The phone's own figures: how soon its first screen can be used, and what each step of each story sets. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { launchChromium } from '../../../platform/phone'
import { chromiumFlags, findChromium } from '../chromium'
import { loadCity, openDemoCloud, phoneOrigin } from '../demo-cloud'
import { openDesk } from '../desk/server'
import { root } from '../options'
import { CannotGoOn } from '../say'
import { runTool } from '../spawn'
import { row, table } from './page'
import { median } from './timed'

const BOOTS = 9
const PEOPLE = ['newcomer', 'worker', 'site-officer'] as const

/** From the address to the first page drawn with what the cloud answered: nothing stands in its place any more. */
async function boot(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const from = performance.now()
  await page.goto(origin)
  await page.waitForFunction(() => {
    const screen = document.querySelector('.nh-screen')
    return screen !== null && screen.querySelector('.nh-bones') === null && screen.textContent !== ''
  })
  const taken = performance.now() - from
  await context.close()
  return taken
}

async function boots(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new CannotGoOn('There is no Chromium here: run npm test once, which sees to it.')
  const dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-bench-'))
  const page = join(root, 'config', 'run', 'desk', 'page')
  const desk = await openDesk(0, { weapp: join(root, 'dist', 'weapp'), page })
  const cloud = await openDemoCloud({ dataDir, deskPort: desk.port })
  await loadCity(cloud, dataDir, () => undefined)
  await desk.ready(cloud)
  const browser = await launchChromium({ executablePath, flags: chromiumFlags })
  table('phone of', 'boot to the first usable screen, p50 ms', 'the first, ms')
  for (const slug of PEOPLE) {
    const taken: number[] = []
    for (let turn = 0; turn < BOOTS; turn += 1) taken.push(await boot(browser, phoneOrigin(slug, desk.port)))
    row(slug, median(taken).toFixed(0), (taken[0] ?? 0).toFixed(0))
  }
  await browser.close()
  await desk.stop()
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

const Steps = v.array(
  v.object({
    story: v.string(),
    step: v.string(),
    page: v.string(),
    count: v.number(),
    bytes: v.number(),
    largest: v.number(),
  }),
)

/** As the stories themselves noted it, told anew for this. */
async function steps(): Promise<void> {
  const { code, said } = await runTool('jest', 'bin/jest.js', ['tests/e2e'])
  if (code !== 0) throw new CannotGoOn(`The stories did not hold, so there is nothing to measure.\n${said}`)
  const folder = join(root, '.cache', 'steps')
  const all = readdirSync(folder).flatMap((file) =>
    v.parse(Steps, JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  )
  table('screen', 'story', 'step', 'setData', 'bytes', 'largest')
  for (const { page, story, step, count, bytes, largest } of all.sort((a, b) => a.page.localeCompare(b.page)))
    row(page, story, step, count, bytes, largest)
}

export async function benchPhone(): Promise<void> {
  await boots()
  await steps()
}
