/** The numbers of a drive as a picture for the album: drawn on a canvas in the size a phone's screen shows it. */
import { sayDay, toDay } from '../../../domain/kernel/time'
import type { Numbers } from './numbers'
import { funnelOf, sumLine } from './numbers'

/** What of a canvas is drawn with. */
export type Pen = Pick<CanvasRenderingContext2D, 'fillStyle' | 'font' | 'textAlign' | 'fillRect' | 'fillText'>

export const WIDTH = 600
export const HEIGHT = 760
const EDGE = 40
const FIRST_BAR = 190
const STEP = 105
const BAR = 34
const MOST_SIGNS = 27

const ink = '#241A15'
const soft = '#5C4F47'

/** A line too long for the picture goes on in the next. */
const lines = (text: string): string[] =>
  text.length <= MOST_SIGNS ? [text] : [text.slice(0, MOST_SIGNS), ...lines(text.slice(MOST_SIGNS))]

export const drawNumbers = (pen: Pen, numbers: Numbers, now: Date): void => {
  const { drive } = numbers
  const write = (text: string, x: number, y: number, font: string, colour = ink) => {
    pen.font = font
    pen.fillStyle = colour
    pen.fillText(text, x, y)
  }
  pen.fillStyle = '#FFF8F1'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = '#C8281E'
  pen.fillRect(0, 0, WIDTH, 12)
  pen.textAlign = 'left'
  write(drive.title, EDGE, 80, 'bold 36px sans-serif')
  write(
    `${sayDay(toDay(drive.opensOn), now)} 到 ${sayDay(toDay(drive.endsOn), now)}`,
    EDGE,
    122,
    '22px sans-serif',
    soft,
  )
  for (const [at, { word, count, share }] of funnelOf(numbers).entries()) {
    const top = FIRST_BAR + at * STEP
    pen.fillStyle = '#F7EDE3'
    pen.fillRect(EDGE, top + 20, WIDTH - 2 * EDGE, BAR)
    pen.fillStyle = '#C8281E'
    pen.fillRect(EDGE, top + 20, ((WIDTH - 2 * EDGE) * share) / 100, BAR)
    write(`${word} ${count}`, EDGE, top + 6, 'bold 28px sans-serif')
  }
  for (const [at, line] of lines(sumLine(numbers)).entries())
    write(line, EDGE, FIRST_BAR + 4 * STEP + 24 + at * 32, '20px sans-serif', soft)
  write('暖沪 · 点亮微心愿', EDGE, HEIGHT - 36, '22px sans-serif', soft)
}
