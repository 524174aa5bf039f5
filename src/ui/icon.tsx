/** One glyph in the colour of a token. */
import { Image } from '@tarojs/components'
import { aria } from './aria'
import { glyphs, type IconName, type Tone, tones } from './glyphs'
import { svgSource } from './svg'
import './icon.css'

type Props = {
  readonly name: IconName
  readonly tone?: Tone
  readonly size?: number
  /** Width of the line on the grid of 24. */
  readonly line?: number
  /** On a filled disc of the tone, the glyph in white: a verdict's mark. */
  readonly isDisc?: boolean
}

const drawn = new Map<string, string>()

const draw = (name: IconName, tone: Tone, line: number, isDisc: boolean): string => {
  const colour = isDisc ? tones.white : tones[tone]
  const glyph = glyphs[name].replace(/currentColor/g, colour)
  const disc = isDisc ? `<circle cx="12" cy="12" r="11" fill="${tones[tone]}"/>` : ''
  const open = '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24">'
  const stroke = `stroke="${colour}" stroke-width="${line}" stroke-linecap="round" stroke-linejoin="round"`
  return svgSource(`${open}${disc}<g fill="none" ${stroke}>${glyph}</g></svg>`)
}

const sourceOf = (name: IconName, tone: Tone, line: number, isDisc: boolean): string => {
  const key = [name, tone, line, isDisc].join()
  const known = drawn.get(key) ?? draw(name, tone, line, isDisc)
  drawn.set(key, known)
  return known
}

export function Icon({ name, tone = 'ink2', size = 24, line = 2, isDisc = false }: Props) {
  const side = `calc(${size}px * (0.6 + 0.4 * var(--k)))`
  return (
    <Image
      className="nh-icon"
      src={sourceOf(name, tone, line, isDisc)}
      style={{ width: side, height: side }}
      {...aria({ isHidden: true })}
    />
  )
}
