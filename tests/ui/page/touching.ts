/** Whether what can be tapped can be hit with a glove on and has a name for whoever does not see it. */
import { ancestors, isSeen, nameOf, seen } from './seen'

const tappable =
  '[role="button"],[role="radio"],[role="checkbox"],[role="switch"],[role="link"],button,a[href],input,textarea'

/** A field inside its frame is one target with it. */
const targetOf = (element: Element): Element => element.closest('wx-input,wx-textarea') ?? element

const hasTappableOutside = (element: Element): boolean => element.parentElement?.closest(tappable) != null

const targets = (): Element[] => [
  ...new Set(
    seen(tappable)
      .filter((element) => !hasTappableOutside(element))
      .map(targetOf),
  ),
]

const roughly = ({ width, height }: DOMRect): string => `${Math.round(width)}×${Math.round(height)}`

const tooSmall =
  (least: number) =>
  (target: Element): string[] => {
    const rect = target.getBoundingClientRect()
    const isSmall = rect.width < least - 0.5 || rect.height < least - 0.5
    return isSmall ? [`target ${roughly(rect)} < ${least}: ${nameOf(target)}`] : []
  }

const LEAST_GAP = 8

/** Rows of one list and tabs of one bar share an edge: each is a target as wide as the list and parted by a line. */
const areNeighbours = (one: Element, other: Element): boolean =>
  one.parentElement === other.parentElement &&
  [one, other].every((target) => target.matches('.nh-row,.nh-work,.nh-tab,.nh-errors__item'))

const stays = (layer: Element): boolean => ['sticky', 'fixed'].includes(getComputedStyle(layer).position)

const scrolls = (layer: Element): boolean =>
  ['auto', 'scroll'].includes(getComputedStyle(layer).overflowY) && layer.scrollHeight > layer.clientHeight

/** What stays while something scrolls, a bar or the foot of a sheet, hides some of it for a moment. */
const layerOf = (target: Element): Element | undefined =>
  ancestors(target).find((layer) => stays(layer) || (layer !== target && scrolls(layer)))

function gap(one: DOMRect, other: DOMRect): number {
  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right)
  const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom)
  return Math.max(across, down)
}

function tooNear(all: readonly Element[]): string[] {
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => {
      if (areNeighbours(one, other) || layerOf(one) !== layerOf(other)) return []
      const found = gap(one.getBoundingClientRect(), other.getBoundingClientRect())
      return found < LEAST_GAP - 0.5 ? [`gap ${found.toFixed(0)} < 8: ${nameOf(one)} and ${nameOf(other)}`] : []
    }),
  )
}

export const sizes = (least: number): string[] => {
  const all = targets()
  return [...all.flatMap(tooSmall(least)), ...tooNear(all)]
}

const spoken = (element: Element): string =>
  [
    element.getAttribute('aria-label'),
    element.textContent,
    element.querySelector('[aria-label]')?.getAttribute('aria-label'),
  ]
    .join('')
    .trim()

const unnamed = (): string[] => targets().flatMap((target) => (spoken(target) ? [] : [`no name: ${nameOf(target)}`]))

/** Looks like something to tap, and is nothing for a screen reader. */
const unspoken = (): string[] =>
  seen('[class*="nh-"],[class*="home-"],[class*="desk-"],[class*="card-"]')
    .filter((element) => getComputedStyle(element).cursor === 'pointer' && !element.closest(tappable))
    .map((element) => `tappable without a role: ${nameOf(element)}`)

const isNamedImage = (image: Element): boolean =>
  image.closest('[aria-hidden="true"]') !== null ||
  [image, image.parentElement].some((one) => (one?.getAttribute('alt') || one?.getAttribute('aria-label') || '') !== '')

const unnamedImages = (): string[] =>
  seen('img')
    .filter((image) => !isNamedImage(image))
    .map((image) => `image neither named nor hidden: ${nameOf(image)} in ${nameOf(image.parentElement ?? image)}`)

export const names = (): string[] => [...unnamed(), ...unspoken(), ...unnamedImages()]

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return isSeen(element) && bottom > 0 && top < window.innerHeight
}

export const oneRedButton = (): string[] => {
  const red = seen('.nh-btn--p').filter(isInView)
  return red.length > 1 ? [`${red.length} filled red buttons: ${red.map(nameOf).join(', ')}`] : []
}
