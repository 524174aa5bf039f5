/** The screens of whoever lights a lamp, in their main states. */
import type { Page } from 'playwright-core'
import { nobody, type Props } from './cast'
import { inFront, NO_NOTICES, type State, type Stories, tap, taps } from './story'
import { asksAsCompany } from './union-cast'
import { hopes, isFull } from './walls'

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
  await taps('看交接码', NO_NOTICES)(page)
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

const wallOf = (which: keyof Props['wallThatIs']): Pick<State, 'query'> => ({
  query: ({ wallThatIs }) => `drive=${wallThatIs[which]}`,
})
const lampOf = (which: keyof Props['lampThatIs']): Pick<State, 'query'> => ({
  query: ({ lampThatIs }) => `id=${lampThatIs[which]}`,
})

const otherWalls: State[] = [
  { name: 'to-come', as: nobody, ...wallOf('toCome') },
  { name: 'districts', as: nobody, ...wallOf('toCome'), does: tap('哪个区 ▾') },
  { name: 'over', as: nobody, ...wallOf('over') },
  { name: 'empty', as: nobody, ...wallOf('empty') },
  { name: 'all-lit', as: nobody, ...wallOf('allLit'), does: scrolledTo('有灯空出来告诉我') },
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
    ...otherWalls,
  ],
  'wishes/lamp/index': [
    { name: 'gone', as: nobody, query: () => 'id=nothing' },
    { name: 'own', as: hopes, ...lampOf('dark') },
    {
      name: 'full',
      as: isFull,
      ...lampOf('dark'),
      does: async (page) => {
        await tap('点亮它')(page)
        await page.locator('#not-lit').waitFor()
      },
    },
    {
      name: 'lost',
      as: nobody,
      ...lampOf('wanted'),
      does: async (page, { beatsTo, lampThatIs }) => {
        await beatsTo(lampThatIs.wanted)
        await tap('点亮它')(page)
        await inFront(page, '刚被别人点亮了，看看旁边这盏').waitFor()
      },
    },
  ],
  'wishes/promised/index': [
    { name: 'none', as: nobody },
    { name: 'some', as: 'donor' },
    { name: 'report', as: 'donor', does: tap('这句话不合适，举报') },
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
  'wishes/many/index': [
    { name: 'first', as: nobody, query: ({ driveId }) => `drive=${driveId}` },
    { name: 'asked', as: asksAsCompany, query: ({ driveId }) => `drive=${driveId}` },
    { name: 'mistake', as: nobody, query: ({ driveId }) => `drive=${driveId}`, does: tap('告诉工会') },
  ],
  'wishes/poster/index': [{ name: 'drawn', as: nobody, query: ({ driveId }) => `drive=${driveId}` }],
  'wishes/drives/index': [{ name: 'some', as: nobody }],
  'wishes/keepsake/index': [{ name: 'not-yet', as: nobody, query: () => 'id=nothing' }],
}
