/** The screens of whoever makes a wish, in their main states. */
import type { Page } from 'playwright-core'
import { nobody, waiting } from './cast'
import { inFront, NO_NOTICES, type State, type Stories, tap, taps } from './story'
import { goesHome, sentBack, takenOff } from './wishers'

const written = {
  driveId: 'any',
  kind: 'schoolBag',
  detail: '三年级',
  story: '女儿开学上三年级，想要一个结实的。',
  version: '',
}
const telling = { ...written, story: '我叫王小明，住长寿路999弄，电话13812340000，想要书包' }
const draft = (answers: Readonly<Record<string, string>>): Pick<State, 'kept'> => ({
  kept: () => ({ 'draft:wish': answers }),
})

/** From the list to the one that stands so. */
const opens =
  (status: string, link = '看经过') =>
  async (page: Page) => {
    const card = page.locator('.nh-card').filter({ hasText: status }).filter({ visible: true }).last()
    await card.getByText(link, { exact: true }).click()
    await inFront(page, '办到哪了').waitFor()
  }

const thanks = async (page: Page) => {
  await opens('收到了', '说声谢谢，看经过')(page)
  await tap('说声谢谢')(page)
}

export const wisherStories: Stories = {
  'wishes/make/index': [
    { name: 'nobody', as: nobody },
    { name: 'may', as: waiting },
    { name: 'mistake', as: waiting, does: tap('下一步') },
    { name: 'rules', as: goesHome },
    { name: 'used', as: sentBack },
  ],
  'wishes/make/size': [
    { name: 'before', as: waiting },
    { name: 'grades', as: waiting, ...draft(written) },
    { name: 'shoes', as: waiting, ...draft({ ...written, kind: 'shoes', detail: '' }), does: tap('下一步') },
  ],
  'wishes/make/say': [
    { name: 'said', as: waiting, ...draft(written) },
    { name: 'telling', as: waiting, ...draft(telling), does: tap('下一步') },
    { name: 'empty', as: waiting, ...draft({ ...written, story: '' }), does: tap('下一步') },
  ],
  'wishes/make/check': [
    { name: 'filled', as: waiting, ...draft(written) },
    { name: 'gaps', as: waiting, ...draft({ ...written, detail: '', story: '' }), does: taps('许下心愿', NO_NOTICES) },
    {
      name: 'refused',
      as: waiting,
      ...draft(written),
      does: async (page) => {
        await taps('许下心愿', NO_NOTICES)(page)
        await inFront(page, /^这里没有东西/).waitFor()
      },
    },
    {
      name: 'anew',
      as: sentBack,
      query: ({ returnedId }) => `wish=${returnedId}`,
      kept: ({ returnedId }) => ({
        [`draft:wish-${returnedId}`]: { ...written, kind: 'shoes', detail: '41', version: '3' },
      }),
    },
  ],
  'wishes/mine/index': [
    { name: 'none', as: nobody },
    { name: 'to-collect', as: 'wisher' },
    { name: 'sent-back', as: sentBack },
    { name: 'written-for', as: 'worker' },
    /** Reached through the list. */
    { name: 'written-for-you', as: 'worker', does: opens('等您点头', '去看看') },
    { name: 'delivering', as: 'wisher', does: opens('等您来拿') },
    {
      name: 'wrong',
      as: 'wisher',
      does: async (page) => {
        await opens('收到了', '说声谢谢，看经过')(page)
        await taps('东西不对', '别的，自己写', '告诉工会')(page)
      },
    },
    { name: 'thanks', as: 'wisher', does: thanks },
    {
      name: 'thanks-mistake',
      as: 'wisher',
      does: async (page) => {
        await thanks(page)
        await tap('送出去')(page)
      },
    },
  ],
  'wishes/mine/wish': [
    { name: 'gone', as: nobody, query: () => 'id=nothing' },
    { name: 'returned', as: sentBack, query: ({ returnedId }) => `id=${returnedId}` },
    { name: 'withdraw', as: sentBack, query: ({ returnedId }) => `id=${returnedId}`, does: tap('撤回心愿') },
  ],
  'wishes/mine/thanks': [{ name: 'gone', as: nobody, query: () => 'id=nothing' }],
  'wishes/said/index': [
    { name: 'none', as: nobody },
    { name: 'taken-off', as: takenOff },
    { name: 'appeal', as: takenOff, does: tap('不服，说说为什么') },
  ],
}
