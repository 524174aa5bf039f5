/** When a page has come to rest: everything it asked for is answered, and what the answers made it draw or ask is done too. */
import type { Page, Request } from 'playwright-core'

type Asked = { sent: number; open: number }

const asked = new WeakMap<Page, Asked>()

/** The phone listens for notices as long as it is on. */
const isEndless = (request: Request): boolean => request.resourceType() === 'eventsource'

/** From before its first request on. */
export function watchRequests(page: Page): void {
  const count: Asked = { sent: 0, open: 0 }
  asked.set(page, count)
  page.on('request', (request) => {
    if (isEndless(request)) return
    count.sent += 1
    count.open += 1
  })
  const ended = (request: Request) => {
    if (!isEndless(request)) count.open -= 1
  }
  page.on('requestfinished', ended).on('requestfailed', ended)
}

/** An answer is drawn in the next frame at the latest, and what that asks for is on its way in the one after. */
const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

const isDrawn = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const screen = [...document.querySelectorAll('.nh-screen')].filter((one) => one.checkVisibility()).pop()
    return screen !== undefined && screen.querySelector('.nh-bones') === null
  })

/** Rounds in a row without a request, an open answer or a shape in place of the page. */
const QUIET_ROUNDS = 3

export async function settled(page: Page): Promise<void> {
  const count = asked.get(page)
  if (!count) throw new Error('this page was not watched from its beginning')
  for (let quiet = 0; quiet < QUIET_ROUNDS; ) {
    const { sent } = count
    await twoFrames(page)
    quiet = count.open === 0 && count.sent === sent && (await isDrawn(page)) ? quiet + 1 : 0
  }
}
