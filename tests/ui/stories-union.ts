/** The screens of whoever looks after the wishes: the union, the station, the reviewer. */
import type { Page } from 'playwright-core'
import { nobody, type Props } from './cast'
import { inFront, type State, type Stories, tap, taps } from './story'

const union = 'union'
const keeper = 'keeper'
const wish = (state: keyof Props['wishIn']): Pick<State, 'query'> => ({ query: ({ wishIn }) => `id=${wishIn[state]}` })
const drive: Pick<State, 'query'> = { query: ({ driveId }) => `id=${driveId}` }

/** On the phone's own keyboard, the code under the slip. */
const typesSlip = async (page: Page, code: string): Promise<void> => {
  await tap('输编号')(page)
  await page.locator('#slip input').filter({ visible: true }).fill(code)
  await tap('看这一份')(page)
}

const visited: Pick<State, 'query'> = { query: ({ waitingId }) => `worker=${waitingId}` }

export const unionStories: Stories = {
  'wishes/make/for': [
    { name: 'nobody', as: nobody, ...visited },
    { name: 'before', as: 'site-officer', ...visited },
    { name: 'mistakes', as: 'site-officer', ...visited, does: taps('棉鞋', '写好了，等他同意') },
  ],
  'desk/wishes/index': [
    { name: 'street', as: 'street-union' },
    { name: 'district', as: union },
    { name: 'lit', as: union, query: () => 'state=lit' },
    {
      name: 'of-a-drive',
      as: union,
      query: ({ driveId }) => `level=district&id=310106&name=静安区点亮微心愿&drive=${driveId}&state=received`,
    },
    { name: 'nobody', as: nobody },
  ],
  'desk/wish/index': [
    { name: 'submitted', as: 'street-union', ...wish('submitted') },
    { name: 'proposed', as: union, ...wish('proposed') },
    { name: 'own', as: 'street-union', ...wish('proposed') },
    { name: 'why', as: 'street-union', ...wish('submitted'), does: taps('退回改', '写一下给谁用') },
    { name: 'hung', as: union, query: ({ lampThatIs }) => `id=${lampThatIs.dark}`, does: tap('拿下来改') },
    { name: 'disputed', as: union, ...wish('disputed') },
    { name: 'lying', as: keeper, ...wish('handedOver') },
    { name: 'hand-out', as: keeper, ...wish('delivering'), does: taps('交到手上', '交到手上') },
    { name: 'take-in', as: keeper, ...wish('lit'), does: tap('收下') },
  ],
  'desk/drive/index': [
    { name: 'list', as: union },
    { name: 'numbers', as: union, ...drive },
    { name: 'why', as: union, ...drive, does: tap('提前结束') },
    { name: 'picture', as: union, ...drive, does: tap('数字存成图片') },
    { name: 'watched', as: 'supervisor', ...drive },
  ],
  'desk/drive-new/index': [
    { name: 'when', as: union, does: tap('下一步') },
    { name: 'who', as: union, ...drive, does: tap('下一步') },
    { name: 'what', as: union, ...drive, does: taps('下一步', '下一步') },
    {
      name: 'how',
      as: union,
      ...drive,
      does: async (page) => {
        await taps('下一步', '下一步', '下一步')(page)
        await inFront(page, '东西送到哪些接力站').waitFor()
      },
    },
    { name: 'nobody', as: nobody },
  ],
  'desk/station/index': [
    { name: 'shelf', as: keeper },
    { name: 'typing', as: keeper, does: taps('输编号', '看这一份') },
    {
      name: 'slip',
      as: keeper,
      does: async (page, { slip }) => {
        await typesSlip(page, slip)
        await inFront(page, '拍照，收下').waitFor()
      },
    },
    { name: 'nobody', as: nobody },
  ],
  'desk/postings/index': [
    { name: 'reported', as: 'content-reviewer' },
    { name: 'why', as: 'content-reviewer', does: tap('拿下来') },
  ],
  'desk/companies/index': [
    { name: 'asks', as: union },
    { name: 'how-many', as: union, does: tap('同意，定几盏') },
  ],
}
