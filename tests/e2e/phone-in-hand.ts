/** The phone under a story, beyond what an automator does with the app on it: this desk's own, or one a person holds elsewhere. */
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type { Page as Tab } from 'playwright-core'
import type { Choice, PhoneClient } from '../../platform/phone/client'
import { type Words, written } from './reading'

/** What only the phone on this desk can do; no other has any of it. */
export type OnThisDesk = PhoneClient & {
  /** The tab it runs in: for its keyboard, and for what it hands to this computer. */
  readonly tab: Tab
}

export type PhoneInHand = {
  readonly app: MiniProgram
  readonly own: OnThisDesk | undefined
  /** How long a story waits for what comes next. */
  readonly patienceMs: number
  /** Until the page has come to rest, as far as that can be known. */
  rest(): Promise<void>
  /** Answers the sheet of WeChat that lies over the app. */
  answer(choice: Choice): Promise<void>
  /** The button opens the camera, and the code on the wall is before it. */
  scan(press: () => Promise<void>, scene: string): Promise<void>
  network(isOnline: boolean): Promise<void>
  /** Starts the app on this page, or on its first. */
  open(path: string | undefined): Promise<void>
  /** A service notice that says so comes, is seen, and is tapped. */
  tapNotice(words: Words, see: () => Promise<void>): Promise<void>
  close(): void
}

/** What is drawn anew while it is looked at is looked at once more. */
export async function until<Found>(
  { app, patienceMs, rest }: Pick<PhoneInHand, 'app' | 'patienceMs' | 'rest'>,
  what: string,
  look: () => Promise<Found | undefined | false>,
): Promise<Found> {
  const end = performance.now() + patienceMs
  for (;;) {
    let failure: unknown = ''
    const found = await look().catch((reason: unknown) => {
      failure = reason
    })
    if (found) return found
    if (performance.now() > end)
      throw new Error(`could not ${what}; on the screen:\n${(await written(app)).join('\n')}\n${failure}`)
    await rest()
  }
}
