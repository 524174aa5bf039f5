/** Words on a drawing: escaped, and made to fit a width, because SVG neither wraps nor shrinks. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')

/** In ems, on the generous side: a Latin letter or figure is about half as wide as a Chinese sign. */
const widthOf = (sign: string): number => ((sign.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1)

export type Fitted = { readonly size: number; readonly lines: readonly string[] }

const wrapped = (text: string, ems: number): string[] => {
  const lines = ['']
  let used = 0
  for (const sign of text) {
    const width = widthOf(sign)
    if (used + width > ems) {
      lines.push('')
      used = 0
    }
    lines[lines.length - 1] += sign
    used += width
  }
  return lines
}

/** The largest of the sizes at which the text stands in so many lines; the smallest when it stands in none. */
export const fitText = (text: string, width: number, sizes: readonly number[], maxLines: number): Fitted => {
  const fitted = sizes.map((size) => ({ size, lines: wrapped(text, width / size) }))
  const fallback = { size: 1, lines: [text] }
  return fitted.find(({ lines }) => lines.length <= maxLines) ?? fitted.at(-1) ?? fallback
}

type Style = {
  readonly size: number
  readonly fill: string
  readonly weight?: 400 | 700
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly spacing?: number
}

/** One line, its baseline at y. */
export const line = (
  text: string,
  x: number,
  y: number,
  { size, fill, weight = 400, anchor = 'start', spacing = 0 }: Style,
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" letter-spacing="${spacing}">${escaped(text)}</text>`
