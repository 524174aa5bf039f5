/** What a story is: a page in one of its main states, on the phone of somebody who has business there. */
import type { Page } from 'playwright-core'
import type { Props } from './cast'
import { settled } from './settled'

export type State = {
  readonly name: string
  /** Whose phone. */
  readonly as: string
  readonly query?: (props: Props) => string
  /** What the phone has kept of a registration from before. */
  readonly draft?: (props: Props) => Readonly<Record<string, string>>
  /** What else it has kept, under its name. */
  readonly kept?: (props: Props) => Readonly<Record<string, unknown>>
  /** What they do before we look. */
  readonly does?: (page: Page, props: Props) => Promise<unknown>
}

/** Page by page, as in app.json. */
export type Stories = Readonly<Record<string, readonly State[]>>

/** On WeChat’s own sheet, which would lie over what we look at. */
export const NO_NOTICES = '取消'

/** The words as a person sees them; of pages lying under each other, on the one in front. */
export const inFront = (page: Page, words: string | RegExp) =>
  page.getByText(words, { exact: true }).filter({ visible: true }).last()

export const tap = (words: string) => (page: Page) => inFront(page, words).click()

/** One after the other, each on what the one before it drew. */
export const taps =
  (...all: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const words of all) {
      await settled(page)
      await tap(words)(page)
    }
  }
