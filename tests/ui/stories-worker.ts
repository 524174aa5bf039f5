/** The screens of the main package in their main states. */
import { agreedTo, atCrowdedSite, atStoppedSite, filledIn, minor, nobody, rejected, waiting, withOldCode } from './cast'
import { spent } from './refused'
import { inFront, NO_NOTICES, type State, type Stories, tap, taps } from './story'

const worker = 'worker'
const scene = (found: string): string => `scene=${encodeURIComponent(found)}`

const bad = (problem: string): State => ({ name: problem, as: nobody, query: () => `problem=${problem}` })
const topic = (name: string): State => ({ name, as: nobody, query: () => `topic=${name}` })

/** The empty screen, and what it says when the way on is tapped too early. */
const asking = (button: string): State[] => [
  { name: 'empty', as: nobody },
  { name: 'mistakes', as: nobody, does: tap(button) },
]

/** Tapped, and told why not: by the cloud itself, save for what the phone knows without asking. */
const refused = (name: string, says: RegExp, draft: State['draft'], as = nobody): State => ({
  name,
  as,
  ...(draft ? { draft } : {}),
  does: async (page) => {
    await taps('登记', NO_NOTICES)(page)
    await inFront(page, says).waitFor()
  },
})

const ownCard: State[] = [
  { name: 'registered', as: worker },
  { name: 'nobody', as: nobody },
]

export const workerStories: Stories = {
  'pages/home/index': [
    { name: 'visitor', as: nobody },
    { name: 'half-way', as: nobody, draft: filledIn },
    { name: 'registered', as: worker },
    { name: 'rejected', as: rejected },
  ],
  'pages/messages/index': [
    { name: 'some', as: worker },
    { name: 'none', as: nobody },
  ],
  'pages/me/index': [...ownCard, { name: 'staff', as: 'site-officer' }],
  'pages/hotlines/index': [{ name: 'all', as: nobody }],
  'pages/info/index': [topic('wages'), topic('hardship')],
  'pages/worker/scan/index': [
    { name: 'nothing', as: nobody },
    bad('CODE_DAMAGED'),
    bad('CODE_REVOKED'),
    bad('CODE_FOREIGN'),
    { name: 'new', as: nobody, query: (props) => scene(props.scene) },
    { name: 'here', as: worker, query: (props) => scene(props.scene) },
    { name: 'elsewhere', as: worker, query: (props) => scene(props.otherScene) },
  ],
  'pages/worker/code/index': asking('看看是哪里'),
  'pages/worker/consent/index': asking('同意，去登记'),
  'pages/worker/register/index': [
    { name: 'tap', as: nobody },
    {
      name: 'mistake',
      as: nobody,
      does: taps('自己输', '下一步'),
    },
  ],
  'pages/worker/who/index': [...asking('下一步'), { name: 'filled', as: nobody, draft: filledIn }],
  'pages/worker/stay/index': [...asking('下一步'), { name: 'filled', as: nobody, draft: filledIn }],
  'pages/worker/check/index': [
    { name: 'filled', as: nobody, draft: filledIn },
    { name: 'gaps', as: nobody, does: taps('登记', NO_NOTICES) },
    refused('not-agreed', /^要您先同意/, (props) => ({ ...filledIn(props), consentHash: '' })),
    refused('outdated', /^说明改过了/, filledIn),
    refused('phone-code', /^没取到手机号/, withOldCode),
    refused('spent', /^这部手机登记的人太多了/, agreedTo, spent),
    refused('crowded', /^这个码今天登记的人太多/, atCrowdedSite),
    refused('stopped', /^这个码停用了/, atStoppedSite),
  ],
  'pages/worker/underage/index': [{ name: 'stopped', as: nobody }],
  'pages/worker/card/index': [
    ...ownCard,
    { name: 'waiting', as: waiting },
    { name: 'rejected', as: rejected },
    { name: 'minor', as: minor },
  ],
  'pages/worker/agree/index': [{ name: 'again', as: worker }],
  'pages/worker/edit/index': ownCard,
  'pages/worker/correct/index': [
    { name: 'rejected', as: rejected },
    { name: 'mistakes', as: worker, does: tap('改了再交') },
  ],
  'pages/worker/leave/index': [
    { name: 'where', as: worker },
    { name: 'city', as: worker, does: tap('离开这座城了') },
  ],
  'pages/worker/export/index': [
    { name: 'before', as: worker },
    {
      name: 'shown',
      as: worker,
      does: async (page) => {
        await tap('全部给我看')(page)
        await page.getByText('存成表格', { exact: true }).waitFor()
      },
    },
  ],
  'pages/worker/seen/index': [{ name: 'nobody', as: worker }],
  'pages/worker/erase/index': ownCard,
  'pages/worker/confirm/index': asking('是我，确认'),
}
