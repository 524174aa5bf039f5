/** A finger that drags scrolls what lies under it. A touch screen does so by itself; a mouse, a person's or a test's, does it here. */
import { appData } from './app-data'
import { topPage } from './pages'

type Axis = 'x' | 'y'

const OVERFLOW = { x: 'overflowX', y: 'overflowY' } as const
const canScroll = (box: HTMLElement, axis: Axis): boolean => {
  const room = axis === 'y' ? box.scrollHeight - box.clientHeight : box.scrollWidth - box.clientWidth
  return room > 0 && /auto|scroll/.test(getComputedStyle(box)[OVERFLOW[axis]])
}

/** Whether there is any way left to go; at its end what lies around it goes on. */
const hasWay = (box: HTMLElement, axis: Axis, by: number): boolean => {
  const [at, room] =
    axis === 'y'
      ? [box.scrollTop, box.scrollHeight - box.clientHeight]
      : [box.scrollLeft, box.scrollWidth - box.clientWidth]
  return by > 0 ? at < room - 0.5 : at > 0
}

const isLocked = (box: HTMLElement): boolean =>
  box.classList.contains('page-scroller') && appData.jsons[topPage().route]?.disableScroll === true

/** These have a use of their own for a finger that moves. */
const OWN_USE = 'input, textarea, wx-slider, wx-canvas[disable-scroll], wx-swiper[vertical]'

function scrollerUnder(target: Element, axis: Axis, by: number): HTMLElement | undefined {
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (at.matches(OWN_USE) || at.id === 'wx-pages') return undefined
    if (at instanceof HTMLElement && canScroll(at, axis) && !isLocked(at) && hasWay(at, axis, by)) return at
  }
  return undefined
}

interface Drag {
  target: Element
  x: number
  y: number
  /** Found out by the first movement, and kept: a finger scrolls one thing one way. */
  scrolled?: { box: HTMLElement | undefined; axis: Axis; snap: string }
}

let drag: Drag | undefined

const begin = (x: number, y: number, target: Element): Drag['scrolled'] & object => {
  const axis = Math.abs(x) > Math.abs(y) ? 'x' : 'y'
  const box = scrollerUnder(target, axis, axis === 'y' ? y : x)
  const snap = box?.style.scrollSnapType ?? ''
  /** What snaps to its rows does so when it is let go. */
  if (box) box.style.scrollSnapType = 'none'
  return { box, axis, snap }
}

export const dragging = {
  start({ pointerType, target, clientX: x, clientY: y }: PointerEvent): void {
    drag = pointerType === 'mouse' && target instanceof Element ? { target, x, y } : undefined
  },
  /** Far enough from where it began, and caught by no handler of the app. */
  move({ clientX, clientY }: PointerEvent): void {
    if (!drag) return
    const [x, y] = [drag.x - clientX, drag.y - clientY]
    drag.scrolled ??= begin(x, y, drag.target)
    const { box, axis } = drag.scrolled
    box?.scrollBy({ ...(axis === 'y' ? { top: y } : { left: x }), behavior: 'instant' })
    Object.assign(drag, { x: clientX, y: clientY })
  },
  end(): void {
    const { box, snap = '' } = drag?.scrolled ?? {}
    if (box) box.style.scrollSnapType = snap
    drag = undefined
  },
}
