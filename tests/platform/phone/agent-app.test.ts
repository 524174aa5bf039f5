/** What a test may ask of the app as a whole, through the real miniprogram-automator. */
import { find, openStage, pageInFront, type Stage, words } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage('/pages/home/index?from=poster')
})
afterAll(() => stage?.close())

const dataOf = async (path?: string): Promise<unknown> => (await pageInFront(stage.miniProgram)).data(path)

test('the app opens on the page it is told to', async () => {
  const page = await pageInFront(stage.miniProgram)
  expect(page.path).toBe('pages/home/index')
  expect(page.query).toEqual({ from: 'poster' })
  expect(await stage.miniProgram.callWxMethod('getStorageSync', 'launched')).toBe(true)
})

test('pages open on each other, and the code of a package is fetched when it is entered', async () => {
  const { miniProgram, phone } = stage
  await stage.open('/pages/home/index')
  await miniProgram.callWxMethod('navigateTo', { url: '/more/detail/index?what=工具箱' })
  await phone.idle()
  expect((await miniProgram.pageStack()).map(({ path }) => path)).toEqual(['pages/home/index', 'more/detail/index'])
  expect(await words(await pageInFront(miniProgram), '#what')).toEqual(['工具箱'])
  await miniProgram.native().navigateLeft()
  await phone.idle()
  expect(await miniProgram.pageStack()).toHaveLength(1)
  await miniProgram.native().switchTab({ url: '/pages/form/index' })
  await miniProgram.native().goHome()
  expect((await pageInFront(miniProgram)).path).toBe('pages/home/index')
  await expect(miniProgram.callWxMethod('navigateTo', { url: '/pages/form/index' })).rejects.toThrow('tabbar')
})

describe('a page', () => {
  test('gives its data, takes new data and runs its methods', async () => {
    const page = await stage.open('/pages/home/index')
    expect(await page.data('deep.list[0].name')).toBe('深')
    await page.setData({ title: '晚上好' })
    expect(await words(page, '#title')).toEqual(['晚上好'])
    expect(await page.callMethod('add', 2, 3)).toBe(5)
    expect(await page.callMethod('later', '好')).toBe('好')
    await expect(page.callMethod('nothing')).rejects.toThrow('page.nothing not exists')
  })

  test('tells how large it is and how far it is scrolled', async () => {
    const page = await stage.open('/pages/home/index')
    const { width, height } = await page.size()
    expect(width).toBe(390)
    expect(Number(height)).toBeGreaterThan(900)
    await stage.miniProgram.pageScrollTo(50)
    await stage.phone.idle()
    expect(await page.scrollTop()).toBe(50)
  })

  test('is waited for until it has come to rest: timers, answers and what they draw', async () => {
    const page = await stage.open('/pages/wait/index')
    await (await find(page, '#begin')).tap()
    await stage.phone.idle()
    expect(await words(page, '#said')).toEqual(['answered'])
  })

  test('is not waited for longer than asked, and what goes on is said', async () => {
    const page = await stage.open('/pages/wait/index')
    await page.callMethod('again', 10)
    await expect(stage.phone.idle(200)).rejects.toThrow(
      'the page did not come to rest in 200 ms; still under way: a timer of 100 ms',
    )
    await stage.phone.idle()
  })
})

describe('WeChat’s own API', () => {
  test('answers a test, and says what it lacks or refuses', async () => {
    const { miniProgram } = stage
    expect(await miniProgram.systemInfo()).toMatchObject({ windowWidth: 390 })
    await expect(miniProgram.callWxMethod('noSuchThing')).rejects.toThrow('wx.noSuchThing not exists')
    await expect(miniProgram.callWxMethod('getStorage', { key: 'nothing' })).rejects.toThrow('getStorage:fail')
  })

  test('is answered by a test until it is restored', async () => {
    const { miniProgram } = stage
    await miniProgram.mockWxMethod('scanCode', { result: 'A-1' })
    expect(await miniProgram.callWxMethod('scanCode')).toEqual({ result: 'A-1' })
    await miniProgram.mockWxMethod('scanCode', { errMsg: 'scanCode:fail cancel' })
    await expect(miniProgram.callWxMethod('scanCode')).rejects.toThrow('scanCode:fail cancel')
    await miniProgram.restoreWxMethod('scanCode')
    await miniProgram.mockWxMethod('getStorageSync', 'made up')
    expect(await miniProgram.callWxMethod('getStorageSync', 'launched')).toBe('made up')
    await miniProgram.restoreWxMethod('getStorageSync')
    expect(await miniProgram.callWxMethod('getStorageSync', 'launched')).toBe(true)
  })

  test('is answered by a test’s function, which may ask the original', async () => {
    const { miniProgram } = stage
    await miniProgram.mockWxMethod(
      'getSystemInfo',
      'function (options, brand) { return this.origin().then((told) => Object.assign({}, told, { brand })) }',
      'paper',
    )
    expect(await miniProgram.callWxMethod('getSystemInfo')).toMatchObject({ brand: 'paper', windowWidth: 390 })
    const heard =
      'function () { return new Promise((done) => wx.getSystemInfo({ success: ({ brand }) => done(brand) })) }'
    expect(await miniProgram.evaluate(heard)).toBe('paper')
    await miniProgram.restoreWxMethod('getSystemInfo')
  })

  test('has no plugins here', async () => {
    await expect(stage.miniProgram.callPluginWxMethod('wx1', 'login')).rejects.toThrow(
      'App.callWxMethod is not supported by this phone: this phone has no plugins',
    )
  })
})

describe('a test’s own code', () => {
  test('runs among the app’s names and not among a browser’s', async () => {
    const { miniProgram } = stage
    expect(await miniProgram.evaluate('function (more) { return getApp().greeting + more }', '!')).toBe('hello!')
    expect(await miniProgram.evaluate('() => typeof document')).toBe('undefined')
    expect(await miniProgram.evaluate('() => getCurrentPages().length')).toBe(1)
  })

  test('is called by the app under the name it is given', async () => {
    const { miniProgram } = stage
    const heard = new Promise((done) => {
      void miniProgram.exposeFunction('tellTest', done)
    })
    await miniProgram.evaluate('() => { tellTest({ word: "yes" }) }')
    expect(await heard).toEqual({ word: 'yes' })
  })
})

describe('the app is overheard', () => {
  test('in what it writes to its console', async () => {
    const { miniProgram } = stage
    const heard = new Promise((done) => {
      miniProgram.on('console', done)
    })
    await miniProgram.evaluate('() => { console.log("one", { two: 2 }) }')
    expect(await heard).toEqual({ type: 'log', args: ['one', { two: 2 }] })
  })

  test('in the errors nobody catches', async () => {
    const { miniProgram, phone } = stage
    const heard = new Promise((done) => {
      miniProgram.on('exception', done)
    })
    await (await stage.open('/pages/home/index')).callMethod('breakLater')
    expect(await heard).toMatchObject({ name: 'Error', message: 'broken on purpose' })
    expect(await phone.faults({ clear: true })).toMatchObject([{ kind: 'exception' }])
  })
})

test('a picture of the screen is a PNG', async () => {
  const picture = await stage.miniProgram.screenshot()
  expect(Buffer.from(String(picture), 'base64').subarray(1, 4).toString()).toBe('PNG')
})

describe('a sheet over the app', () => {
  const asks = (title: string): Promise<unknown> =>
    stage.miniProgram.callWxMethod('showModal', { title, content: '说明' }) as Promise<unknown>

  test('is agreed to or turned down', async () => {
    const { miniProgram } = stage
    const agreed = asks('走吗')
    await miniProgram.native().confirmModal()
    expect(await agreed).toMatchObject({ confirm: true, cancel: false })
    const declined = asks('走吗')
    await miniProgram.native().cancelModal()
    expect(await declined).toMatchObject({ confirm: false, cancel: true })
    await expect(miniProgram.native().confirmModal()).rejects.toThrow('no sheet is open')
  })

  test('is in the way of a finger until it is answered', async () => {
    const page = await stage.open('/pages/home/index')
    const agreed = asks('等等')
    await expect((await find(page, '#plus')).tap()).rejects.toThrow('the sheet "modal" covers it')
    await stage.phone.answer({ sheet: 'modal', button: 'confirm' })
    await agreed
    await (await find(page, '#plus')).tap()
    expect(await page.data('count')).toBe(2)
  })
})

describe('the phone itself', () => {
  test('loses its network and finds it again', async () => {
    const { miniProgram, phone } = stage
    await phone.goOffline()
    expect(await miniProgram.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'none' })
    await phone.goOnline()
    expect(await miniProgram.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'wifi' })
  })

  test('counts what pages set', async () => {
    const { phone } = stage
    await phone.stats({ clear: true })
    const page = await stage.open('/pages/home/index')
    await phone.stats({ clear: true })
    await page.setData({ title: '数一数' })
    expect(await phone.stats()).toEqual({ 'pages/home/index': { count: 1, bytes: 21, largest: 21 } })
  })

  test('starts the app again, with what it kept or as new', async () => {
    const { miniProgram, phone } = stage
    await miniProgram.callWxMethod('setStorageSync', 'kept', 'yes')
    await phone.launch('/pages/wait/index')
    expect((await pageInFront(miniProgram)).path).toBe('pages/wait/index')
    expect(await miniProgram.callWxMethod('getStorageSync', 'kept')).toBe('yes')
    await phone.launch(undefined, { isFresh: true })
    expect(await miniProgram.callWxMethod('getStorageSync', 'kept')).toBe('')
  })

  test('brings the running app to the front on a page, as a scanned code does', async () => {
    await stage.phone.enter('/pages/home/index?scene=abc')
    await stage.phone.idle()
    expect(await dataOf('query')).toMatchObject({ scene: 'abc' })
  })
})
