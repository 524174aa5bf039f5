/** The screens of whoever claims, and of whoever reads what is published, in their main states. */
import type { Page } from 'playwright-core'
import { paperPicture } from '../../config/run/demo/picture'
import { nobody, type Props, waiting } from './cast'
import type { ProgrammeName, Stop } from './claim-cast'
import { settled } from './settled'
import { inFront, NO_NOTICES, type State, type Stories, tap, taps } from './story'
import { goesHome } from './wishers'

const worker = 'worker'
const programme = (name: ProgrammeName, more = ''): Pick<State, 'query'> => ({
  query: ({ programmeOf }) => `programme=${programmeOf[name]}${more}`,
})
const claim = (stop: Stop): Pick<State, 'query'> => ({ query: ({ claimIn }) => `id=${claimIn[stop]}` })

/** By where it stands: the same words stand on several cards. */
const press = async (page: Page, id: string): Promise<void> => {
  await settled(page)
  await page.locator(`#${id}`).filter({ visible: true }).last().click()
  await settled(page)
}

/** Of a long list some are drawn at once: on to where this one is. */
const reveal = async (page: Page, id: string): Promise<void> => {
  await settled(page)
  if ((await page.locator(`#${id}`).filter({ visible: true }).count()) > 0) return
  await press(page, 'more')
  await reveal(page, id)
}

const turn =
  (name: ProgrammeName) =>
  async (page: Page, { programmeOf }: Props): Promise<void> => {
    const id = `turn-${programmeOf[name]}`
    await reveal(page, id)
    await press(page, id)
  }

/** From the list, so that the form is kept as it is there. */
const begins =
  (name: ProgrammeName, ...then: readonly ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page, props: Props): Promise<void> => {
    const id = `claim-${props.programmeOf[name]}`
    await settled(page)
    if ((await page.locator(`#${id}`).filter({ visible: true }).count()) === 0) await turn(name)(page, props)
    await press(page, id)
    for (const step of then) {
      await step(page)
      await settled(page)
    }
  }

const next = (page: Page) => press(page, 'next')
const says = (words: string) => taps(words, '下一步')
const types = (field: string, words: string) => async (page: Page) => {
  await page.locator(`#${field} input`).filter({ visible: true }).last().fill(words)
}
/** On WeChat's own sheet. */
const photographs = async (page: Page): Promise<void> => {
  await tap('拍照，或从相册选')(page)
  await page.getByText('同意', { exact: true }).click()
  const file = { name: 'contract.png', mimeType: 'image/png', buffer: paperPicture() }
  await page.locator('.wx-file-field').setInputFiles(file)
  await inFront(page, '删掉').waitFor()
}
const month = async (page: Page): Promise<void> => {
  await page.locator('#period .nh-option').filter({ visible: true }).first().click()
  await next(page)
}
const bank = async (page: Page): Promise<void> => {
  await types('account', '9999990000000014')(page)
  await press(page, 'bank')
  await taps('工商银行')(page)
}
const list = 'claims/programmes/index'
const asks = (name: string, ...then: readonly ((page: Page) => Promise<unknown>)[]): State => ({
  name,
  as: waiting,
  does: begins('atWork', ...then),
})
const upToCard = [month, says('上班'), types('quantity', '3'), next] as const
const upToPictures = [...upToCard, bank, next] as const
const upToCheck = [...upToPictures, photographs, next, next] as const

export const claimantStories: Stories = {
  [list]: [
    { name: 'nobody', as: nobody },
    { name: 'worker', as: worker },
    { name: 'first-time', as: waiting },
    { name: 'goes-home', as: goesHome },
    { name: 'asks', as: waiting, does: turn('skills') },
    { name: 'no', as: waiting, does: turn('frontline') },
    { name: 'full', as: worker, does: turn('box') },
    { name: 'claimed', as: worker, does: turn('transport') },
    { name: 'employer', as: worker, does: turn('trained') },
    { name: 'only', as: worker, does: (page) => press(page, 'only-no') },
    {
      name: 'unsure',
      as: waiting,
      does: (page) => press(page, 'answer-hasContract-unsure'),
    },
    {
      name: 'paper',
      as: waiting,
      does: async (page, props) => {
        await turn('phone')(page, props)
        await press(page, `paper-of-${props.programmeOf.phone}`)
      },
    },
    /** The form, reached as a person reaches it. */
    asks('form-month'),
    asks('form-month-mistake', next),
    asks('form-fact', month),
    asks('form-quantity', month, says('上班')),
    asks('form-card', ...upToCard),
    asks('form-card-mistake', ...upToCard, types('account', '9999990000000015'), next),
    asks('form-pictures', ...upToPictures),
    asks('form-picture', ...upToPictures, photographs),
    asks('form-check', ...upToCheck),
    asks('form-gaps', month, async (page) => {
      await says('上班')(page)
      await types('quantity', '3')(page)
    }),
  ],
  'claims/claim/index': [
    { name: 'nobody', as: nobody, ...programme('phone') },
    { name: 'cannot', as: waiting, ...programme('frontline') },
    { name: 'first', as: worker, ...programme('atWork') },
    { name: 'sent-back', as: worker, query: ({ claimIn }) => `claim=${claimIn.returned}` },
    {
      name: 'mended',
      as: worker,
      query: ({ claimIn }) => `claim=${claimIn.returned}`,
      does: async (page) => {
        await photographs(page)
        await next(page)
      },
    },
  ],
  'claims/claim/ask': [{ name: 'restart', as: waiting, ...programme('phone') }],
  'claims/claim/check': [
    { name: 'restart', as: waiting, ...programme('phone') },
    {
      name: 'gone',
      as: worker,
      ...programme('phone'),
      kept: ({ programmeOf }) => ({
        [`kept:form-claim-${programmeOf.phone}`]: { at: '2021-02-07T02:00:00.000Z', data: oldForm(programmeOf.phone) },
        [`draft:claim-${programmeOf.phone}`]: { account: '9999990000000014', bank: '工商银行' },
      }),
      does: async (page) => {
        await taps('交上去', NO_NOTICES)(page)
        await inFront(page, /^规定刚改过/).waitFor()
      },
    },
  ],
  'claims/mine/index': [
    { name: 'none', as: nobody },
    { name: 'some', as: worker },
  ],
  'claims/mine/claim': [
    { name: 'gone', as: nobody, query: () => 'id=nothing' },
    { name: 'sent', as: worker, query: ({ claimIn }) => `id=${claimIn.submitted}&sent=1` },
    { name: 'returned', as: worker, ...claim('returned') },
    { name: 'refused', as: worker, ...claim('refused') },
    { name: 'appeal', as: worker, ...claim('refused'), does: (page) => press(page, 'appeal') },
    { name: 'paid', as: worker, ...claim('paid') },
    { name: 'missed', as: worker, ...claim('paid'), does: tap('没到') },
    { name: 'bounced', as: worker, ...claim('bounced') },
    { name: 'confirmed', as: worker, ...claim('confirmed') },
    { name: 'withdraw', as: worker, ...claim('submitted'), does: tap('收回这份') },
  ],
  'claims/mine/card': [
    { name: 'gone', as: nobody, query: () => 'id=nothing' },
    { name: 'bounced', as: worker, ...claim('bounced') },
    { name: 'mistakes', as: worker, ...claim('bounced'), does: tap('改好了，再打一次') },
  ],
  'claims/counted/index': [{ name: 'none', as: nobody }],
  'claims/list/index': [
    { name: 'none', as: nobody, ...programme('phone') },
    { name: 'some', as: nobody, ...programme('listed') },
    { name: 'objects', as: nobody, ...programme('listed'), does: taps('提异议', '提异议') },
  ],
}

/** As it stood before its rules changed. */
const oldForm = (id: string) => ({
  isRegistered: true,
  programme: {
    id,
    edition: 7,
    title: '春节通讯费补贴',
    gives: 'cash',
    amount: { way: 'fixed', fen: 5_000 },
    verdict: 'yes',
    periods: [{ period: 'once', label: '' }],
    questions: [],
    evidence: [],
  },
})
