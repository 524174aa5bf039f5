/** One person's phone, driven by miniprogram-automator as somebody uses it: by what is written on the screen. */
import { readFileSync } from 'node:fs'
import type Element from 'miniprogram-automator/out/Element'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type { Page as Tab } from 'playwright-core'
import type { Choice, PhoneClient } from '../../platform/phone/client'
import { keepPicture } from './pictures'
import { FIELDS, isSaid, labelled, pageOf, pictured, TAPPABLE, type Words, written } from './reading'
import { noteStep } from './steps'

const PATIENCE_MS = 20_000
/** Between two looks at a phone that cannot say when it has come to rest. */
const PAUSE_MS = 200

/** What only the phone on this desk can do; a developer tool has none of it. */
export type OnThisDesk = PhoneClient & {
  /** The tab it runs in: for its keyboard, and for what it hands to this computer. */
  readonly tab: Tab
}

export class Handset {
  private readonly refused: string[] = []

  constructor(
    readonly story: string,
    private readonly app: MiniProgram,
    private readonly own: OnThisDesk | undefined,
  ) {}

  async sees(words: Words): Promise<void> {
    await this.until(`see ${words}`, async () => (await written(this.app)).some((line) => isSaid(line, words)))
  }

  async seesNo(words: Words): Promise<void> {
    await this.until(`lose ${words}`, async () => !(await written(this.app)).some((line) => isSaid(line, words)))
  }

  async seesPicture(label: string): Promise<void> {
    await this.until(`see the picture ${label}`, async () => (await pictured(this.app)).includes(label))
  }

  async seesNoPicture(label: string): Promise<void> {
    await this.until(`lose the picture ${label}`, async () => !(await pictured(this.app)).includes(label))
  }

  /** What stands at a place that has no words of its own to be found by. */
  textAt(selector: string): Promise<string> {
    return this.until(`read ${selector}`, async () => (await (await pageOf(this.app)).$(selector))?.text())
  }

  async tap(words: Words): Promise<void> {
    await this.until(`tap ${words}`, async () => {
      const element = await labelled(this.app, TAPPABLE, words)
      await element?.tap()
      return element !== undefined
    })
    await this.rest()
    await this.note(`tap ${words}`)
  }

  async taps(...all: readonly Words[]): Promise<void> {
    for (const words of all) await this.tap(words)
  }

  /** Without a finger: the key of somebody who has a keyboard at their phone. */
  async press(words: Words, key: 'Enter' | 'Space'): Promise<void> {
    const { tab } = this.mine('keys are pressed')
    const element = await this.until(`find ${words}`, () => labelled(this.app, TAPPABLE, words))
    const label = await element.attribute('aria-label')
    await tab.getByLabel(label, { exact: true }).last().focus()
    await tab.keyboard.press(key)
    await this.rest()
    await this.note(`press ${words}`)
  }

  /** Types as somebody does who reads the question over the field. */
  async write(question: string, answer: string): Promise<void> {
    const field = await this.until(`find the field ${question}`, () => labelled(this.app, FIELDS, question))
    await (field as Element & { input(text: string): Promise<void> }).input(answer)
    await this.rest()
    await this.note(`type ${question}`)
  }

  async answerIn(question: string): Promise<string> {
    const field = await this.until(`find the field ${question}`, () => labelled(this.app, FIELDS, question))
    return String(await field.value())
  }

  /** From the list a question opens. */
  async pick(question: string, answer: string): Promise<void> {
    await this.tap(new RegExp(`^${question}，`))
    await this.tap(answer)
  }

  /** Kept beside the story for whoever looks at them. */
  async photograph(name: string): Promise<void> {
    await this.rest()
    keepPicture(this.story, name, Buffer.from(String(await this.app.screenshot()), 'base64'))
  }

  /** The code on the wall is held before the camera. */
  async scan(button: Words, scene: string): Promise<void> {
    if (this.own) return this.shows(button, { text: scene })
    const path = `pages/worker/scan/index?scene=${encodeURIComponent(scene)}`
    await this.app.mockWxMethod('scanCode', { path, errMsg: 'scanCode:ok' })
    await this.tap(button)
  }

  /** A picture from the album instead of the wall: the code in it is really read. */
  scanPicture(button: Words, picture: Buffer): Promise<void> {
    return this.shows(button, { files: [{ name: 'code.png', base64: picture.toString('base64') }] })
  }

  async answer(choice: Choice): Promise<void> {
    const own = this.mine('sheets are answered')
    await this.until(`have the sheet ${choice.sheet} open`, async () => (await own.layer()).sheet === choice.sheet)
    await own.answer(choice)
    await this.rest()
    await this.note(`answer ${choice.sheet}`)
  }

  /** On the sheet of WeChat that lies over the app. */
  async sheetSays(words: string): Promise<void> {
    await this.mine('sheets are read').tab.getByRole('dialog').last().getByText(words).waitFor()
  }

  /** What the phone keeps on this computer while this is done: a picture as in its album, a document. */
  async keeps(doing: () => Promise<void>): Promise<Buffer> {
    const { tab } = this.mine('what is kept is read')
    const [download] = await Promise.all([tab.waitForEvent('download'), doing()])
    return readFileSync(await download.path())
  }

  /** The document that is open is kept. */
  keepsDocument(): Promise<Buffer> {
    const { tab } = this.mine('documents are read')
    return this.keeps(() => tab.getByRole('button', { name: '存到这台电脑' }).click())
  }

  /** A service notice of WeChat comes, and is tapped. */
  async opensNotice(words: Words): Promise<void> {
    const own = this.mine('notices are opened')
    const said = async (): Promise<string[]> =>
      (await own.notices()).flatMap(({ rows }) => rows.map(({ value }) => value))
    await this.until(`be told ${words}`, async () => (await said()).some((line) => isSaid(line, words)))
    await this.photograph('notice')
    await own.openNotice()
    await this.rest()
    await this.note(`open the notice ${words}`)
  }

  async network(isOnline: boolean): Promise<void> {
    await (isOnline ? this.own?.goOnline() : this.own?.goOffline())
    await this.rest()
    await this.note(isOnline ? 'signal' : 'no signal')
  }

  /** What a real phone would have refused, since the story began. */
  async faults(): Promise<readonly string[]> {
    const found = (await this.own?.faults({ clear: true })) ?? []
    this.refused.push(...found.map(({ kind, words }) => `${this.story}: ${kind}: ${words}`))
    return this.refused
  }

  /** The app is started again, as after the phone was put away. */
  async reopen(path?: string): Promise<void> {
    await this.faults()
    if (this.own) await this.own.launch(path)
    else await this.app.callWxMethod('reLaunch', { url: path ?? '/pages/home/index' })
    await this.rest()
    await this.note(`open ${path ?? 'the app'}`)
  }

  async close(): Promise<void> {
    this.app.disconnect()
    this.own?.close()
  }

  private mine(what: string): OnThisDesk {
    if (this.own) return this.own
    throw new Error(`${what} by hand in a developer tool`)
  }

  private async shows(button: Words, code: Pick<Choice, 'text' | 'files'>): Promise<void> {
    await this.tap(button)
    await this.answer({ sheet: 'scan', ...code })
  }

  private async rest(): Promise<void> {
    if (this.own) await this.own.idle()
    else await (await pageOf(this.app)).waitFor(PAUSE_MS)
  }

  private async note(step: string): Promise<void> {
    if (this.own) noteStep(this.story, step, await this.own.stats({ clear: true }))
  }

  /** What is drawn anew while it is looked at is looked at once more. */
  private async until<Found>(what: string, look: () => Promise<Found | undefined | false>): Promise<Found> {
    const end = performance.now() + PATIENCE_MS
    for (;;) {
      let failure: unknown = ''
      const found = await look().catch((reason: unknown) => {
        failure = reason
      })
      if (found) return found
      if (performance.now() > end)
        throw new Error(`could not ${what}; on the screen:\n${(await written(this.app)).join('\n')}\n${failure}`)
      await this.rest()
    }
  }
}
