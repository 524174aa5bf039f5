/** What a person can see of a page: its elements, its pieces of text and where they stand. */

export type Piece = { readonly text: string; readonly holder: Element; readonly rect: DOMRect }

export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0
}

/** The app's own pages; what the phone draws around and over them is WeChat's. */
export const screen = (): Element => document.querySelector('#wx-pages') ?? document.body

export const seen = (selector: string): Element[] => [...screen().querySelectorAll(selector)].filter(isSeen)

const isPiece = (node: Node): boolean => {
  const holder = node.parentElement
  return (node.textContent ?? '').trim() !== '' && holder !== null && !holder.matches('style,script') && isSeen(holder)
}

export function pieces(): Piece[] {
  const found: Piece[] = []
  const walker = document.createTreeWalker(screen(), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    if (!holder || !isPiece(node)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    found.push({ text: (node.textContent ?? '').trim(), holder, rect: range.getBoundingClientRect() })
  }
  return found
}

const MOST_LETTERS = 24

/** How a complaint names what it is about, so that it is found again in the source. */
export function nameOf(element: Element): string {
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, MOST_LETTERS)
  const id = element.id ? `#${element.id}` : ''
  const kind = element.classList[0] ?? ''
  return `${element.tagName.toLowerCase()}${id}${kind ? `.${kind}` : ''} “${text}”`
}

export const ancestors = (element: Element): Element[] => {
  const line: Element[] = []
  for (let at: Element | null = element; at; at = at.parentElement) line.push(at)
  return line
}
