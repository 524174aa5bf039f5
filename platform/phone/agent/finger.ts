/** One finger on the screen of a phone in Chromium: what it does reaches the page as a person's own touch does. */
import type { Page } from 'playwright-core'

const strokes = ['tap', 'down', 'move', 'up'] as const
type Stroke = (typeof strokes)[number]
const isStroke = (value: unknown): value is Stroke => strokes.some((stroke) => stroke === value)

async function draw(page: Page, stroke: Stroke, x: number, y: number): Promise<void> {
  const { mouse } = page
  if (stroke === 'tap') return mouse.click(x, y)
  await mouse.move(x, y)
  if (stroke === 'down') await mouse.down()
  if (stroke === 'up') await mouse.up()
}

/** Strokes of several who ask at once are drawn one after the other. */
export async function lendFinger(page: Page): Promise<void> {
  let line: Promise<unknown> = Promise.resolve()
  await page.exposeFunction('phoneFinger', (stroke: unknown, x: unknown, y: unknown) => {
    if (!isStroke(stroke)) throw new Error(`a finger knows no ${String(stroke)}`)
    const drawn = line.then(() => draw(page, stroke, Number(x), Number(y)))
    line = drawn.catch(() => undefined)
    return drawn
  })
}
