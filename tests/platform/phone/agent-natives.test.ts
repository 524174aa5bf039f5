/** What a test may do with WeChat's own components, through the real miniprogram-automator. */
import automator from 'miniprogram-automator'
import { TextareaElement } from 'miniprogram-automator/out/Element'
import { type Element, find, openStage, type Page, type Stage } from './stage'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  page = await stage.open('/pages/form/index')
})
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

async function native<Kind extends Element>(selector: string, Kind: new (...given: never[]) => Kind): Promise<Kind> {
  const element = await find(page, selector)
  if (!(element instanceof Kind)) throw new Error(`${selector} is a ${element.tagName}`)
  return element
}

test('a person types into a field, and the page hears of it', async () => {
  const name = await native('#name', automator.InputElement)
  await name.input('张三')
  await stage.phone.idle()
  expect(await page.data('typed')).toBe('张三')
  expect(await name.value()).toBe('张三')
})

test('nobody types into a field that is locked', async () => {
  const locked = await native('#locked', automator.InputElement)
  await expect(locked.input('x')).rejects.toThrow('<input id="locked"> is disabled: nobody can type into it')
  expect(await locked.value()).toBe('锁')
})

test('a longer text goes into a textarea', async () => {
  const story = await native('#story', TextareaElement)
  await story.input('一行\n两行')
  await stage.phone.idle()
  expect(await page.data('typed')).toBe('一行\n两行')
})

test('a textarea with auto-height is never lower than it is styled, and as high as its lines and letters ask', async () => {
  const growing = await native('#growing', TextareaElement)
  const height = async () => {
    await stage.phone.idle()
    const { height } = await growing.size()
    return Number(height)
  }
  expect(await height()).toBe(60)
  await growing.input('一\n二\n三\n四\n五')
  expect(await height()).toBe(100)
  await page.setData({ line: 30 })
  expect(await height()).toBe(150)
  await growing.input('')
  expect(await height()).toBe(60)
})

test('a switch is turned on by a tap', async () => {
  const loud = await native('#loud', automator.SwitchElement)
  await loud.tap()
  await stage.phone.idle()
  expect(await page.data('changed')).toMatchObject({ value: true })
  expect(await loud.property('checked')).toBe(true)
})

test('a slider slides', async () => {
  await (await native('#level', automator.SliderElement)).slideTo(40)
  await stage.phone.idle()
  expect(await page.data('changed')).toMatchObject({ value: 40 })
})

test('a swiper shows another of its pictures', async () => {
  await (await native('#pictures', automator.SwiperElement)).swipeTo(2)
  await stage.phone.idle()
  expect(await page.data('changed')).toMatchObject({ current: 2 })
})

test('a scroll-view scrolls and tells how far', async () => {
  const strip = await native('#strip', automator.ScrollViewElement)
  await strip.scrollTo(0, 120)
  await stage.phone.idle()
  expect(await strip.property('scrollTop')).toBe(120)
  expect(await strip.scrollHeight()).toBe(900)
  expect(await strip.scrollWidth()).toBe(390)
  expect(await page.data('scrollTop')).toBe(120)
})
