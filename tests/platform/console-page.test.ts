/** The console's page in a browser: what one reads and presses there, on a desk and on a phone. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../config/run/chromium'
import type { Cloud } from '../../platform/cloud'
import { answer, connect, removeFolders, start } from './start'

const executablePath = findChromium()
if (!executablePath) console.info('Here is no Chromium: the console’s page is looked at where there is one.')

let cloud: Cloud
let browser: Browser | undefined
beforeAll(async () => {
  cloud = await start(
    { functions: { probe: { timeoutSeconds: 20 } }, collections: { things: {} } },
    { people: [{ openid: 'oWorkerNumberOne', label: 'Zhang', url: 'http://worker.localhost/' }] },
  )
  const things = (await connect(cloud)).collection('things')
  await answer(things.add({ data: { _id: 'one', says: '<img src=x onerror=alert(1)>' } }))
  await answer(things.add({ data: { _id: 'two', at: new Date('2021-02-07T02:00:00.000Z') } }))
  if (executablePath) browser = await chromium.launch({ executablePath, args: chromiumFlags })
})
afterAll(async () => {
  await browser?.close()
  await cloud.stop()
  removeFolders()
})

/** A page that notes what went wrong in it and whom else it asked. */
async function opened(width: number, view: string): Promise<{ page: Page; wrong: string[] } | undefined> {
  const page = await browser?.newPage({ viewport: { width, height: 844 } })
  if (!page) return undefined
  const wrong: string[] = []
  page.on('pageerror', ({ message }) => wrong.push(message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('request', (request) => request.url().startsWith(cloud.url) || wrong.push(`asks ${request.url()}`))
  await page.goto(`${cloud.url}/console#${view}`)
  await page.locator(`nav a[aria-current=page][href="#${view}"]`).waitFor()
  await page.locator('main > *').first().waitFor()
  return { page, wrong }
}

test('a query is written, and the document read as it is stored', async () => {
  const at = await opened(1280, 'collections')
  if (!at) return
  const { page, wrong } = at
  await page.getByLabel('Query').fill('{"_id": "one"}')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByText('1 found, 1 to 1').waitFor()
  await page.locator('summary').click()
  expect(await page.locator('details pre').textContent()).toContain('"says": "<img src=x onerror=alert(1)>"')
  await page.getByLabel('Query').fill('{"n": {"$nonsense": 1}}')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.locator('.note', { hasText: '$nonsense' }).waitFor()
  expect(wrong.filter((line) => !line.includes('400'))).toEqual([])
})

test('a fault is switched on, met by a call as somebody, and switched off', async () => {
  const at = await opened(390, 'faults')
  if (!at) return
  const { page, wrong } = at
  await page.getByLabel('What happens').selectOption('requestLimit')
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText('1 fault switched on').waitFor()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Call as' }).click()
  await page.getByText('The call is made as oWorkerNumberOne.').waitFor()
  await page.getByLabel('Event').fill('{"do": "who"}')
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await page.getByText('exceed request limit').waitFor()
  await page.getByRole('link', { name: 'Faults' }).click()
  await page.getByRole('button', { name: 'Switch off' }).click()
  await page.getByText('Nothing yet.').waitFor()
  expect(cloud.faults.list()).toEqual([])
  expect(wrong).toEqual([])
})

test('nothing sticks out at the width of a phone', async () => {
  for (const view of ['collections', 'calls', 'notices', 'files', 'timers', 'faults', 'people', 'log']) {
    const at = await opened(390, view)
    const wide = await at?.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([view, wide ?? 0, at?.wrong ?? []]).toEqual([view, 0, []])
    await at?.page.close()
  }
})
