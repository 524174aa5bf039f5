/** Every screen of the app, on narrow and wide phones and with small and large letters, is looked at as design/UI.md §6 asks. */
import type { Page } from 'playwright-core'
import type { TextSize } from '../../src/ui/look'
import { dress, type Props } from './cast'
import { checkScreen, checkTyping, refusals } from './checks'
import { grow } from './grow'
import { lanes } from './lanes'
import { clearPictures, hasColour, missingPictures, photograph, pictured, pictureName } from './pictures'
import { settled } from './settled'
import { pagesThatShip } from './shipped'
import { openStage, type Stage, type Tab } from './stage'
import { claimDeskStories } from './stories-claim-desk'
import { claimantStories } from './stories-claimant'
import { deskStories, isOvertaken } from './stories-desk'
import { donorStories } from './stories-donor'
import { employerStories } from './stories-employer'
import { issuerStories } from './stories-issuer'
import { unionStories } from './stories-union'
import { wagesStories } from './stories-wages'
import { wisherStories } from './stories-wisher'
import { workerStories } from './stories-worker'
import { inFront, type State } from './story'

const stories = {
  ...workerStories,
  ...claimantStories,
  ...wagesStories,
  ...wisherStories,
  ...donorStories,
  ...deskStories,
  ...unionStories,
  ...issuerStories,
  ...employerStories,
  ...claimDeskStories,
}

/** The narrowest and the usual phone at every size of letters, the two others where most goes wrong. */
const widths = { standard: [320, 390], large: [320, 390], largest: [412, 390, 360, 320] } as const satisfies Record<
  TextSize,
  readonly number[]
>
const sizes = ['standard', 'large', 'largest'] as const
const HEIGHT = 844
/** The switch of the sizes is drawn on these by the size itself: growing them in place would not move it. */
const holdsSwitch = ['pages/home/index', 'pages/me/index']
/** Of WeChat’s 17 pixels each, in the middle of 320 less the capsule on either side. */
const MOST_SIGNS = 7
/** Two cores are kept busy, and no page waits so long that it looks as if it hung. */
const TABS = 3

let stage: Stage
let props: Props
const looked = new Map<string, Promise<string[]>>()

async function openState(tab: Tab, path: string, state: State, size: TextSize): Promise<Page> {
  const query = state.query ? `?${state.query(props)}` : ''
  const draft = state.draft ? { 'draft:register': state.draft(props) } : {}
  const kept = { textSize: size, ...draft, ...state.kept?.(props) }
  const page = await tab(state.as, `/${path}${query}`, kept)
  if (state.does) {
    await state.does(page, props)
    await settled(page)
  }
  return page
}

type Complaint = { readonly about: string; readonly where: string }

/** All that is wrong with one screen at one size of the letters. */
async function lookAtSize(page: Page, path: string, state: State, size: TextSize): Promise<Complaint[]> {
  const looking = { care: size === 'largest', staff: path.startsWith('desk/') }
  const found: Complaint[] = []
  const add = (width: number, complaints: readonly string[]) =>
    found.push(...complaints.map((about) => ({ about, where: `${state.name} ${size} ${width}` })))
  for (const width of widths[size]) {
    await page.setViewportSize({ width, height: HEIGHT })
    add(width, await checkScreen(page, looking))
  }
  const width = pictured[size]
  if (width === undefined) return found
  await photograph(page, pictureName(path, state.name), width, HEIGHT)
  add(width, await checkTyping(page, { width, height: HEIGHT }))
  return found
}

async function nameTooWide(page: Page): Promise<string[]> {
  const name = (await page.locator('#wx-bar-title').textContent()) ?? ''
  const wide = [...name].reduce((all, sign) => all + (sign < '\u2000' ? 0.6 : 1), 0)
  return wide > MOST_SIGNS ? [`under the capsule of a narrow phone: “${name}”`] : []
}

/** Opened once and grown in place, as it is when its owner chooses another size. */
async function lookAt(tab: Tab, path: string, state: State): Promise<Complaint[]> {
  const found: Complaint[] = []
  let page = await openState(tab, path, state, 'standard')
  for (const size of sizes) {
    if (size !== 'standard' && holdsSwitch.includes(path)) page = await openState(tab, path, state, size)
    else await grow(page, size)
    found.push(...(await lookAtSize(page, path, state, size)))
  }
  const refused = [...(await refusals(page)), ...(await nameTooWide(page))]
  return [...found, ...refused.map((about) => ({ about, where: state.name }))]
}

/** One line for each fault, however many phones show it. */
function gathered(complaints: readonly Complaint[]): string[] {
  const places = new Map<string, string[]>()
  for (const { about, where } of complaints) places.set(about, [...(places.get(about) ?? []), where])
  return [...places].map(([about, where]) => `${about} (${where.join(', ')})`)
}

beforeAll(async () => {
  clearPictures()
  stage = await openStage()
  props = await dress(stage.cloud)
  const inLane = lanes(await Promise.all(Array.from({ length: TABS }, () => stage.tab())))
  for (const [path, states] of Object.entries(stories)) {
    const looks = Promise.all(states.map((state) => inLane((tab) => lookAt(tab, path, state))))
    const complaints = looks.then((found) => gathered(found.flat()))
    /** Its own test says what went wrong. */
    complaints.catch(() => undefined)
    looked.set(path, complaints)
  }
})
afterAll(() => stage?.close())

describe('every screen', () => {
  test('has a story, and no story is about a page that is gone', () => {
    expect(Object.keys(stories).sort()).toEqual(pagesThatShip().sort())
  })

  test.each(Object.keys(stories))('%s can be read, hit, understood and filled in by everybody', async (path) => {
    expect(await looked.get(path)).toEqual([])
  })

  test.each(sizes)('grows in place to what it is when it is opened at this size: %s', async (size) => {
    const tab = await stage.tab()
    const path = '/pages/hotlines/index'
    const drawn = (page: Page) => page.locator('.nh-screen').evaluate((screen) => screen.outerHTML)
    const grown = await tab('newcomer', path, { textSize: 'standard' })
    await grow(grown, size)
    const before = await drawn(grown)
    expect(before).toBe(await drawn(await tab('newcomer', path, { textSize: size })))
  })

  test('keeps the way on in sight on a low phone with the largest letters, when somebody else was faster', async () => {
    const [, disputed] = props.disputed
    const tab = await stage.tab()
    const page = await tab('street', `/desk/person/index?id=${disputed?.id}`, { textSize: 'largest' })
    await page.setViewportSize({ width: 320, height: 568 })
    await isOvertaken(page, disputed)
    const box = await inFront(page, '看新的').boundingBox()
    expect(box && box.y + box.height).toBeLessThanOrEqual(568)
  })

  test('is kept as a picture, in colour and without, for whoever looks at them', () => {
    const all = Object.entries(stories).flatMap(([path, states]) => states.map(({ name }) => pictureName(path, name)))
    expect(all.flatMap(missingPictures)).toEqual([])
    expect([hasColour(all[0] ?? '', ''), hasColour(all[0] ?? '', '-grey')]).toEqual([true, false])
  })
})
