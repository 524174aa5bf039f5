/** The wall on an old phone: few lamps alive, nothing set while it is scrolled, next to nothing set when one is lit. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { LAMPS } from '../../src/pages/wish/most'
import { storedIn } from '../builders/stored'
import { settled } from './settled'
import { openStage, type Stage } from './stage'
import { inFront, tap } from './story'

const WALL = 'pages/wish/index'
const LAMP = 'wishes/lamp/index'
const MOST_ALIVE = 60
const WALL_OF = 500
const MOST_BYTES_LIT = 2048

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await hangCopies()
})
afterAll(() => stage?.close())

/** Of a lamp that hangs there by real deeds, behind all of those: five hundred such would take a minute. */
async function hangCopies(): Promise<void> {
  const { all, add } = await storedIn(stage.cloud)
  const hung = [...(await all('wishes', { wall: 'dark' })), ...(await all('wishes', { wall: 'lit' }))]
  const [lamp] = hung
  await Promise.all(
    Array.from({ length: WALL_OF - hung.length }, (_, n) => {
      const wallKey = `z${createHash('sha256').update(`${n}`).digest('hex')}`
      return add('wishes', { ...lamp, _id: `copy-${n}`, listKey: `${lamp?.createdAt}:copy-${n}`, wallKey })
    }),
  )
}

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

/** However deep they hang, seen or not. */
const alive = (page: Page) => page.locator('.wall-lamp').evaluateAll((all) => all.map(({ id }) => id))

/** A page of so many lamps, another than the one that began with this. */
const turned = (page: Page, count: number, from = '') =>
  page.waitForFunction(
    ([many, first]) => {
      const all = document.querySelectorAll('.wall-lamp')
      return all.length === many && all[0]?.id !== first
    },
    [count, from] as const,
  )

test('of five hundred lamps each is seen once, few are ever alive, and nothing is set while they are scrolled', async () => {
  const tab = await stage.tab()
  const page = await tab('newcomer-14', `/${WALL}`, {})
  const seen: string[] = []
  for (let left = WALL_OF; left > 0; left -= LAMPS) {
    await turned(page, Math.min(left, LAMPS), seen.at(-LAMPS))
    await settled(page)
    const before = await setBy(page, WALL)
    expect(await scrollThrough(page)).toBeGreaterThan(left > LAMPS ? 500 : 0)
    expect(await setBy(page, WALL)).toEqual(before)
    seen.push(...(await alive(page)))
    if (left > LAMPS) await tap('看后面的')(page)
  }
  expect(LAMPS).toBeLessThanOrEqual(MOST_ALIVE)
  expect(new Set(seen).size).toBe(WALL_OF)
  expect(await inFront(page, '看后面的').count()).toBe(0)
  await tap('看前面的')(page)
  await turned(page, LAMPS)
  const onLast = WALL_OF % LAMPS
  expect(await alive(page)).toEqual(seen.slice(-onLast - LAMPS, -onLast))
})

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
})
