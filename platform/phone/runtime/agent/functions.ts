/** What the automator calls on a native component by its name, `input.input` or `swiper.swipeTo`. */
import type { ge } from '../engine'
import { type Native, nativeOf } from '../natives/native'
import { listIn, type Method, NotSupported, textIn } from './asked'
import { tap, type } from './gestures'
import { elementIn } from './handles'
import { nameOf, reach } from './reach'
import { boxOf } from './tree'

type Call = (element: ge.Element, ...given: unknown[]) => unknown

function able<Name extends keyof Native>(element: ge.Element, name: Name): NonNullable<Native[Name]> {
  const native = nativeOf(element)
  const ability = native?.[name]
  if (!native || !ability) throw new NotSupported(`${nameOf(element)} of this phone has no ${name}`)
  if (native.isDisabled?.()) throw new Error(`${nameOf(element)} is disabled`)
  reach(element)
  return ability
}

/** The part of a scroll-view that scrolls. */
function scrollerOf(element: ge.Element): HTMLElement {
  const box = boxOf(element)
  const isScroller = (one: Element): boolean => /auto|scroll/.test(getComputedStyle(one).overflow)
  const inner = isScroller(box) ? box : [...box.children].find(isScroller)
  return inner instanceof HTMLElement ? inner : box
}

const scrollTo: Call = (element, x, y) => {
  const to = { left: Number(x ?? 0), top: Number(y ?? 0) }
  const native = nativeOf(element)?.scrollTo
  if (native) native(to.left, to.top)
  else scrollerOf(element).scrollTo({ ...to, behavior: 'instant' })
}

const movable: Call = () => {
  throw new NotSupported('this phone has no movable-view')
}

const calls: Readonly<Record<string, Call>> = {
  'input.input': (element, text) => type(element, String(text)),
  'textarea.input': (element, text) => type(element, String(text)),
  'switch.tap': (element) => tap(element),
  'slider.slideTo': (element, value) => able(element, 'choose')(Number(value)),
  'swiper.swipeTo': (element, index) => able(element, 'swipeTo')(Number(index)),
  'scroll-view.scrollTo': scrollTo,
  'scroll-view.scrollTop': (element) => scrollerOf(element).scrollTop,
  'scroll-view.scrollLeft': (element) => scrollerOf(element).scrollLeft,
  'scroll-view.scrollWidth': (element) => scrollerOf(element).scrollWidth,
  'scroll-view.scrollHeight': (element) => scrollerOf(element).scrollHeight,
  'movable-view.moveTo': movable,
}

export const callFunction: Method = async (asked) => {
  const name = textIn(asked, 'functionName')
  const call = calls[name]
  if (!call) throw new NotSupported(`it has no function ${name}`)
  return { result: await call(elementIn(asked), ...listIn(asked, 'args')) }
}
