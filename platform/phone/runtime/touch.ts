/** A finger or a mouse becomes touchstart, touchmove, touchend, longpress and tap, as a phone reports them. */
import { dragging } from './drag'
import { elementOf, fire, type Point, touch, type WxElement } from './engine'
import { frameOf, scrollerOf } from './pages'

const SLOP = 10
const LONG_PRESS_MS = 350
/** How long after a tap something may still be asked for that only a tap may ask. */
const CONSENT_MS = 1000

let tappedAt = Number.NEGATIVE_INFINITY
/** A tap's handlers run, or have just run: one-time consent may be asked for. */
export const isInTap = (): boolean => performance.now() - tappedAt <= CONSENT_MS

/** A tap where the finger is; whatever it starts may ask for consent. */
export function tap(element: WxElement, point: Point): void {
  tappedAt = performance.now()
  touch(element, 'tap', point)
}

interface Press {
  element: WxElement
  from: Point
  isMoved: boolean
  /** The app keeps its movement to itself: nothing scrolls under it. */
  isCaught: boolean
  /** The browser scrolls under this finger, and reports it no more as a pointer. */
  isPanning: boolean
  isLong: boolean
  timer: ReturnType<typeof setTimeout>
}

let press: Press | undefined

let taps = 0
/** A finger that only taps has not pressed long, however long a busy computer takes to lift it. */
export async function tapping(doing: () => Promise<void>): Promise<void> {
  taps += 1
  await doing().finally(() => {
    taps -= 1
  })
}

/** `client` counts from the corner of the page's own area, `page` from the beginning of what scrolls in it. */
function pointOf(element: WxElement, at: { clientX: number; clientY: number }): Point {
  const { left, top } = frameOf(element.$$)
  const { scrollLeft, scrollTop } = scrollerOf(element.$$)
  const [clientX, clientY] = [at.clientX - left, at.clientY - top]
  return { identifier: 0, clientX, clientY, pageX: clientX + scrollLeft, pageY: clientY + scrollTop }
}

const longPress = (): void => {
  if (!press || press.isMoved || taps > 0) return
  press.isLong = true
  touch(press.element, 'longpress', press.from)
}

function onDown(event: PointerEvent): void {
  const element = elementOf(event.target as Node | null)
  if (!element || !event.isPrimary) return
  const from = pointOf(element, event)
  press = {
    element,
    from,
    isMoved: false,
    isCaught: false,
    isPanning: false,
    isLong: false,
    timer: setTimeout(longPress, LONG_PRESS_MS),
  }
  dragging.start(event)
  touch(element, 'touchstart', from)
}

function onMove(event: PointerEvent): void {
  if (!press) return
  const point = pointOf(press.element, event)
  const { clientX, clientY } = press.from
  if (Math.hypot(point.clientX - clientX, point.clientY - clientY) > SLOP) press.isMoved = true
  press.isCaught = touch(press.element, 'touchmove', point).propagationStopped()
  if (press.isMoved && !press.isCaught) dragging.move(event)
}

function onUp(event: PointerEvent): void {
  const ended = press
  press = undefined
  dragging.end()
  if (!ended) return
  clearTimeout(ended.timer)
  const point = pointOf(ended.element, event)
  touch(ended.element, 'touchend', point)
  if (!ended.isMoved && !ended.isLong) tap(ended.element, point)
}

/** The page began to scroll under the finger, which the app goes on hearing of; or the touch was lost. */
function onCancel(event: PointerEvent): void {
  const ended = press
  if (!ended) return
  clearTimeout(ended.timer)
  if (event.pointerType === 'touch') {
    Object.assign(ended, { isPanning: true, isMoved: true })
    return
  }
  press = undefined
  touch(ended.element, 'touchcancel', pointOf(ended.element, event))
}

/** On a touch screen the browser scrolls, unless it is told not to. */
function onTouchMove(event: TouchEvent): void {
  if (press?.isCaught && event.cancelable) event.preventDefault()
  const [finger] = event.changedTouches
  if (press?.isPanning && finger) touch(press.element, 'touchmove', pointOf(press.element, finger))
}

function onTouchEnd({ type, changedTouches: [finger] }: TouchEvent): void {
  if (!press?.isPanning || !finger) return
  const { element } = press
  press = undefined
  touch(element, type, pointOf(element, finger))
}

/** Enter and space on what has the focus, as a screen reader's double tap. */
function onKey(event: KeyboardEvent): void {
  const isButton = event.target instanceof HTMLElement && /^wx-(button|view|text|image)$/i.test(event.target.tagName)
  if (!isButton || event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return
  const element = elementOf(event.target as Node)
  if (!element) return
  event.preventDefault()
  const { left, top, width, height } = element.$$.getBoundingClientRect()
  tap(element, pointOf(element, { clientX: left + width / 2, clientY: top + height / 2 }))
}

const MOTIONS = ['animationstart', 'animationiteration', 'animationend', 'transitionend']

export function watchTouches(): void {
  addEventListener('pointerdown', onDown, true)
  addEventListener('pointermove', onMove, true)
  addEventListener('pointerup', onUp, true)
  addEventListener('touchmove', onTouchMove, { capture: true, passive: false })
  addEventListener('touchend', onTouchEnd, true)
  addEventListener('touchcancel', onTouchEnd, true)
  addEventListener('pointercancel', onCancel, true)
  addEventListener('keydown', onKey)
  for (const type of MOTIONS)
    addEventListener(
      type,
      (event) => {
        const element = elementOf(event.target as Node | null)
        if (element) fire(element, type)
      },
      true,
    )
}
