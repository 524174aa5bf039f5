/** The wall on an old phone: few lamps alive, nothing set while it is scrolled, next to nothing set when one is lit. */
import type { Page } from 'playwright-core'
import { LAMPS } from '../../src/pages/wish/most'
import { settled } from './settled'
import { openStage, type Stage } from './stage'
import { inFront, tap } from './story'

const WALL = 'pages/wish/index'
const LAMP = 'wishes/lamp/index'
const MOST_ALIVE = 60
const MOST_BYTES_LIT = 2048

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 150_000)
afterAll(() => stage?.close())

const setBy = async (page: Page, route: string) => {
  const stats = await page.evaluate(() => phone.stats())
  const { count, bytes } = stats[route] ?? { count: 0, bytes: 0 }
  return { count, bytes }
}

const lamps = (page: Page) => page.locator('.wall-lamp').filter({ visible: true })

const scrollThrough = (page: Page) =>
  page.evaluate(async () => {
    const [scroller] = [...document.querySelectorAll('.page-scroller')].filter((one) => one.checkVisibility())
    if (!scroller) throw new Error('nothing to scroll')
    for (let top = 0; top < scroller.scrollHeight; top += 300) {
      scroller.scrollTop = top
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return scroller.scrollTop
  })

test('scrolls without setting anything, with few lamps alive', async () => {
  const tab = await stage.tab()
  const page = await tab('newcomer-14', `/${WALL}`, {})
  await lamps(page).nth(29).waitFor()
  await settled(page)
  const before = await setBy(page, WALL)
  expect(await scrollThrough(page)).toBeGreaterThan(500)
  expect(await setBy(page, WALL)).toEqual(before)
  expect(await lamps(page).count()).toBeLessThanOrEqual(LAMPS)
  expect(LAMPS).toBeLessThanOrEqual(MOST_ALIVE)
}, 60_000)

test('one more lamp lit sets less than two kilobytes, on its page and on the wall', async () => {
  const tab = await stage.tab()
  const page = await tab('newcomer-15', `/${WALL}`, {})
  await lamps(page).nth(29).waitFor()
  await settled(page)
  const wall = await setBy(page, WALL)
  await lamps(page).filter({ hasText: '等您点亮' }).first().click()
  await inFront(page, '点亮它').waitFor()
  await settled(page)
  const dark = await setBy(page, LAMP)
  await tap('点亮它')(page)
  await inFront(page, /^您点亮了第 \d+ 盏$/).waitFor()
  await settled(page)
  const lit = await setBy(page, LAMP)
  await page.locator('#wx-bar-back').click()
  await inFront(page, '♥ 您点亮的').waitFor()
  await settled(page)
  const after = await setBy(page, WALL)
  const figures = { lamp: lit.bytes - dark.bytes, wall: after.bytes - wall.bytes }
  expect(figures.wall).toBeLessThan(MOST_BYTES_LIT)
  expect(figures.lamp).toBeLessThan(MOST_BYTES_LIT)
}, 60_000)
