/** The pictures of every screen, in colour and beside it in grey, kept for whoever looks at them. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { TextSize } from '../../src/ui/look'

const folder = resolve(__dirname, '..', '..', '.cache', 'screens')

export const pictured: Readonly<Record<TextSize, number | undefined>> = {
  standard: 390,
  large: undefined,
  largest: 320,
}
/** Without colour a state must still be told apart by its mark and its word. */
const GREY_TOO = 390

/** Last time's pictures would pass for this time's. */
export function clearPictures(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

export const pictureName = (path: string, state: string): string =>
  `${path.replace(/\/index$/, '').replace(/\//g, '-')}.${state}`

type Look = '' | '-grey'
const fileOf = (name: string, width: number, look: Look = ''): string => join(folder, `${name}.${width}${look}.png`)

const drawGrey = (page: Page, isGrey: boolean): Promise<void> =>
  page.evaluate(
    (filter) => {
      document.documentElement.style.filter = filter
    },
    isGrey ? 'grayscale(1)' : '',
  )

/** Three pictures of every screen: written fast rather than small. */
async function shoot(session: CDPSession, file: string): Promise<void> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })
  writeFileSync(file, Buffer.from(data, 'base64'))
}

/** The page scrolls below the bar: for its picture the phone is as high as all of it. */
export async function photograph(page: Page, name: string, width: number, height: number): Promise<void> {
  const needed = await page.evaluate(() => {
    const [scroller] = [...document.querySelectorAll('.page-scroller')].filter((one) => one.checkVisibility())
    return scroller ? scroller.getBoundingClientRect().top + scroller.scrollHeight : 0
  })
  await page.setViewportSize({ width, height: Math.max(height, Math.ceil(needed)) })
  const session = await page.context().newCDPSession(page)
  await shoot(session, fileOf(name, width))
  if (width === GREY_TOO) {
    await drawGrey(page, true)
    await shoot(session, fileOf(name, width, '-grey'))
    await drawGrey(page, false)
  }
  await session.detach()
}

/** What is missing of a screen's pictures. */
export const missingPictures = (name: string): string[] =>
  [fileOf(name, 390), fileOf(name, 320), fileOf(name, GREY_TOO, '-grey')].filter((file) => !existsSync(file))

export function hasColour(name: string, look: Look): boolean {
  const { data } = PNG.sync.read(readFileSync(fileOf(name, GREY_TOO, look)))
  for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return true
  return false
}
