/** Finds the spot where a finger meets an element, and says what is in the way when it cannot. */
import { elementOf, type ge } from '../engine'
import { layer } from '../layer'
import { topPage } from '../pages'
import { attributeOf } from './attributes'
import { boxOf, tagName } from './tree'

export interface Spot {
  x: number
  y: number
}

/** As a test would call it: `<view id="pay" class="button">`. */
export function nameOf(element: ge.Element): string {
  const named = ['id', 'class'].flatMap((name) => {
    const value = attributeOf(element, name)
    return value ? [` ${name}="${value}"`] : []
  })
  return `<${tagName(element)}${named.join('')}>`
}

const areaOf = ({ width, height }: DOMRect): number => width * height

/** The largest of its boxes: words that wrap have one on each line, and what has none is drawn by what it holds. */
function rectOf(box: HTMLElement): DOMRect | undefined {
  const range = document.createRange()
  range.selectNodeContents(box)
  const rects = getComputedStyle(box).display === 'contents' ? range.getClientRects() : box.getClientRects()
  return [...rects].filter((rect) => areaOf(rect) > 0).sort((one, other) => areaOf(other) - areaOf(one))[0]
}

const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'

/** What a finger could scroll; a frame that merely cuts off what is too much stays where it is. */
function* scrollersOf(box: HTMLElement): Generator<HTMLElement> {
  for (let at = box.parentElement; at; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at)
    if (scrolls(overflowX) || scrolls(overflowY)) yield at
  }
}

function bringToMiddle(box: HTMLElement): void {
  for (const scroller of scrollersOf(box)) {
    const rect = rectOf(box)
    if (!rect) return
    const frame = scroller.getBoundingClientRect()
    const top = rect.top + rect.height / 2 - (frame.top + frame.height / 2)
    const left = rect.left + rect.width / 2 - (frame.left + frame.width / 2)
    scroller.scrollBy({ top, left, behavior: 'instant' })
  }
}

function seenPart(rect: DOMRect): Spot | undefined {
  const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)]
  const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)]
  return right > left && bottom > top ? { x: (left + right) / 2, y: (top + bottom) / 2 } : undefined
}

/** The spot, or in words why a finger there would not meet the element. */
function tryReach(box: HTMLElement): Spot | string {
  const rect = rectOf(box)
  if (!rect) return 'it has no size on the screen'
  const spot = seenPart(rect)
  const hit = spot && document.elementFromPoint(spot.x, spot.y)
  if (!spot || !hit) return 'it lies outside the screen'
  if (box.contains(hit)) return spot
  const sheet = layer.open()
  if (hit.closest('#wx-layer')) return sheet === undefined ? 'a toast covers it' : `the sheet "${sheet}" covers it`
  const cover = elementOf(hit)
  return `${cover ? nameOf(cover as unknown as ge.Element) : `the phone's own #${hit.id}`} covers it`
}

/** Scrolled to when need be, as a person would. */
export function reach(element: ge.Element): Spot {
  const refused = (because: string): Error => new Error(`${nameOf(element)} cannot be touched: ${because}`)
  const box = boxOf(element)
  const page = box.closest('.page-box')
  if (page && page !== topPage().box) throw refused('its page is not the one in front')
  if (!box.checkVisibility({ visibilityProperty: true }) && getComputedStyle(box).display !== 'contents')
    throw refused('it is hidden')
  const first = tryReach(box)
  if (typeof first !== 'string') return first
  bringToMiddle(box)
  const second = tryReach(box)
  if (typeof second === 'string') throw refused(second)
  return second
}
