/** The screens of the desk in their main states. */
import type { Page } from 'playwright-core'
import { type Disputed, nobody } from './cast'
import { inFront, type State, type Stories, tap, taps } from './story'

const officer = 'site-officer'
const site: Pick<State, 'query'> = { query: ({ siteId }) => `id=${siteId}` }
const person: Pick<State, 'query'> = { query: ({ waitingId }) => `id=${waitingId}` }

/** Somebody else decides while this officer is still saying why not. */
export const isOvertaken = async (page: Page, disputed: Disputed | undefined): Promise<void> => {
  await taps('退回改', '手机号打不通')(page)
  await disputed?.isDecided()
  await tap('退回改')(page)
  await inFront(page, '看新的').waitFor()
}

export const deskStories: Stories = {
  'desk/home/index': [
    { name: 'officer', as: officer },
    { name: 'city', as: 'city' },
    { name: 'union', as: 'union' },
    { name: 'keeper', as: 'keeper' },
    { name: 'reviewer', as: 'content-reviewer' },
    { name: 'claims', as: 'reviewer' },
    { name: 'cashier', as: 'cashier' },
    { name: 'supervisor', as: 'supervisor' },
    { name: 'nobody', as: nobody },
  ],
  'desk/accept/index': [
    { name: 'empty', as: nobody },
    { name: 'mistake', as: nobody, does: tap('看看是什么邀请') },
    { name: 'offer', as: nobody, query: ({ token }) => `scene=${encodeURIComponent(`i=${token}`)}` },
  ],
  'desk/roster/index': [
    { name: 'officer', as: officer },
    { name: 'supervisor', as: 'supervisor' },
    { name: 'filter', as: officer, does: tap('筛选') },
    { name: 'nobody', as: nobody },
  ],
  'desk/person/index': [
    { name: 'waiting', as: officer, ...person },
    { name: 'why', as: officer, ...person, does: tap('退回改') },
    { name: 'own-words', as: officer, ...person, does: taps('退回改', '别的，自己写') },
    {
      name: 'overtaken',
      as: officer,
      query: ({ disputed }) => `id=${disputed[0]?.id}`,
      does: (page, { disputed }) => isOvertaken(page, disputed[0]),
    },
    { name: 'questioned', as: 'street', query: ({ questionedId }) => `id=${questionedId}` },
    { name: 'supervisor', as: 'supervisor', ...person },
  ],
  'desk/register-for/index': [
    { name: 'aloud', as: officer },
    {
      name: 'who',
      as: officer,
      does: taps('本人听了，答应了', '下一步', '下一步'),
    },
  ],
  'desk/import/index': [
    { name: 'sheet', as: officer },
    { name: 'where', as: 'street' },
  ],
  'desk/sites/index': [
    { name: 'city', as: 'city' },
    { name: 'officer', as: officer },
  ],
  'desk/site/index': [
    { name: 'city', as: 'city', ...site },
    { name: 'officer', as: officer, ...site },
    {
      name: 'poster',
      as: officer,
      ...site,
      does: async (page) => {
        await tap('出海报')(page)
        await page.getByRole('img', { name: '长寿路三号楼工地的海报' }).waitFor()
      },
    },
    { name: 'why', as: officer, ...site, does: tap('停用这个码') },
  ],
  'desk/site-new/index': [
    { name: 'where', as: 'city' },
    { name: 'mistakes', as: 'street', does: tap('建点位') },
  ],
  'desk/site-edit/index': [{ name: 'filled', as: 'street', ...site }],
  'desk/area-new/index': [{ name: 'where', as: 'city' }],
  'desk/invite/index': [
    { name: 'role', as: 'city' },
    { name: 'place', as: 'city', does: tap('街道') },
    { name: 'how-long', as: 'union', does: taps('工地管理员', '曹家渡街道', '长寿路三号楼工地') },
    {
      name: 'ticket',
      as: 'union',
      does: async (page) => {
        await taps('工地管理员', '曹家渡街道', '长寿路三号楼工地', '出邀请码')(page)
        await inFront(page, '发错了，收回这张码').waitFor()
      },
    },
  ],
  'desk/people/index': [
    { name: 'city', as: 'city' },
    { name: 'officer', as: officer },
    { name: 'ending', as: 'city', does: tap('收回') },
  ],
}
