/** The poster of a site as one drawing, A4 at 200 dots an inch: read from three steps away, scanned from two. */
import { hotlines } from '../../domain/kernel/hotlines'
import { festiveDefs, sky } from './festive'
import { palette } from './palette'
import { fitText, line } from './text'

export const WIDTH = 1654
export const HEIGHT = 2339
/** On paper 91 mm: what a phone reads across a doorway. */
export const CODE_SIZE = 720

const SKY = 600
const EDGE = 100
const MIDDLE = WIDTH / 2
const INNER = WIDTH - 2 * EDGE
const CARD = { top: 470, height: 1252 }
/** The code keeps its place however long the name above it is. */
const CODE_TOP = CARD.top + 298

export type PosterWords = {
  readonly name: string
  readonly address: string
  readonly printedCode: string
  readonly keeperName: string
  readonly keeperPhone: string
}

const [hotline] = hotlines

const title = (): string =>
  [
    line('暖沪', EDGE, 120, { size: 54, fill: palette.moon, weight: 700, spacing: 8 }),
    line('在这里过年', EDGE, 252, { size: 116, fill: '#FFFFFF', weight: 700, spacing: 2 }),
    line('扫码登记', EDGE, 396, { size: 116, fill: '#FFFFFF', weight: 700, spacing: 2 }),
  ].join('')

/** One line of name or two smaller ones, and one of address: what stands below keeps its place. */
const place = ({ name, address }: PosterWords): string => {
  const oneLine = fitText(name, INNER - 60, [88, 76], 1)
  const big = oneLine.lines.length === 1 ? oneLine : fitText(name, INNER - 60, [66, 60, 54], 2)
  const small = fitText(address, INNER - 60, [44, 38, 32, 28, 23], 1)
  const step = big.size * 1.2
  const height = big.lines.length * step + small.size * 1.5
  const top = CARD.top + 20 + (CODE_TOP - CARD.top - 50 - height) / 2
  const names = big.lines.map((text, row) =>
    line(text, MIDDLE, top + big.size * 0.95 + row * step, {
      size: big.size,
      fill: palette.ink,
      weight: 700,
      anchor: 'middle',
    }),
  )
  const below = top + big.lines.length * step + small.size * 1.25
  return [
    ...names,
    ...small.lines.map((text) => line(text, MIDDLE, below, { size: small.size, fill: palette.ink2, anchor: 'middle' })),
  ].join('')
}

const code = ({ printedCode }: PosterWords, picture: string): string => {
  const top = CODE_TOP
  const left = MIDDLE - CODE_SIZE / 2
  const around = 26
  const [l, r, t, b] = [left - around, left + CODE_SIZE + around, top - around, top + CODE_SIZE + around]
  return `
<image x="${left}" y="${top}" width="${CODE_SIZE}" height="${CODE_SIZE}" href="${picture}"/>
<g fill="none" stroke="${palette.red}" stroke-width="12" stroke-linecap="round">
  <path d="M${l} ${t + 84}V${t + 30}Q${l} ${t} ${l + 30} ${t}H${l + 84}"/>
  <path d="M${r} ${t + 84}V${t + 30}Q${r} ${t} ${r - 30} ${t}H${r - 84}"/>
  <path d="M${l} ${b - 84}V${b - 30}Q${l} ${b} ${l + 30} ${b}H${l + 84}"/>
  <path d="M${r} ${b - 84}V${b - 30}Q${r} ${b} ${r - 30} ${b}H${r - 84}"/>
</g>
${line('扫不了？在小程序里输编号', MIDDLE, top + CODE_SIZE + 90, { size: 40, fill: palette.ink2, anchor: 'middle' })}
${line(printedCode, MIDDLE, top + CODE_SIZE + 182, { size: 86, fill: palette.ink, weight: 700, anchor: 'middle', spacing: 4 })}`
}

const steps = [
  ['扫一扫', '打开微信，扫这个码'],
  ['看说明，同意', '收什么、为什么，都写着'],
  ['填三页', '三分钟填好，有人核实'],
] as const

const howTo = (): string =>
  steps
    .map(([head, words], index) => {
      const x = EDGE + (INNER / 3) * (index + 0.5)
      return `
<circle cx="${x}" cy="1806" r="40" fill="${palette.red}"/>
${line(String(index + 1), x, 1824, { size: 50, fill: '#FFFFFF', weight: 700, anchor: 'middle' })}
${line(head, x, 1912, { size: 58, fill: palette.ink, weight: 700, anchor: 'middle' })}
${line(words, x, 1972, { size: 36, fill: palette.ink2, anchor: 'middle' })}`
    })
    .join('') +
  [1, 2]
    .map((between) => EDGE + (INNER / 3) * between)
    .map(
      (x) =>
        `<path d="M${x - 10} 1786l20 20-20 20" fill="none" stroke="${palette.red}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>`,
    )
    .join('')

const promise = (): string => `
<rect x="${EDGE}" y="2026" width="${INNER}" height="108" rx="54" fill="${palette.goldTint}" stroke="${palette.gold}" stroke-width="4"/>
${line('不收钱，不用交押金', MIDDLE, 2100, { size: 60, fill: palette.goldInk, weight: 700, anchor: 'middle', spacing: 3 })}`

const foot = ({ keeperName, keeperPhone }: PosterWords): string => {
  const half = INNER / 2
  const keeper = fitText(keeperName, half - 150, [50, 42, 34, 28], 1)
  return `
${line('谁管', EDGE, 2206, { size: 36, fill: palette.ink2 })}
${line(keeper.lines[0] ?? '', EDGE + 96, 2206, { size: keeper.size, fill: palette.ink, weight: 700 })}
${line('电话', EDGE, 2272, { size: 36, fill: palette.ink2 })}
${line(keeperPhone, EDGE + 96, 2272, { size: 50, fill: palette.ink, weight: 700 })}
<path d="M${MIDDLE} 2168V2284" stroke="${palette.line}" stroke-width="4"/>
${line('不清楚、有难处', MIDDLE + 50, 2212, { size: 38, fill: palette.ink2 })}
${line(hotline.number, WIDTH - EDGE, 2272, { size: 112, fill: palette.red, weight: 700, anchor: 'end' })}
${line('打这个，全天有人接', MIDDLE + 50, 2268, { size: 34, fill: palette.ink2 })}`
}

/** `picture` is the code as a data URI. */
export const posterSvg = (words: PosterWords, picture: string): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Noto Sans SC">
<defs>${festiveDefs}</defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.paper}"/>
${sky(WIDTH, SKY, CARD.top + 40)}
${title()}
<rect x="${EDGE - 40}" y="${CARD.top}" width="${INNER + 80}" height="${CARD.height}" rx="56" fill="${palette.card}" stroke="${palette.line}" stroke-width="3"/>
${place(words)}
${code(words, picture)}
${howTo()}
${promise()}
${foot(words)}
</svg>`
