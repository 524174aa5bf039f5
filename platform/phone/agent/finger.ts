/** One finger on the screen of a phone in Chromium: what it does reaches the page as a person's own touch does. */
import type { Page } from 'playwright-core'

const strokes = ['tap', 'down', 'move', 'up'] as const
type Stroke = (typeof strokes)[number]
const isStroke = (value: unknown): value is Stroke => strokes.some((stroke) => stroke === value)

class Finger {
  private at = ''

  constructor(private readonly page: Page) {}

  async draw(stroke: Stroke, x: number, y: number): Promise<void> {
    const { mouse } = this.page
    if (stroke === 'down' || stroke === 'tap' || this.at !== `${x},${y}`) await mouse.move(x, y)
    this.at = `${x},${y}`
    if (stroke === 'down' || stroke === 'tap') await mouse.down()
    if (stroke === 'up' || stroke === 'tap') await mouse.up()
  }
}

/** Strokes of several who ask at once are drawn one after the other. */
export async function lendFinger(page: Page): Promise<void> {
  const finger = new Finger(page)
  let line: Promise<unknown> = Promise.resolve()
  await page.exposeFunction('phoneFinger', (stroke: unknown, x: unknown, y: unknown) => {
    if (!isStroke(stroke)) throw new Error(`a finger knows no ${String(stroke)}`)
    const drawn = line.then(() => finger.draw(stroke, Number(x), Number(y)))
    line = drawn.catch(() => undefined)
    return drawn
  })
}
