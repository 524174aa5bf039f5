/** What fingers do: every gesture goes through the screen itself, so the app cannot tell it from a person's. */
import type { ge } from '../engine'
import { nativeOf } from '../natives/native'
import { frameOf, scrollerOf } from '../pages'
import { tapping } from '../touch'
import { type Asked, isObject, type Method, NotSupported, textIn } from './asked'
import { elementIn } from './handles'
import { nameOf, reach, type Spot } from './reach'
import { boxOf } from './tree'
import { finger } from './wires'

export async function tap(element: ge.Element): Promise<void> {
  const { x, y } = reach(element)
  await tapping(() => finger('tap', x, y))
}

/** A test counts as the app does, from the corner of the page; a finger from that of the screen. */
function spotOn(element: ge.Element, point: Record<string, unknown>): Spot {
  const box = boxOf(element)
  const { left, top } = frameOf(box)
  const { scrollLeft, scrollTop } = scrollerOf(box)
  const x = Number(point.clientX ?? Number(point.pageX) - scrollLeft)
  const y = Number(point.clientY ?? Number(point.pageY) - scrollTop)
  if (Number.isFinite(x) && Number.isFinite(y)) return { x: x + left, y: y + top }
  throw new Error('a touch needs clientX and clientY, or pageX and pageY')
}

/** One finger: where the request says, or in the element's middle. */
function spotIn(element: ge.Element, { touches, changedTouches, changeTouches }: Asked): Spot {
  const given = [touches, changedTouches, changeTouches].filter(Array.isArray).find((list) => list.length > 0) ?? []
  if (given.length > 1) throw new NotSupported('this phone is touched by one finger')
  const [point] = given
  return isObject(point) ? spotOn(element, point) : reach(element)
}

const strokes = { touchstart: 'down', touchmove: 'move', touchend: 'up' } as const
type Touch = keyof typeof strokes
const isTouch = (type: string): type is Touch => type in strokes

/** A finger that stayed long enough has pressed long, however busy the page was meanwhile. */
const dueTimers = (): Promise<void> => new Promise((done) => setTimeout(done))

async function touch(element: ge.Element, type: Touch, asked: Asked): Promise<void> {
  const { x, y } = spotIn(element, asked)
  if (type === 'touchend') await dueTimers()
  await finger(strokes[type], x, y)
}

/** A finger's events, which nobody can make up. */
export const isGesture = (type: string): boolean => isTouch(type) || ['tap', 'longpress', 'longtap'].includes(type)

/** An event by its name that only a finger makes. */
export async function perform(element: ge.Element, type: string, asked: Asked): Promise<void> {
  if (isTouch(type)) return touch(element, type, asked)
  if (type === 'tap') return tap(element)
  throw new NotSupported(`${type} comes of touchstart, a while, and touchend`)
}

/** The person taps the field and types this in place of what stands there. */
export function type(element: ge.Element, text: string): void {
  const native = nativeOf(element)
  if (!native?.type) throw new NotSupported(`nobody can type into ${nameOf(element)}`)
  if (native.isDisabled?.()) throw new Error(`${nameOf(element)} is disabled: nobody can type into it`)
  reach(element)
  native.type(text)
}

const touching =
  (kind: Touch): Method =>
  (asked) =>
    touch(elementIn(asked), kind, asked)

export const gestureMethods: Readonly<Record<string, Method>> = {
  'Element.tap': (asked) => tap(elementIn(asked)),
  'Element.touchstart': touching('touchstart'),
  'Element.touchmove': touching('touchmove'),
  'Element.touchend': touching('touchend'),
}

export const eventIn = (asked: Asked): string => textIn(asked, 'eventName')
