/** A phone as strict as WeChat's: what a real one refuses, or lacks, this one refuses too, and a test hears of it by name. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { find, fixture, openStage, type Stage } from './stage'

let stage: Stage
let weapp: string

/** The same app, whose owner has filled in WeChat's privacy guide. */
function guarded(): string {
  const copy = mkdtempSync(join(tmpdir(), 'nuanhu-guarded-'))
  cpSync(fixture, copy, { recursive: true })
  const appJson = JSON.parse(readFileSync(join(copy, 'app.json'), 'utf8'))
  writeFileSync(join(copy, 'app.json'), JSON.stringify({ ...appJson, __usePrivacyCheck__: true }))
  return copy
}

beforeAll(async () => {
  weapp = guarded()
  stage = await openStage(undefined, weapp)
})
afterAll(async () => {
  await stage?.close()
  rmSync(weapp, { recursive: true, force: true })
})

const faults = () => stage.phone.faults({ clear: true })
const inApp = (text: string): Promise<unknown> => stage.miniProgram.evaluate(text)

describe('code of the app', () => {
  it.each(['window', 'document', 'navigator', 'localStorage', 'fetch', 'TextEncoder', 'AbortController', 'crypto'])(
    'has no %s, as on a phone',
    async (name) => {
      expect(await inApp(`function () { return typeof ${name} + typeof globalThis.${name} }`)).toBe(
        'undefinedundefined',
      )
    },
  )

  it('has the language and its timers', async () => {
    expect(await inApp('function () { return [1, [2]].flat().length + typeof setTimeout + typeof Promise }')).toBe(
      '2functionfunction',
    )
  })

  it('may make no code of text', async () => {
    const tried = 'function () { try { return new Function("return 1")() } catch (refused) { return refused.name } }'
    expect(await inApp(tried)).toBe('TypeError')
    expect(await faults()).toEqual([{ kind: 'eval', words: expect.stringContaining('out of text') }])
  })
})

describe('an interface the phone lacks', () => {
  it('fails the test that met it, by name, once', async () => {
    expect(await inApp('function () { wx.startSoterAuthentication; return typeof wx.startSoterAuthentication }')).toBe(
      'undefined',
    )
    expect(await faults()).toEqual([{ kind: 'api', words: expect.stringContaining('startSoterAuthentication') }])
  })

  it('may be asked for before it is used', async () => {
    const asked = 'function () { return [wx.canIUse("startSoterAuthentication"), "startSoterAuthentication" in wx] }'
    expect(await inApp(asked)).toEqual([false, false])
    expect(await faults()).toEqual([])
  })
})

describe('data a page sets', () => {
  const set = (letters: number): Promise<unknown> =>
    inApp(`function () { getCurrentPages()[0].setData({ much: 'x'.repeat(${letters}) }) }`)

  it('may be 256 KB at once and not more', async () => {
    await set(255 * 1024)
    expect(await faults()).toEqual([])
    await set(256 * 1024)
    expect(await faults()).toEqual([{ kind: 'setData', words: expect.stringContaining('256 KB') }])
  })

  it('arrives as a copy: what is changed afterwards is not drawn', async () => {
    const kept = await inApp(`function () {
      const page = getCurrentPages()[0], list = [1]
      page.setData({ list })
      list.push(2)
      return page.data.list.length
    }`)
    expect(kept).toBe(1)
  })
})

describe('an error nobody catches', () => {
  it('is a fault, wherever it is thrown', async () => {
    await inApp('function () { wx.nextTick(function () { throw new Error("lamp broke") }) }')
    await inApp('function () { Promise.reject(new Error("lamp fell")) }')
    await stage.phone.idle()
    expect(await faults()).toEqual([
      { kind: 'exception', words: expect.stringContaining('lamp broke') },
      { kind: 'rejection', words: expect.stringContaining('lamp fell') },
    ])
  })
})

describe('pages', () => {
  const go = (how: string, url: string): Promise<unknown> => stage.miniProgram.callWxMethod(how, { url })

  it('stand ten deep and not deeper', async () => {
    await stage.open('/pages/home/index')
    for (let depth = 1; depth < 10; depth += 1) await go('navigateTo', '/pages/wait/index')
    await expect(go('navigateTo', '/pages/wait/index')).rejects.toThrow('webview count limit exceed')
    expect(await stage.miniProgram.pageStack()).toHaveLength(10)
    await stage.open('/pages/home/index')
  })

  it('that are not there do not open, and a tab opens only as a tab', async () => {
    await expect(go('navigateTo', '/pages/nowhere/index')).rejects.toThrow('is not found')
    await expect(go('redirectTo', '/pages/form/index')).rejects.toThrow('tabbar')
    await expect(go('switchTab', '/pages/wait/index')).rejects.toThrow('no-tabBar')
    await expect(stage.miniProgram.callWxMethod('navigateBack')).rejects.toThrow('first page')
    await faults()
  })

  it('of a package that is fetched beside a page on any network open without a signal, of one that waits for wifi do not', async () => {
    await stage.phone.launch('/pages/list/index', { isFresh: true })
    await stage.phone.goOffline()
    await expect(go('navigateTo', '/more/detail/index')).rejects.toThrow('loadSubpackage')
    await stage.phone.goOnline()
    await stage.phone.launch('/pages/wait/index', { isFresh: true })
    await stage.phone.idle()
    await stage.phone.goOffline()
    await go('navigateTo', '/more/detail/index')
    expect((await stage.miniProgram.currentPage())?.path).toBe('more/detail/index')
    await stage.phone.goOnline()
    await faults()
  })

  it('of a package do not open without a signal, and do once it is back', async () => {
    await stage.phone.launch('/pages/home/index', { isFresh: true })
    await stage.phone.goOffline()
    await expect(go('navigateTo', '/more/detail/index')).rejects.toThrow('loadSubpackage')
    await stage.phone.goOnline()
    await go('navigateTo', '/more/detail/index')
    expect((await stage.miniProgram.currentPage())?.path).toBe('more/detail/index')
    await faults()
  })
})

describe('what touches a person', () => {
  beforeEach(async () => {
    await stage.phone.launch('/pages/ask/index', { isFresh: true })
  })
  const tap = async (id: string): Promise<void> => {
    const page = await stage.miniProgram.currentPage()
    if (!page) throw new Error('no page is open')
    await (await find(page, `#${id}`)).tap()
    await stage.phone.idle()
  }
  const told = async (): Promise<unknown> => (await stage.miniProgram.currentPage())?.data('told')

  it('is refused until they agreed to the privacy guide, and asked no more after that', async () => {
    await tap('number')
    await stage.phone.answer({ sheet: 'privacy', button: 'refuse' })
    await stage.phone.idle()
    expect(await told()).toMatchObject({ errno: 104 })
    await tap('number')
    await stage.phone.answer({ sheet: 'privacy', button: 'confirm' })
    await stage.phone.idle()
    await stage.phone.answer({ sheet: 'phone-number', button: 'allow' })
    await stage.phone.idle()
    expect(await told()).toMatchObject({ errMsg: 'getPhoneNumber:ok' })
    await tap('number')
    expect(await stage.phone.layer()).toMatchObject({ sheet: 'phone-number' })
    await stage.phone.answer({ sheet: 'phone-number', button: 'refuse' })
  })

  it('is asked for on a tap only: a consent for one notice cannot be taken in passing', async () => {
    const asked = stage.miniProgram.callWxMethod('requestSubscribeMessage', { tmplIds: ['template-1'] })
    await expect(asked).rejects.toThrow('TAP gesture')
  })
})

describe('what the phone draws itself', () => {
  it('bears no class an app would use: neither’s style sheet means the other', async () => {
    await stage.phone.launch('/pages/form/index', { isFresh: true })
    const asked = stage.miniProgram.callWxMethod('showModal', { title: '说明', content: '好' })
    await stage.phone.idle()
    const classes = await stage.screen.evaluate(() =>
      [...document.querySelectorAll('#wx-layer *, .page-scroller *:not([is])')]
        .filter((one) => !one.tagName.startsWith('WX-'))
        .flatMap((one) => [...one.classList])
        .filter((name) => !/^wx-|^page-place$|^(input|textarea)-placeholder$/.test(name)),
    )
    expect(classes).toEqual([])
    await stage.phone.answer({ sheet: 'modal', button: 'confirm' })
    await asked
  })
})
