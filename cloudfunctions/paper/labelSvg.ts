/** The label of a gift as one drawing, 100 mm by 60 at 200 dots an inch, black on white for a label printer. */
import { fitText, line } from './text'

const WIDTH = 787
const HEIGHT = 472
const EDGE = 36
const INNER = WIDTH - 2 * EDGE
const INK = '#000000'

export type LabelWords = {
  readonly number: string
  readonly gift: string
  readonly receiver: string
  readonly station: string
  readonly takenIn: string
}

const fitted = (text: string, y: number, sizes: readonly number[], weight: 400 | 700 = 400): string => {
  const { size, lines } = fitText(text, INNER, sizes, 1)
  return line(lines[0] ?? '', EDGE, y, { size, fill: INK, weight })
}

export const labelSvg = ({ number, gift, receiver, station, takenIn }: LabelWords): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans SC">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#FFFFFF"/>
<rect x="8" y="8" width="${WIDTH - 16}" height="${HEIGHT - 16}" rx="20" fill="none" stroke="${INK}" stroke-width="4"/>
${line('微心愿', EDGE, 70, { size: 34, fill: INK })}
${line(number, WIDTH - EDGE, 92, { size: 78, fill: INK, weight: 700, anchor: 'end', spacing: 2 })}
<path d="M${EDGE} 122H${WIDTH - EDGE}" stroke="${INK}" stroke-width="3"/>
${fitted(gift, 200, [62, 54, 46, 40], 700)}
${fitted(`给 ${receiver}`, 276, [50, 44])}
${fitted(station, 350, [42, 36, 30])}
${fitted(`${takenIn} 收`, 412, [34, 30])}
${line('凭领取码交到本人手上', WIDTH - EDGE, 412, { size: 30, fill: INK, anchor: 'end' })}
</svg>`
