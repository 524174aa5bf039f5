/** Every screen of the app, on narrow and wide phones and with small and large letters, is looked at as design/UI.md §6 asks. */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type { TextSize } from '../../src/ui/look'
import { dress, type Props } from './cast'
import { checkScreen } from './checks'
import { lanes } from './lanes'
import { settled } from './settled'
import { openStage, type Stage } from './stage'
import { deskStories } from './stories-desk'
import { workerStories } from './stories-worker'
import type { State } from './story'

const stories = { ...workerStories, ...deskStories }
const pictures = resolve(__dirname, '..', '..', '.cache', 'screens')

/** The app's own list of pages: none can be left out here. */
async function pagesOfTheApp(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = await import('../../src/app.config')
  const own = config.pages ?? []
  return [...own, ...(config.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

/** The narrowest and the usual phone at every size of letters, the two others where most goes wrong. */
const widths = { standard: [320, 390], large: [320, 390], largest: [320, 360, 390, 412] } as const satisfies Record<
  TextSize,
  readonly number[]
>
const sizes = ['standard', 'large', 'largest'] as const
const HEIGHT = 844
/** Pages open at once: two cores are kept busy, and no page waits so long that it looks as if it hung. */
const inLane = lanes(6)

let stage: Stage
let props: Props
beforeAll(async () => {
  stage = await openStage()
  props = await dress(stage.cloud)
  mkdirSync(pictures, { recursive: true })
}, 60_000)
afterAll(() => stage?.close())

async function openState(path: string, state: State, size: TextSize): Promise<Page> {
  const phone = await stage.phone(state.as, size)
  const query = state.query ? `?${state.query(props)}` : ''
  const page = await phone.open(`/${path}${query}`, state.draft && { 'draft:register': state.draft(props) })
  if (state.does) {
    await state.does(page)
    await settled(page)
  }
  return page
}

const pictured: Readonly<Record<TextSize, number | undefined>> = { standard: 390, large: undefined, largest: 320 }
/** Without colour a state must still be told apart by its mark and its word. */
const GREY_TOO = 390

/** The page scrolls within the window: for its picture the window is as high as the page. */
async function photograph(page: Page, name: string, width: number): Promise<void> {
  const needed = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll('.nh-screen')].map((screen) => screen.getBoundingClientRect().height)),
  )
  await page.setViewportSize({ width, height: Math.max(HEIGHT, Math.ceil(needed)) })
  await page.screenshot({ path: join(pictures, `${name}.${width}.png`) })
  if (width !== GREY_TOO) return
  await page.addStyleTag({ content: 'html{filter:grayscale(1)}' })
  await page.screenshot({ path: join(pictures, `${name}.${width}-grey.png`) })
}

type Complaint = { readonly about: string; readonly where: string }

async function lookAt(path: string, state: State, size: TextSize): Promise<Complaint[]> {
  const page = await openState(path, state, size)
  const looking = { care: size === 'largest', staff: path.startsWith('desk/') }
  const found: Complaint[] = []
  for (const width of widths[size]) {
    await page.setViewportSize({ width, height: HEIGHT })
    const complaints = await checkScreen(page, looking)
    found.push(...complaints.map((about) => ({ about, where: `${state.name} ${size} ${width}` })))
  }
  const width = pictured[size]
  if (width !== undefined)
    await photograph(page, `${path.replace(/\/index$/, '').replace(/\//g, '-')}.${state.name}`, width)
  await page.context().close()
  return found
}

/** One line for each fault, however many phones show it. */
function gathered(complaints: readonly Complaint[]): string[] {
  const places = new Map<string, string[]>()
  for (const { about, where } of complaints) places.set(about, [...(places.get(about) ?? []), where])
  return [...places].map(([about, where]) => `${about} (${where.join(', ')})`)
}

describe('every screen', () => {
  test('has a story, and no story is about a page that is gone', async () => {
    expect(Object.keys(stories).sort()).toEqual((await pagesOfTheApp()).sort())
  })

  test.each(Object.entries(stories))(
    '%s can be read, hit and understood by everybody',
    async (path, states) => {
      const looks = states.flatMap((state) => sizes.map((size) => inLane(() => lookAt(path, state, size))))
      expect(gathered((await Promise.all(looks)).flat())).toEqual([])
    },
    120_000,
  )
})
