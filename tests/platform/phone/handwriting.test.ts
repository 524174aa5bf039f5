/** A signature: what a finger draws on a canvas stands in the picture that is made of it, where the finger was. */
import { PNG } from 'pngjs'
import { type Element, find, openStage, type Page, type Stage } from './stage'

let stage: Stage
let page: Page
let paper: Element

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  page = await stage.open('/pages/draw/index')
  paper = await find(page, '#paper')
})
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

type Spot = readonly [x: number, y: number]

/** Down at the first, along the others, up at the last; counted on the paper. */
async function draw(...spots: readonly [Spot, ...Spot[]]): Promise<void> {
  const { left, top } = await paper.offset()
  const scrolled = Number(await page.scrollTop())
  const touched = ([x, y]: Spot) => [{ identifier: 0, clientX: left + x, clientY: top - scrolled + y }]
  const [first, ...rest] = spots
  await paper.touchstart({ touches: touched(first) })
  for (const spot of rest) await paper.touchmove({ touches: touched(spot) })
  await paper.touchend({ changeTouches: touched(rest.at(-1) ?? first) })
  await stage.phone.idle()
}

async function picture(options: object = {}): Promise<PNG> {
  return PNG.sync.read(Buffer.from(String(await page.callMethod('export', options)), 'base64'))
}

const isInked = ({ data, width }: PNG, x: number, y: number): boolean => (data[(y * width + x) * 4 + 3] ?? 0) > 128

test('strokes stand in the picture where the finger drew them, and nowhere else', async () => {
  await draw([20, 20], [60, 20], [60, 80])
  await draw([150, 50], [190, 50])
  expect(await page.data('strokes')).toBe(2)
  const drawn = await picture()
  expect([drawn.width, drawn.height]).toEqual([200, 100])
  const inked = ([x, y]: Spot): boolean => isInked(drawn, x, y)
  const [on, off]: Spot[][] = [
    [
      [40, 20],
      [60, 50],
      [170, 50],
    ],
    [
      [40, 50],
      [100, 50],
      [170, 20],
    ],
  ]
  expect(on?.map(inked)).toEqual([true, true, true])
  expect(off?.map(inked)).toEqual([false, false, false])
})

test('a page that is scrolled moves neither the strokes on the paper nor the page under the finger', async () => {
  await stage.miniProgram.pageScrollTo(30)
  await stage.phone.idle()
  await draw([50, 30], [50, 90])
  expect(await page.scrollTop()).toBe(30)
  expect(await page.data('spots[0]')).toMatchObject({ x: 50, y: 30 })
  const drawn = await picture()
  expect([isInked(drawn, 50, 60), isInked(drawn, 50, 10), isInked(drawn, 80, 60)]).toEqual([true, false, false])
})

test('a part of it may be taken, in another size', async () => {
  await draw([100, 50], [198, 50])
  const drawn = await picture({ x: 100, y: 0, width: 100, height: 100, destWidth: 50, destHeight: 50 })
  expect([drawn.width, drawn.height]).toEqual([50, 50])
  expect([isInked(drawn, 25, 25), isInked(drawn, 25, 5)]).toEqual([true, false])
})

test('an empty sheet is empty, and what is no canvas cannot be exported', async () => {
  const { data } = await picture()
  expect(data.every((value) => value === 0)).toBe(true)
  await expect(page.callMethod('export', { canvas: null })).rejects.toThrow('canvasToTempFilePath:fail')
})
