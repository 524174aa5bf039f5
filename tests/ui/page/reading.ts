/** Whether what is written can be read: contrast, the size of the letters, nothing beyond the screen, nothing cut off. */
import { contrastOn } from './colour'
import { nameOf, type Piece, seen } from './seen'

const LARGE_PX = 24
const LARGE_BOLD_PX = 18.66
const BOLD = 700

const isLarge = ({ fontSize, fontWeight }: CSSStyleDeclaration): boolean => {
  const size = Number.parseFloat(fontSize)
  return size >= LARGE_PX || (size >= LARGE_BOLD_PX && Number(fontWeight) >= BOLD)
}

function faintText({ text, holder }: Piece): string[] {
  const style = getComputedStyle(holder)
  const wanted = isLarge(style) ? 3 : 4.5
  const found = contrastOn(holder, style.color)
  return found < wanted ? [`contrast ${found.toFixed(2)} < ${wanted}: “${text}”`] : []
}

const faintPlaceholder = (field: Element): string[] => {
  const says = field.getAttribute('placeholder')
  const found = contrastOn(field, getComputedStyle(field, '::placeholder').color)
  return says && found < 4.5 ? [`contrast ${found.toFixed(2)} < 4.5: placeholder “${says}”`] : []
}

/** The edge is how a control is told from a sentence. */
function faintEdge(control: Element): string[] {
  const { borderTopColor, borderTopWidth } = getComputedStyle(control)
  const parent = control.parentElement
  if (!parent || borderTopWidth === '0px') return []
  const found = contrastOn(parent, borderTopColor)
  return found < 3 ? [`edge ${found.toFixed(2)} < 3: ${nameOf(control)}`] : []
}

export const contrasts = (all: readonly Piece[]): string[] => [
  ...all.flatMap(faintText),
  ...seen('input,textarea').flatMap(faintPlaceholder),
  ...seen('.nh-field,.nh-option,.nh-pick,.nh-size__one').flatMap(faintEdge),
]

export const letters = (all: readonly Piece[], smallest: number): string[] =>
  all.flatMap(({ text, holder }) => {
    const size = Number.parseFloat(getComputedStyle(holder).fontSize)
    return size < smallest ? [`letters of ${size} px < ${smallest}: “${text}”`] : []
  })

const isDecoration = (element: Element): boolean => element.closest('[aria-hidden="true"]') !== null
const mayScrollSideways = (element: Element): boolean => element.closest('.chips,.quick,.desk-chips') !== null

function beyond({ text, holder, rect }: Piece): string[] {
  if (isDecoration(holder) || mayScrollSideways(holder)) return []
  const isOut = rect.left < -1 || rect.right > document.documentElement.clientWidth + 1
  return isOut ? [`beyond the screen: “${text}” from ${Math.round(rect.left)} to ${Math.round(rect.right)}`] : []
}

/** Letters that stand outside the box that hides what overflows it. */
function cutOff({ text, holder, rect }: Piece): string[] {
  const box = holder.closest('.nh-btn,.nh-card,.nh-tile,.nh-row,.nh-status,.nh-tab,[role="button"]')
  if (!box) return []
  const edge = box.getBoundingClientRect()
  const isCut =
    rect.left < edge.left - 1 || rect.right > edge.right + 1 || rect.top < edge.top - 2 || rect.bottom > edge.bottom + 2
  return isCut ? [`cut off: “${text}” in ${nameOf(box)}`] : []
}

const clips = (element: Element): string[] => {
  const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
  const isWide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
  const isHigh = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1
  const hasWords = (element.textContent ?? '').trim() !== '' && !isDecoration(element) && !mayScrollSideways(element)
  return hasWords && (isWide || isHigh || textOverflow === 'ellipsis') ? [`clipped: ${nameOf(element)}`] : []
}

export function fits(all: readonly Piece[]): string[] {
  const { scrollWidth, clientWidth } = seen('.page-scroller')[0] ?? document.documentElement
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide on a screen of ${clientWidth}`] : []
  const own = seen('[class*="nh-"],[class*="desk-"],[class*="home-"],[class*="card-"]')
  return [...page, ...all.flatMap(beyond), ...all.flatMap(cutOff), ...own.flatMap(clips)]
}
