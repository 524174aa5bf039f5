/** A Chromium to hold phones, and one phone's screen in it: the size, the language and the hour of a phone in Shanghai. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export interface ChromiumOptions {
  readonly executablePath: string
  readonly flags: readonly string[]
}

export interface ScreenOptions {
  readonly width?: number
  readonly height?: number
  /** Device pixels to one of the page's: 1 draws fastest, 2 or 3 as sharp as a phone. */
  readonly scale?: number
}

const WIDTH = 390
const HEIGHT = 844

/** Whoever started it ends it: at a signal playwright would end the whole process before anything is put away. */
const LEFT_TO_US = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const

export const launchChromium = ({ executablePath, flags }: ChromiumOptions): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...flags], ...LEFT_TO_US })

/** A context of its own: nothing this phone keeps is seen by another. */
export async function openScreen(
  browser: Browser,
  { width = WIDTH, height = HEIGHT, scale = 1 }: ScreenOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: true,
    acceptDownloads: true,
  })
  return { context, page: await context.newPage() }
}
