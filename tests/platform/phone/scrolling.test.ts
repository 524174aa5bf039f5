/** A finger that drags scrolls the page or what scrolls in it, unless the app keeps the movement to itself. */
import { type Element, find, openStage, type Page, type Stage } from './stage'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  page = await stage.open('/pages/wall/index')
})
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

/** From the middle of the element up or down the screen. */
async function drag(selector: string, by: number): Promise<Element> {
  const element = await find(page, selector)
  const { top, height } = Object(await page.callMethod('rectOf', selector))
  const at = (y: number) => [{ identifier: 0, clientX: 100, clientY: top + height / 2 + y }]
  await element.touchstart({ touches: at(0) })
  await element.touchmove({ touches: at(by / 2) })
  await element.touchmove({ touches: at(by) })
  await element.touchend({ changeTouches: at(by) })
  await stage.phone.idle()
  return element
}

test('the page follows the finger, hears of it, and nothing is tapped', async () => {
  await drag('#open', -30)
  expect(await page.data('types')).toEqual(['touchstart', 'touchmove', 'touchmove'])
  expect(await page.scrollTop()).toBe(30)
  await drag('#lamp-1', -120)
  expect(await page.scrollTop()).toBe(150)
  expect(await page.callMethod('noted')).toMatchObject({ scrolledTo: 150 })
  await drag('#lamp-3', 50)
  expect(await page.scrollTop()).toBe(100)
})

test('a box that scrolls in the page goes first, and the page where it has come to its end', async () => {
  const strip = await drag('#strip', -60)
  expect([await strip.property('scrollTop'), await page.scrollTop()]).toEqual([60, 0])
  expect(await page.data('strip')).toBe(60)
  await drag('#strip', 80)
  await drag('#strip', -40)
  expect([await strip.property('scrollTop'), await page.scrollTop()]).toEqual([40, 0])
  const { screen } = stage
  await screen.evaluate(() => document.querySelector('#strip')?.scrollTo(0, 10_000))
  await stage.phone.idle()
  expect(await page.data('lows')).toBe(1)
  await drag('#strip', -40)
  expect(await page.scrollTop()).toBe(40)
})

test('what the app catches scrolls nothing', async () => {
  await drag('#shut', -60)
  expect(await page.data('types')).toEqual(['touchmove', 'touchmove'])
  expect(await page.scrollTop()).toBe(0)
})

test('a person’s mouse does the same, and their wheel', async () => {
  const { mouse } = stage.screen
  await mouse.move(200, 500)
  await mouse.down()
  await mouse.move(200, 450)
  await mouse.move(200, 400)
  await mouse.up()
  expect(await page.scrollTop()).toBe(100)
  await mouse.wheel(0, 60)
  await stage.screen.waitForFunction(() => document.querySelector('.page-scroller')?.scrollTop === 160)
})

test('a real touch screen scrolls by itself, and not what the app catches; the app hears of the finger all the while', async () => {
  const { screen } = stage
  const session = await screen.context().newCDPSession(screen)
  const swipe = async (y: number, by: number): Promise<void> => {
    const at = (to: number) => [{ x: 200, y: to }]
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(y) })
    for (const part of [0.25, 0.5, 0.75, 1])
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(y + by * part) })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await stage.phone.idle()
  }
  await swipe(68 + 120, -60)
  expect(await page.scrollTop()).toBe(0)
  await page.setData({ types: [] })
  await swipe(68 + 40, -35)
  expect(await page.scrollTop()).toBeGreaterThan(0)
  const types: unknown[] = Object(await page.data('types'))
  expect(types[0]).toBe('touchstart')
  expect(types.slice(1).every((type) => type === 'touchmove')).toBe(true)
  await swipe(600, -200)
  expect(Number(await page.scrollTop())).toBeGreaterThan(100)
  await session.detach()
})

test('a paper that is signed on holds the page still only when it is asked to', async () => {
  page = await stage.open('/pages/draw/index')
  const paper = await find(page, '#paper')
  const at = (y: number) => [{ identifier: 0, clientX: 100, clientY: 80 + y }]
  await paper.touchstart({ touches: at(90) })
  await paper.touchmove({ touches: at(10) })
  await paper.touchend({ changeTouches: at(10) })
  await stage.phone.idle()
  expect([await page.scrollTop(), await page.data('strokes')]).toEqual([0, 1])
})
