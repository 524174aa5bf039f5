/** A wall of lamps: what comes into sight is told, what lights up moves by style sheet alone, and scrolling sets nothing. */
import automator from 'miniprogram-automator'
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

const faults = () => stage.phone.faults({ clear: true })
const scrollTo = async (top: number): Promise<void> => {
  await stage.miniProgram.pageScrollTo(top)
  await stage.phone.idle()
}
const inSight = async (): Promise<number[]> => Object(await page.callMethod('inSight'))

describe('scrolling', () => {
  afterEach(async () => {
    expect(await faults()).toEqual([])
  })

  test('tells which lamps are in sight, and sets nothing by itself', async () => {
    await stage.phone.stats({ clear: true })
    expect(await inSight()).toEqual(Array.from({ length: 11 }, (_, at) => at))
    await scrollTo(500)
    const [first, ...rest] = await inSight()
    expect([first, rest.length]).toEqual([4, 16])
    await scrollTo(0)
    expect(await inSight()).toEqual(Array.from({ length: 11 }, (_, at) => at))
    expect(Object(await page.callMethod('noted')).scrolls).toBeGreaterThan(1)
    expect(await stage.phone.stats()).toEqual({})
  })

  test('brings more when the end is near, once', async () => {
    await scrollTo(10_000)
    expect(await page.data('lamps')).toHaveLength(60)
    expect(await page.$$('.lamp')).toHaveLength(60)
    await scrollTo(10_000)
    expect(await page.data('lamps')).toHaveLength(90)
  })

  test('is not told to a page that another one covers', async () => {
    const before = await inSight()
    await stage.miniProgram.callWxMethod('navigateTo', { url: '/pages/wait/index' })
    await stage.phone.idle()
    await stage.miniProgram.callWxMethod('navigateBack')
    await stage.phone.idle()
    expect(await inSight()).toEqual(before)
  })

  test('ends for whoever disconnects', async () => {
    await stage.miniProgram.evaluate('() => { getCurrentPages()[0].observer.disconnect() }')
    const before = await inSight()
    await scrollTo(500)
    expect(await inSight()).toEqual(before)
  })
})

describe('a lamp that lights up', () => {
  afterEach(async () => {
    expect(await faults()).toEqual([])
  })

  test('moves by keyframes and transitions, whose ends the app hears of', async () => {
    const lamp = await find(page, '#lamp-2')
    expect(await lamp.style('background-color')).toBe('rgb(10, 20, 30)')
    await stage.phone.stats({ clear: true })
    await lamp.tap()
    await stage.phone.idle()
    expect(await lamp.style('animation-name')).toBe('glow')
    expect(await lamp.style('background-color')).toBe('rgb(200, 150, 40)')
    expect(await page.data('ended')).toEqual(['transitionend', 'animationend'])
    const { 'pages/wall/index': set } = await stage.phone.stats()
    expect(set?.largest).toBeLessThan(100)
  })

  test('on a page with a look of its own', async () => {
    const scroller = stage.screen.locator('.page-scroller').last()
    expect(await scroller.evaluate((box) => getComputedStyle(box).backgroundColor)).toBe('rgb(1, 2, 3)')
  })
})

describe('a list of five hundred of which few stand', () => {
  beforeEach(async () => {
    page = await stage.open('/pages/list/index')
  })
  afterEach(async () => {
    expect(await faults()).toEqual([])
  })
  const rowAt = (y: number): Promise<string | null | undefined> =>
    stage.screen.evaluate((at) => document.elementFromPoint(195, at)?.textContent, y)

  test('has the row in sight wherever it is scrolled to, and sets little on the way', async () => {
    const list = await find(page, '#list')
    if (!(list instanceof automator.ScrollViewElement)) throw new Error('the list is no scroll-view')
    await stage.phone.stats({ clear: true })
    for (const top of [400, 1200, 4000, 19_400, 0]) {
      await list.scrollTo(0, top)
      await stage.phone.idle()
      expect(await rowAt(68 + 20)).toBe(String(top / 40))
      expect(await page.$$('.row')).toHaveLength(45)
    }
    const { 'pages/list/index': set } = await stage.phone.stats()
    expect(set?.count).toBeLessThanOrEqual(4)
    expect(set?.largest).toBeLessThan(250)
  })

  test('goes where the app says, to a height or to a row', async () => {
    await page.setData({ top: 800 })
    await stage.phone.idle()
    expect(await rowAt(68 + 20)).toBe('20')
    await page.setData({ goal: 'row-30' })
    await stage.phone.idle()
    expect(await rowAt(68 + 20)).toBe('30')
  })
})

describe('what this phone cannot do is said by name', () => {
  test.each(['createAnimation', 'getBackgroundAudioManager', 'createMediaQueryObserver', 'createCameraContext'])(
    'wx.%s',
    async (name) => {
      await stage.phone.launch('/pages/wall/index')
      expect(await stage.miniProgram.evaluate(`() => typeof wx.${name}`)).toBe('undefined')
      expect(await faults()).toEqual([{ kind: 'api', words: name }])
    },
  )

  test('a part of something it has', async () => {
    await stage.phone.launch('/pages/wall/index')
    await stage.miniProgram.evaluate(
      '() => { wx.createInnerAudioContext().onWave; wx.getFileSystemManager().readZipEntry }',
    )
    expect(await faults()).toEqual([
      { kind: 'api', words: 'InnerAudioContext.onWave' },
      { kind: 'api', words: 'FileSystemManager.readZipEntry' },
    ])
  })

  test('an animation that WeChat would play', async () => {
    page = await stage.open('/pages/list/index')
    await page.setData({ moves: { actions: [] } })
    expect(await faults()).toEqual([{ kind: 'component', words: expect.stringContaining('<view> animation=') }])
  })

  test('a page’s own animate, and a plugin', async () => {
    await page.callMethod('tryAnimate')
    await expect(stage.miniProgram.evaluate("() => requirePlugin('WechatSI')")).rejects.toThrow('WechatSI')
    expect(await faults()).toEqual([
      { kind: 'component', words: 'this.animate is not supported by this phone' },
      { kind: 'api', words: "requirePlugin('WechatSI')" },
    ])
  })
})
