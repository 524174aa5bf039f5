/** The screens of whoever writes programmes: the list, one of them, the form part by part, the trying. */
import type { Page } from 'playwright-core'
import { nobody, type Props } from './cast'
import { inFront, type State, type Stories, tap, taps } from './story'

const union = 'union'
const written = (stop: keyof Props['writtenIn'], more = ''): Pick<State, 'query'> => ({
  query: ({ writtenIn }) => `id=${writtenIn[stop]}${more}`,
})
const part = (name: string): Omit<State, 'does'> => ({ name, as: union, ...written('ready', `&part=${name}`) })

const paper = { documentId: 'notice', title: '关于做好留沪过年服务保障工作的通知', issuer: '市委办公厅、市政府办公厅' }
const papers = JSON.stringify([{ ...paper, number: '沪委办〔2021〕3 号', issuedOn: '2021-02-06', words: '' }])
const source = { documentId: 'notice', article: '第二条' }
const rules = JSON.stringify([
  { anyOf: [{ fact: 'trade', values: ['construction', 'delivery'], ...source }] },
  { anyOf: [{ fact: 'festivalDays', how: 'atLeast', amount: '3', when: 'on', on: '2021-02-12', ...source }] },
  { anyOf: [{ fact: 'homeProvince', values: [], ...source }] },
])
const evidence = JSON.stringify([
  { evidenceId: 'a', label: '劳动合同', hint: '有公章的那一页', atLeast: '1', atMost: '3' },
])
const here = { level: 'district', placeId: '310106', placeName: '静安区' }
const begun = { ...here, isTouched: 'yes', documents: papers, rules, evidence }
const kept: Pick<State, 'kept'> = { kept: () => ({ 'draft:programme': begun }) }
const line = (at: number): Pick<State, 'query' | 'kept'> => ({ query: () => `draft=programme&at=${at}`, ...kept })

const waitsFor = (words: string) => (page: Page) => inFront(page, words).waitFor()

export const issuerStories: Stories = {
  'desk/programmes/index': [
    { name: 'union', as: union },
    { name: 'supervisor', as: 'supervisor' },
    { name: 'nobody', as: nobody },
  ],
  'desk/programme/index': [
    { name: 'unsourced', as: union, ...written('unsourced') },
    { name: 'ready', as: union, ...written('ready') },
    { name: 'open', as: union, ...written('ready'), does: tap('开始领') },
    { name: 'claimed', as: union, query: ({ programmeOf }) => `id=${programmeOf.transport}` },
    { name: 'amended', as: union, ...written('amended') },
    { name: 'fund', as: union, ...written('amended'), does: tap('加减预算') },
    { name: 'close', as: union, ...written('amended'), does: tap('提前截止') },
    { name: 'watched', as: 'supervisor', ...written('closed') },
  ],
  'desk/programme-new/index': [
    { name: 'what', as: union, does: tap('下一步') },
    { ...part('gives') },
    { ...part('documents') },
    { ...part('amount') },
    { ...part('rules') },
    { ...part('dates'), does: tap('一个月领一回') },
    { ...part('budget') },
    { ...part('excludes'), does: waitsFor('领了哪样，就不能领这样') },
    { ...part('evidence') },
    { ...part('signing') },
    { ...part('check') },
    { name: 'begun', as: union, ...kept },
    { name: 'unfinished', as: union, query: () => 'part=check', ...kept },
    { name: 'copied', as: union, query: ({ writtenIn }) => `from=${writtenIn.amended}&part=rules` },
    { name: 'next-edition', as: union, ...written('amended', '&part=check'), does: tap('改成新的一版') },
    { name: 'nobody', as: nobody },
  ],
  'desk/programme-new/rule': [
    { name: 'new', as: union, ...line(3), does: tap('写好了') },
    { name: 'choices', as: union, ...line(0) },
    { name: 'bound', as: union, ...line(1) },
    { name: 'mistakes', as: union, ...line(2), does: tap('写好了') },
    { name: 'drop', as: union, ...line(1), does: tap('不要这一条') },
  ],
  'desk/programme-new/document': [
    { name: 'filled', as: union, ...line(0) },
    { name: 'mistakes', as: union, ...line(1), does: tap('写好了') },
  ],
  'desk/programme-new/picture': [{ name: 'filled', as: union, ...line(0) }],
  'desk/programme-try/index': [
    { name: 'yes', as: union, ...written('ready') },
    { name: 'undecided', as: union, ...written('ready'), does: tap('没定的') },
    { name: 'fact', as: union, ...written('ready'), does: tap('签了劳动合同') },
    {
      name: 'counted',
      as: union,
      ...written('ready'),
      does: async (page) => {
        await taps('什么都没说的', '数一数')(page)
        await inFront(page, /^数完了/).waitFor()
      },
    },
    { name: 'draft', as: union, query: () => 'draft=programme', ...kept },
  ],
}
