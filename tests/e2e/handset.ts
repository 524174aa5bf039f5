/** One person's phone, driven by miniprogram-automator as somebody uses it: by what is written on the screen. */
import { readFileSync } from 'node:fs'
import type Element from 'miniprogram-automator/out/Element'
import { phoneWith } from '../../config/run/demo/caller'
import type { Choice } from '../../platform/phone/client'
import { type OnThisDesk, type PhoneInHand, until } from './phone-in-hand'
import { keepPicture } from './pictures'
import { FIELDS, isSaid, labelled, pageOf, pictured, TAPPABLE, type Words, written } from './reading'
import { noteStep } from './steps'

/** Runs within the app, on the phone: as old a language as the oldest phone's. */
const CALL =
  'function (name, call) { return wx.cloud.callFunction({ name: name, data: call }).then(function (r) { return r.result }) }'

export class Handset {
  private readonly refused: string[] = []

  /** What this person’s phone is answered by the cloud, as the app on it would be; WeChat says who they are. */
  readonly asks = phoneWith({ call: (name, { event }) => this.app.evaluate(CALL, name, event) }, '')

  constructor(
    readonly story: string,
    private readonly phone: PhoneInHand,
  ) {}

  private get app() {
    return this.phone.app
  }

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
    await this.phone.scan(() => this.tap(button), scene)
    await this.rest()
    await this.note('scan')
  }

  /** A picture from the album instead of the wall: the code in it is really read. */
  async scanPicture(button: Words, picture: Buffer): Promise<void> {
    await this.tap(button)
    await this.answer({ sheet: 'scan', files: [{ name: 'code.png', base64: picture.toString('base64') }] })
  }

  async answer(choice: Choice): Promise<void> {
    await this.phone.answer(choice)
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
    await this.phone.tapNotice(words, () => this.photograph('notice'))
    await this.rest()
    await this.note(`open the notice ${words}`)
  }

  async network(isOnline: boolean): Promise<void> {
    await this.phone.network(isOnline)
    await this.rest()
    await this.note(isOnline ? 'signal' : 'no signal')
  }

  /** What a real phone would have refused, since the story began. */
  async faults(): Promise<readonly string[]> {
    const found = (await this.phone.own?.faults({ clear: true })) ?? []
    this.refused.push(...found.map(({ kind, words }) => `${this.story}: ${kind}: ${words}`))
    return this.refused
  }

  /** The app is started again, as after the phone was put away. */
  async reopen(path?: string): Promise<void> {
    await this.faults()
    await this.phone.open(path)
    await this.rest()
    await this.note(`open ${path ?? 'the app'}`)
  }

  /** WeChat has fetched the new release while the app runs. */
  async fetchesUpdate(): Promise<void> {
    await this.mine('a release is fetched').updateFetched()
    await this.rest()
  }

  private mine(what: string): OnThisDesk {
    if (this.phone.own) return this.phone.own
    throw new Error(`${what} on this desk alone: its test belongs under onThisDesk`)
  }

  private rest(): Promise<void> {
    return this.phone.rest()
  }

  private async note(step: string): Promise<void> {
    if (this.phone.own) noteStep(this.story, step, await this.phone.own.stats({ clear: true }))
  }

  private until<Found>(what: string, look: () => Promise<Found | undefined | false>): Promise<Found> {
    return until(this.phone, what, look)
  }
}
