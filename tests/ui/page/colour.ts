/** Colours as WCAG 2.2 counts them: what really lies behind a piece of text, and how far the two are apart. */
import { ancestors } from './seen'

export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

const WHITE: Colour = [255, 255, 255, 1]

export function colourOf(text: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
  return [red, green, blue, alpha]
}

const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => [
  r * a + red * (1 - a),
  g * a + green * (1 - a),
  b * a + blue * (1 - a),
  1,
]

const faded = ([red, green, blue, alpha]: Colour, opacity: number): Colour => [red, green, blue, alpha * opacity]

const linear = (part: number): number => {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const brightness = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

const ratio = (one: Colour, other: Colour): number => {
  const [dark = 0, light = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** A gradient is judged at each of its stops. */
const paints = (element: Element): Colour[] => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const stops = backgroundImage.includes('gradient') ? (backgroundImage.match(/rgba?\([^)]*\)/g) ?? []) : []
  return stops.length > 0 ? stops.map(colourOf) : [colourOf(backgroundColor)]
}

/** Every colour that may lie behind this element, its own paint included. */
export function groundsOf(element: Element): Colour[] {
  let grounds: Colour[] = [WHITE]
  for (const layer of ancestors(element).reverse()) {
    const painted = paints(layer)
    grounds = grounds.flatMap((ground) => painted.map((paint) => over(paint, ground)))
  }
  return grounds
}

const opacityOf = (element: Element): number =>
  ancestors(element).reduce((product, layer) => product * Number(getComputedStyle(layer).opacity), 1)

/** The worst contrast of this colour on what lies behind the element. */
export function contrastOn(element: Element, ink: string): number {
  const colour = faded(colourOf(ink), opacityOf(element))
  return Math.min(...groundsOf(element).map((ground) => ratio(over(colour, ground), ground)))
}
