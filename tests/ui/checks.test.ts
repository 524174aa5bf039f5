/** The checks of a screen find what they are for: each fault is planted once in a page that is otherwise sound. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../config/run/chromium'
import { bringChecks, checkScreen, checkTyping } from './checks'

let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Browser tests need a Chromium: run npm test, which sees to it.')
  browser = await chromium.launch({ executablePath, args: chromiumFlags })
  context = await browser.newContext({ viewport: { width: 360, height: 700 } })
  await bringChecks(context)
})
afterAll(() => browser?.close())

const style =
  'body{margin:0;font:17px/1.5 sans-serif}.nh-btn{display:block;min-height:48px;margin:12px}.nh-btn--p{background:#c8281e;color:#fff}'

async function onPage(inside: string, check: (page: Page) => Promise<string[]>): Promise<string[]> {
  const page = await context.newPage()
  await page.goto('about:blank')
  await page.setContent(`<style>${style}</style><div class="nh-screen"><div>过年好</div>${inside}</div>`)
  const found = await check(page)
  await page.close()
  return found
}

const complaintsAbout = (inside: string, looking = { care: false, staff: false }): Promise<string[]> =>
  onPage(inside, (page) => checkScreen(page, looking))

const button = (words: string, more = ''): string => `<div role="button" class="nh-btn" ${more}>${words}</div>`

test('a sound page gives nothing to complain about', async () => {
  expect(await complaintsAbout(button('看我的卡'))).toEqual([])
})

test('what scrolls under the foot of a sheet is not too near to it', async () => {
  const body = `<div style="height:100px;overflow-y:auto">${button('一')}<p>…</p>${button('二')}<p>…</p>${button('三')}</div>`
  expect(await complaintsAbout(`${body}${button('退回改')}`)).toEqual([])
})

test.each([
  ['pale text', '<div style="color:#aaa">看不清</div>', /^contrast 2\.\d+ < 4\.5: “看不清”/],
  [
    'white text at the pale end of a gradient',
    '<div style="background:linear-gradient(#8e1b14,#f6c65b);color:#fff">福</div>',
    /^contrast 1\.\d+/,
  ],
  ['text faded by what it stands in', '<div style="opacity:.4">淡了</div>', /^contrast/],
  ['small letters', '<div style="font-size:12px">小字</div>', /^letters of 12 px < 13/],
  ['a small target', '<div role="button" style="width:40px;height:40px">改</div>', /^target 40×40 < 44/],
  [
    'targets side by side',
    '<div style="display:flex"><div role="button" style="padding:12px">好的</div><div role="button" style="padding:12px">不好</div></div>',
    /^gap 0 < 8/,
  ],
  ['a target nobody can name', '<div role="button" style="width:48px;height:48px;background:#eee"></div>', /^no name/],
  [
    'something tappable a screen reader passes over',
    '<div class="nh-x" style="cursor:pointer">点我</div>',
    /without a role/,
  ],
  [
    'a picture without words',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20">',
    /^image neither/,
  ],
  [
    'two red buttons',
    button('登记', '')
      .repeat(2)
      .replace(/nh-btn"/g, 'nh-btn nh-btn--p"'),
    /^2 filled red buttons/,
  ],
  [
    'a line beyond the screen',
    '<div style="white-space:nowrap">一二三四五六七八九十一二三四五六七八九十一二三四五六七</div>',
    /^beyond the screen/,
  ],
  [
    'words cut off on a button',
    button('说不完的话说不完的话', 'style="white-space:nowrap;width:90px;overflow:hidden"'),
    /^(cut off|clipped)/,
  ],
  ['请', '<div>请填写姓名</div>', /^the word 请/],
  ['确定', button('确定'), /^the word 确定/],
  ['an error code', '<div>出错：NOT_FOUND</div>', /^a code instead of words/],
  ['a foreign word before a worker', '<div>点 Submit</div>', /^foreign letters Submit/],
  ['a state without its word', '<div class="nh-tag nh-tag--plain"><b></b>&nbsp;</div>', /colour alone, without a word/],
  ['a state without its mark', '<div class="nh-tag nh-tag--ok">已核实</div>', /colour alone, without a mark/],
  [
    'a mistake that is only red',
    '<div class="nh-row nh-row--error" style="color:#b3261e">手机号</div>',
    /colour alone, without the word 要改/,
  ],
  [
    'a choice told by its colour alone',
    `<div>${button('留下', 'aria-checked="true" style="background:#fdece6"')}${button('回家', 'aria-checked="false"')}</div>`,
    /^chosen by colour alone/,
  ],
  [
    'what moves without end',
    '<style>@keyframes a{to{opacity:.5}}</style><div style="animation:a 1s infinite">灯</div>',
    /^something moves without end/,
  ],
])('%s is found', async (_, inside, complaint) => {
  const found = await complaintsAbout(inside)
  expect(found.filter((line) => complaint.test(line))).not.toEqual([])
})

test('in 关怀模式 letters and targets must be larger', async () => {
  const found = await complaintsAbout(button('看我的卡'), { care: true, staff: false })
  expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/< 18/), expect.stringMatching(/< 60/)]))
})

test('a foreign word is let through at the desk, and 申请 is not 请', async () => {
  expect(await complaintsAbout('<div>导出 xlsx，申请人</div>', { care: false, staff: true })).toEqual([])
})

describe('while somebody types', () => {
  const typing = (inside: string): Promise<string[]> =>
    onPage(inside, (page) => checkTyping(page, { width: 360, height: 700 }))
  const field = '<input aria-label="姓名" style="display:block;width:200px;height:48px">'
  const long = `<div style="height:600px">上面</div>${field}<div style="height:600px">下面</div>`
  const bar = (position: string): string =>
    `<div id="bar" style="position:${position};bottom:0;left:0;right:0;height:90px;background:#fff">下一步</div>`

  test('a field in plain sight is nothing to complain about', async () => {
    expect(await typing(long + bar('static'))).toEqual([])
  })

  test.each(['sticky', 'fixed'])('a %s bar over the field is found', async (position) => {
    expect(await typing(long + bar(position))).toEqual([expect.stringMatching(/^covered while typing.*by div#bar/)])
  })

  test('a field that stays under the keyboard is found', async () => {
    const stuck = `<div style="position:fixed;top:500px;height:150px">${field}</div>`
    expect(await typing(stuck)).toContainEqual(expect.stringMatching(/^out of view while typing/))
  })

  test('a bar that lets go as soon as the field has the focus is none', async () => {
    const polite = '<style>.nh-screen:focus-within #bar{position:static!important}</style>'
    expect(await typing(long + bar('sticky') + polite)).toEqual([])
  })

  test('what lies under an open sheet is not typed into', async () => {
    const sheet = '<div role="dialog" style="position:fixed;inset:0;background:#fff">为什么</div>'
    expect(await typing(field + sheet)).toEqual([])
  })
})
