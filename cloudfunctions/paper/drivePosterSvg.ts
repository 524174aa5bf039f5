/** The poster of a wish drive as one drawing, A4 at 200 dots an inch: the wall at night, and the way onto it. */
import { festiveDefs, lantern } from './festive'
import { palette } from './palette'
import { fitText, line } from './text'

const WIDTH = 1654
const HEIGHT = 2339
/** On paper 76 mm: what a phone reads across a table. */
export const CODE_SIZE = 600

const MIDDLE = WIDTH / 2
const EDGE = 110
const INNER = WIDTH - 2 * EDGE
const CARD = { top: 1260, height: 800 }

export type DriveWords = { readonly title: string; readonly kinds: string; readonly until: string }

const garland = (
  y: number,
  sag: number,
  lamps: readonly (readonly [part: number, drop: number, scale: number])[],
): string => `
<path d="M-20 ${y}Q${MIDDLE} ${y + sag * 2} ${WIDTH + 20} ${y}" fill="none" stroke="${palette.gold}" stroke-width="5" opacity=".8"/>
${lamps.map(([part, drop, scale]) => lantern(WIDTH * part, y + drop, scale)).join('')}`

const head = ({ title }: DriveWords): string => {
  const { size, lines } = fitText(title, INNER, [104, 92, 80], 2)
  return [
    line('点亮微心愿', MIDDLE, 220, { size: 64, fill: palette.gold, weight: 700, anchor: 'middle', spacing: 10 }),
    ...lines.map((text, row) =>
      line(text, MIDDLE, 350 + row * size * 1.2, { size, fill: '#FFFFFF', weight: 700, anchor: 'middle', spacing: 2 }),
    ),
  ].join('')
}

/** `picture` is the code as a data URI. */
export const drivePosterSvg = (words: DriveWords, picture: string): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans SC">
<defs>${festiveDefs}</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.night}"/>
${head(words)}
${garland(560, 60, [
  [0.18, 96, 3.2],
  [0.5, 118, 4.2],
  [0.82, 96, 3.2],
])}
${garland(800, 50, [
  [0.12, 74, 2.4],
  [0.36, 96, 2.8],
  [0.64, 96, 2.8],
  [0.88, 74, 2.4],
])}
${line('一盏灯，是一个人过年的小心愿', MIDDLE, 1176, { size: 58, fill: palette.moon, anchor: 'middle', spacing: 2 })}
<rect x="${EDGE}" y="${CARD.top}" width="${INNER}" height="${CARD.height}" rx="56" fill="${palette.card}"/>
<image x="${MIDDLE - CODE_SIZE / 2}" y="${CARD.top + 50}" width="${CODE_SIZE}" height="${CODE_SIZE}" href="${picture}"/>
${line('微信扫一扫，点亮一盏', MIDDLE, CARD.top + 740, { size: 62, fill: palette.ink, weight: 700, anchor: 'middle' })}
${line(words.kinds, MIDDLE, 2146, { size: fitText(words.kinds, INNER, [48, 42, 36], 1).size, fill: palette.moon, anchor: 'middle' })}
${line('不用付钱，买好送到工会。两边都不知道对方是谁。', MIDDLE, 2212, { size: 42, fill: palette.moon, anchor: 'middle' })}
${line(words.until, MIDDLE, 2280, { size: 40, fill: palette.gold, anchor: 'middle' })}
</svg>`
