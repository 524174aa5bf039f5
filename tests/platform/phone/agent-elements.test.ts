/** What a test may find, read and touch on a page, through the real miniprogram-automator. */
import automator from 'miniprogram-automator'
import { find, openStage, type Page, type Stage, words } from './stage'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
beforeEach(async () => {
  page = await stage.open('/pages/home/index')
})
afterEach(async () => {
  expect(await stage.phone.faults({ clear: true })).toEqual([])
})

describe('an element is found', () => {
  test.each([
    ['#title', ['早上好']],
    ['.title', ['早上好']],
    ['text.big', ['早上好']],
    ['.rows .name', ['甲', '乙', '丙']],
    ['.rows > .row > text', ['甲', '乙', '丙']],
    ['.screen > .row', []],
    ['#title, .name', ['早上好', '甲', '乙', '丙']],
    ['[data-kind-of="greeting"]', ['早上好']],
    ['text[data-kind-of^=greet]', ['早上好']],
    ['.label', []],
    ['card >>> .label', ['一张卡']],
    ['#screen >>> .label', ['一张卡']],
    ['>>> .pick', ['pick']],
  ])('by the selector %s', async (selector, found) => {
    expect(await words(page, selector)).toEqual(found)
  })

  test('within another, and within a component that hides its own', async () => {
    const card = await find(page, '#card')
    expect(await words(card, '.label')).toEqual(['一张卡'])
    expect(await words(await find(page, '.rows'), 'text')).toEqual(['甲', '乙', '丙'])
    expect(await words(page, '#slotted')).toEqual(['between'])
  })

  test('by XPath, which sees into components', async () => {
    expect(await (await page.xpath('//button[text()="pick"]'))?.text()).toBe('pick')
    expect(await page.getElementsByXpath('//view[@class="row"]/text')).toHaveLength(3)
    expect(await page.xpath('//picker')).toBeNull()
  })

  test('or not, and a selector that means nothing is said to', async () => {
    expect(await page.$('#nobody')).toBeNull()
    await expect(page.$$('text:hover')).rejects.toThrow('the selector "text:hover" is not one this phone knows')
    await expect(page.$$('')).rejects.toThrow()
  })

  test('once, and stays the same one while it is drawn again', async () => {
    const button = await find(page, '#plus')
    await button.tap()
    await button.tap()
    await stage.phone.idle()
    expect(await button.text()).toBe('4')
    expect(await page.$('#plus')).toBe(button)
  })

  test('and no longer, once its page is gone', async () => {
    const button = await find(page, '#plus')
    await stage.open('/pages/home/index')
    await expect(button.text()).rejects.toThrow('the element is no longer on the page')
  })
})

describe('an element tells', () => {
  test('its tag, its attributes, its properties and its style', async () => {
    const title = await find(page, '#title')
    expect(title.tagName).toBe('text')
    expect(await title.attribute('class')).toBe('title big')
    expect(await title.attribute('data-kind-of')).toBe('greeting')
    expect(await title.attribute('nothing')).toBeNull()
    expect(await title.style('color')).toBe('rgb(200, 40, 30)')
    const off = await find(page, '#off')
    expect(await off.property('disabled')).toBe(true)
    await expect(off.property('nothing')).rejects.toThrow('button.nothing not exists')
  })

  test('its size and its place, however far the page is scrolled', async () => {
    const pad = await find(page, '#pad')
    expect(await pad.size()).toEqual({ width: 390, height: 80 })
    const before = await pad.offset()
    await stage.miniProgram.pageScrollTo(100)
    await stage.phone.idle()
    expect(await page.scrollTop()).toBe(100)
    expect(await pad.offset()).toEqual(before)
  })

  test('its markup, without and with itself', async () => {
    const rows = await find(page, '.row')
    expect(await rows.wxml()).toBe('<text class="name">甲</text>')
    expect(await rows.outerWxml()).toBe('<view class="row"><text class="name">甲</text></view>')
    expect(await (await find(page, '#card')).wxml()).toContain('>一张卡</text>')
  })
})

describe('a component of the app', () => {
  test('gives its data, takes new data and runs its methods', async () => {
    const card = await find(page, '#card')
    if (!(card instanceof automator.CustomElement)) throw new Error('the card is no component')
    expect(await card.data('label')).toBe('一张卡')
    expect(await card.data('inner.depth')).toBe(1)
    await card.setData({ mark: '!' })
    expect(await words(card, '.label')).toEqual(['一张卡!'])
    expect(await card.callMethod('repeat', '好', 3)).toBe('好好好')
    await expect(card.callMethod('nothing')).rejects.toThrow('not exists')
  })

  test('tells the page what happened inside it', async () => {
    await (await find(await find(page, '#card'), '.pick')).tap()
    await stage.phone.idle()
    expect(await page.data('picked')).toBe('一张卡')
  })
})

describe('a finger', () => {
  const tap = async (selector: string): Promise<void> => (await find(page, selector)).tap()

  test('taps what is below the edge, since it scrolls there first', async () => {
    await tap('#low')
    await stage.phone.idle()
    expect(await page.data('count')).toBe(1)
  })

  test('moves nothing that is disabled', async () => {
    await tap('#off')
    await stage.phone.idle()
    expect(await page.data('count')).toBe(0)
  })

  test('does not reach what is covered or hidden, and says why', async () => {
    await expect(tap('#covered')).rejects.toThrow(
      '<button id="covered"> cannot be touched: <view class="cover"> covers it',
    )
    await expect(tap('#gone')).rejects.toThrow('<view id="gone" class="gone"> cannot be touched: it is hidden')
    expect(await page.data('count')).toBe(0)
  })

  test('comes down, moves and lifts; a short touch is a tap', async () => {
    const pad = await find(page, '#pad')
    await pad.touchstart()
    await pad.touchend()
    await stage.phone.idle()
    expect(await page.data('felt')).toEqual(['touchstart', 'touchend', 'tap'])
    await page.setData({ felt: [] })
    const { top } = await pad.offset()
    await pad.touchstart({ touches: [{ clientX: 100, clientY: top + 20 }] })
    await pad.touchmove({ touches: [{ clientX: 160, clientY: top + 20 }] })
    await pad.touchend({ changeTouches: [{ clientX: 160, clientY: top + 20 }] })
    await stage.phone.idle()
    expect(await page.data('felt')).toEqual(['touchstart', 'touchmove', 'touchend'])
  })

  test('that stays is a long press and no tap', async () => {
    await (await find(page, '#pad')).longpress()
    await stage.phone.idle()
    expect(await page.data('felt')).toEqual(['touchstart', 'longpress', 'touchend'])
  })

  test('cannot be made up, though any other event can', async () => {
    const listener = await find(page, '#listener')
    await listener.trigger('whistle', { loud: true })
    expect(await page.data('felt')).toEqual(['whistle'])
    await listener.dispatchEvent({ eventName: 'whistle', detail: {} })
    expect(await page.data('felt')).toEqual(['whistle', 'whistle'])
    await expect(listener.trigger('tap')).rejects.toThrow(
      "Element.triggerEvent is not supported by this phone: tap is a finger's",
    )
  })
})
