/** The screens of whoever lights a lamp, in their main states. */
import type { Page } from 'playwright-core'
import { nobody } from './cast'
import { inFront, type State, type Stories, tap } from './story'

/** Each lights with a phone of their own: whoever else looks at the wall has lamps left. */
const lights = 'newcomer-16'
const undoes = 'newcomer-17'
const brings = 'newcomer-18'

/** From the wall to a lamp that is still dark, each story to one of its own: they are looked at side by side. */
const toDark = async (page: Page, nth = 0) => {
  await page.locator('.wall-lamp').filter({ hasText: '等您点亮' }).filter({ visible: true }).nth(nth).click()
  await inFront(page, '点亮它').waitFor()
}

const toLit = async (page: Page, nth = 0) => {
  await toDark(page, nth)
  await tap('点亮它')(page)
  await inFront(page, /^您点亮了第 \d+ 盏$/).waitFor()
}

const toSlip = async (page: Page, nth = 2) => {
  await toLit(page, nth)
  await tap('看交接码')(page)
  await inFront(page, '还剩 2 天 23 小时').waitFor()
  await tap('看交接码')(page)
}

const introduced = async (page: Page) => {
  await toSlip(page, 4)
  await tap('自己输手机号')(page)
  const field = (id: string) => page.locator(`#${id} input, input#${id}`).filter({ visible: true }).last()
  await field('donor-name').fill('热心的老陈')
  await field('donor-phone').fill('13812340000')
  await field('donor-phone').blur()
  await tap('好了，看交接码')(page)
  await page.locator('.nh-qr').waitFor()
}

const scrolledTo = (words: string | RegExp) => async (page: Page) => inFront(page, words).scrollIntoViewIfNeeded()

const byWall: State[] = [
  { name: 'lamp', as: nobody, does: (page) => toDark(page, 8) },
  {
    name: 'report',
    as: nobody,
    does: async (page) => {
      await toDark(page, 8)
      await tap('这句话不合适，举报')(page)
    },
  },
  { name: 'lit', as: lights, does: (page) => toLit(page) },
  {
    name: 'undone',
    as: undoes,
    does: async (page) => {
      await toLit(page, 6)
      await tap('撤回')(page)
      await inFront(page, '点亮它').waitFor()
    },
  },
  { name: 'who-brings', as: brings, does: (page) => toSlip(page) },
  { name: 'slip', as: 'newcomer-19', does: introduced },
]

export const donorStories: Stories = {
  'pages/wish/index': [
    { name: 'wall', as: nobody },
    { name: 'dark-only', as: 'donor', does: tap('没亮的') },
    { name: 'kinds', as: nobody, does: tap('种类 ▾') },
    { name: 'foot', as: 'donor', does: scrolledTo('我点亮的') },
    { name: 'company', as: 'company', does: tap('单位多点几盏') },
    { name: 'ask', as: 'donor', does: tap('单位多点几盏') },
    ...byWall,
  ],
  'wishes/lamp/index': [{ name: 'gone', as: nobody, query: () => 'id=nothing' }],
  'wishes/promised/index': [
    { name: 'none', as: nobody },
    { name: 'some', as: 'donor' },
    { name: 'company', as: 'company' },
    {
      name: 'keepsake',
      as: 'donor',
      does: async (page) => {
        await tap('纪念海报和证书')(page)
        await inFront(page, '存进相册').waitFor()
      },
    },
  ],
  'wishes/many/index': [{ name: 'first', as: nobody, query: () => 'drive=any' }],
  'wishes/keepsake/index': [{ name: 'not-yet', as: nobody, query: () => 'id=nothing' }],
}
