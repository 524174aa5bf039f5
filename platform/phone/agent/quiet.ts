/** Waits until a page has come to rest: nothing asked for and unanswered, no short timer, nothing moving. */
import type { Page, Request } from 'playwright-core'

/** Frames in a row in which nothing was under way. */
const QUIET_FRAMES = 2
/** A loaded machine is slow and not broken: the limit is for what never comes. */
const PATIENCE_MS = 60_000

/** What the phone listens to without an end, and the pictures on the wall around it: no part of the app. */
const isAround = (request: Request): boolean =>
  request.resourceType() === 'eventsource' || /\/phone\/(notices|wall)/.test(request.url())

const nameOf = (request: Request): string => `a request to ${new URL(request.url()).pathname}`

export class Quiet {
  private readonly open = new Set<Request>()
  private sent = 0

  constructor(page: Page) {
    page.on('request', (request) => {
      if (isAround(request)) return
      this.open.add(request)
      this.sent += 1
    })
    const ended = (request: Request): void => void this.open.delete(request)
    page.on('requestfinished', ended).on('requestfailed', ended)
  }

  /** Fails with what was still under way when patience ran out. */
  async settled(look: () => Promise<string[]>, patienceMs = PATIENCE_MS): Promise<void> {
    const until = Date.now() + patienceMs
    let under: string[] = []
    for (let quiet = 0; quiet < QUIET_FRAMES; ) {
      const { sent } = this
      under = [...(await look()), ...[...this.open].map(nameOf)]
      quiet = under.length === 0 && sent === this.sent ? quiet + 1 : 0
      if (quiet === 0 && Date.now() > until)
        throw new Error(`the page did not come to rest in ${patienceMs} ms; still under way: ${under.join(', ')}`)
    }
  }
}
