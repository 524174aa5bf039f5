/** One person's phone, driven by miniprogram-automator as somebody uses it: by what is written on the screen. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Element from 'miniprogram-automator/out/Element'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'
import type { PhoneClient } from '../../platform/phone/client'
import { noteStep } from './steps'

const PATIENCE_MS = 20_000
/** Between two looks at a phone that cannot say when it has come to rest. */
const PAUSE_MS = 200
const screens = join(__dirname, 'screens')

type Words = string | RegExp

/** What can be tapped, by the class it is drawn with: the same in every client of WeChat. */
const TAPPABLE = [
  ...['.nh-btn', '.nh-row--tap', '.nh-option', '.nh-pick', '.nh-pick__option', '.nh-tile', '.nh-tab', '.nh-work'],
  ...['.nh-notice__way', '.nh-errors__item', '.nh-size__one', '.nh-switch', '.nh-sheet__close', '.home-size'],
].join(',')
const FIELDS = '.nh-field,.nh-long'

const isSaid = (said: string, words: Words): boolean => (typeof words === 'string' ? said === words : words.test(said))

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim())

export class Handset {
  private readonly refused: string[] = []

  constructor(
    readonly story: string,
    private readonly app: MiniProgram,
    /** What only the phone on this desk can do; a developer tool has none of it. */
    private readonly own: PhoneClient | undefined,
  ) {}

  async sees(words: Words): Promise<void> {
    await this.until(`see ${words}`, async () => (await this.written()).some((line) => isSaid(line, words)))
  }

  async tap(words: Words): Promise<void> {
    const element = await this.find(words)
    await element.tap()
    await this.rest()
    await this.note(`tap ${words}`)
  }

  /** Types as somebody does who reads the question over the field. */
  async write(question: string, answer: string): Promise<void> {
    const field = await this.until(`find the field ${question}`, async () => this.labelled(FIELDS, question))
    await (field as Element & { input(text: string): Promise<void> }).input(answer)
    await this.rest()
    await this.note(`type ${question}`)
  }

  async answerIn(question: string): Promise<string> {
    const field = await this.until(`find the field ${question}`, async () => this.labelled(FIELDS, question))
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
    const picture = await this.app.screenshot()
    mkdirSync(screens, { recursive: true })
    writeFileSync(join(screens, `${this.story}-${name}.png`), Buffer.from(String(picture), 'base64'))
  }

  /** The code on the wall is held before the camera. */
  async scan(button: Words, scene: string): Promise<void> {
    if (!this.own) {
      await this.app.mockWxMethod('scanCode', {
        path: `pages/worker/scan/index?scene=${encodeURIComponent(scene)}`,
        errMsg: 'scanCode:ok',
      })
      await this.tap(button)
      return
    }
    const opening = this.tap(button)
    await this.answer({ sheet: 'scan', text: scene })
    await opening
  }

  async answer(choice: Parameters<PhoneClient['answer']>[0]): Promise<void> {
    const { own } = this
    if (!own) throw new Error('a developer tool’s sheets are answered by hand')
    await this.until(`have the sheet ${choice.sheet} open`, async () => (await own.layer()).sheet === choice.sheet)
    await own.answer(choice)
    await this.rest()
  }

  /** A service notice of WeChat comes, and is tapped. */
  async opensNotice(words: Words): Promise<void> {
    const { own } = this
    if (!own) throw new Error('a notice is opened by hand in WeChat itself')
    const said = async (): Promise<string[]> =>
      (await own.notices()).flatMap(({ rows }) => rows.map(({ value }) => value))
    await this.until(`be told ${words}`, async () => (await said()).some((line) => isSaid(line, words)))
    await this.photograph('notice')
    await own.openNotice()
    await this.rest()
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

  private async page(): Promise<Page> {
    const page = await this.app.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }

  private async written(): Promise<string[]> {
    const found: Element[] = await (await this.page()).$$('.nh-screen')
    return (await Promise.all(found.map((one) => one.text()))).flatMap(lines)
  }

  private async labelled(selector: string, words: Words): Promise<Element | undefined> {
    const found: Element[] = await (await this.page()).$$(selector)
    const said = await Promise.all(
      found.map(async (one) => [(await one.attribute('aria-label')) ?? '', ...lines(await one.text())]),
    )
    return found.filter((_, at) => said[at]?.some((line) => isSaid(line, words))).at(-1)
  }

  private find(words: Words): Promise<Element> {
    return this.until(`find ${words}`, () => this.labelled(TAPPABLE, words))
  }

  private async rest(): Promise<void> {
    if (this.own) await this.own.idle()
    else await (await this.page()).waitFor(PAUSE_MS)
  }

  private async note(step: string): Promise<void> {
    if (this.own) noteStep(this.story, step, await this.own.stats({ clear: true }))
  }

  private async until<Found>(what: string, look: () => Promise<Found | undefined | false>): Promise<Found> {
    const end = performance.now() + PATIENCE_MS
    for (;;) {
      const found = await look()
      if (found) return found
      if (performance.now() > end)
        throw new Error(`could not ${what}; on the screen:\n${(await this.written()).join('\n')}`)
      await this.rest()
    }
  }
}
