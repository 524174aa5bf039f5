/** Where something is, the phone says in one way: from the corner of the page, below the bar, whoever asks. */
import { find, openStage, type Page, type Stage } from './stage'

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

const scrollTo = async (top: number): Promise<void> => {
  await stage.miniProgram.pageScrollTo(top)
  await stage.phone.idle()
}

test('a touch in the middle of an element is in the middle of its rectangle', async () => {
  await scrollTo(40)
  const pad = await find(page, '#open')
  await pad.tap()
  await stage.phone.idle()
  const { left, top, width, height } = Object(await page.callMethod('rectOf', '#open'))
  expect([left, top, width, height]).toEqual([0, -40, 390, 80])
  const last = Object(await page.data('last'))
  /** Only what shows of it can be touched: the lower half. */
  expect(last.touch).toEqual({
    identifier: 0,
    clientX: 195,
    clientY: expect.any(Number),
    pageX: 195,
    pageY: expect.any(Number),
  })
  expect(last.touch.clientY).toBeGreaterThanOrEqual(0)
  expect(last.touch.clientY).toBeLessThan(top + height)
  expect(last.touch.pageY).toBe(last.touch.clientY + 40)
  expect(last.detail).toEqual({ x: 195, y: last.touch.pageY })
})

test('a finger put down where a rectangle says meets what is there, and says the same place', async () => {
  await scrollTo(40)
  const { top } = Object(await page.callMethod('rectOf', '#open'))
  const pad = await find(page, '#open')
  const touches = [{ identifier: 0, clientX: 30, clientY: top + 60 }]
  await pad.touchstart({ touches })
  await pad.touchend({ changeTouches: touches })
  await stage.phone.idle()
  expect(await page.data('types')).toEqual(['touchstart', 'tap'])
  expect(await page.data('last.touch')).toMatchObject({ clientX: 30, clientY: 20, pageX: 30, pageY: 60 })
})

test('a test finds an element where the page has it', async () => {
  await scrollTo(40)
  const { left, top } = Object(await page.callMethod('rectOf', '#shut'))
  expect(await (await find(page, '#shut')).offset()).toEqual({ left, top: top + 40 })
})

test('what comes into sight is told with the same rectangle, and the page with its own', async () => {
  const { top } = Object(await page.callMethod('rectOf', '#lamp-3'))
  const [seen] = Object(await page.callMethod('sightOf', 3))
  expect(seen.boundingClientRect).toMatchObject({ left: 0, top, width: 390, height: 50 })
  expect(seen.relativeRect).toMatchObject({ left: 0, top: 0, width: 390, height: await windowHeight() })
})

const windowHeight = async (): Promise<unknown> => {
  const { windowHeight: height } = Object(await stage.miniProgram.callWxMethod('getWindowInfo'))
  return height
}
