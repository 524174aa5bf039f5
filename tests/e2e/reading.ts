/** What a person reads on the page in front, and finds there to tap or to fill in. */
import type Element from 'miniprogram-automator/out/Element'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type Page from 'miniprogram-automator/out/Page'

export type Words = string | RegExp

/** By the class it is drawn with: the same in every client of WeChat. */
export const TAPPABLE = [
  ...['.nh-btn', '.nh-row--tap', '.nh-option', '.nh-pick', '.nh-pick__option', '.nh-tile', '.nh-tab', '.nh-work'],
  ...['.nh-notice__way', '.nh-errors__item', '.nh-size__one', '.nh-switch', '.nh-sheet__close', '.home-size'],
  ...[
    '.home-door-link',
    '.desk-chip',
    '.wall-lamp',
    '.wall-chip',
    '.claim-card__head',
    '.wages-day',
    '.wages-hours__one',
  ],
].join(',')
export const FIELDS = '.nh-field,.nh-text'

export const isSaid = (said: string, words: Words): boolean =>
  typeof words === 'string' ? said === words : words.test(said)

const lines = (text: string): string[] => text.split('\n').map((line) => line.trim())

const labelOf = async (element: Element): Promise<string> => (await element.attribute('aria-label')) ?? ''

export async function pageOf(app: MiniProgram): Promise<Page> {
  const page = await app.currentPage()
  if (!page) throw new Error('no page is open')
  return page
}

const all = async (app: MiniProgram, selector: string): Promise<Element[]> => (await pageOf(app)).$$(selector)

export async function written(app: MiniProgram): Promise<string[]> {
  const found = await all(app, '.nh-screen')
  return (await Promise.all(found.map((one) => one.text()))).flatMap(lines)
}

/** Of several that say so the last, which lies on top. */
export async function labelled(app: MiniProgram, selector: string, words: Words): Promise<Element | undefined> {
  const found = await all(app, selector)
  const said = await Promise.all(found.map(async (one) => [await labelOf(one), ...lines(await one.text())]))
  return found.filter((_, at) => said[at]?.some((line) => isSaid(line, words))).at(-1)
}

/** A picture, drawn or fetched, has no words but those it is read out with. */
export async function pictured(app: MiniProgram): Promise<string[]> {
  return Promise.all((await all(app, 'image,.keepsake')).map(labelOf))
}
