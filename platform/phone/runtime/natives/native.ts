/** What a native component offers to the form, the label and the automator around it. */
import type { WxElement } from '../engine'

export interface Native {
  /** What a form reads. */
  value?(): unknown
  /** A form is reset. */
  reset?(): void
  /** The person types this in place of what stands there. */
  type?(text: string): void
  focus?(): void
  blur?(): void
  isChecked?(): boolean
  isDisabled?(): boolean
  /** What a tap does, also one on its label. */
  press?(): void
  /** A picker or slider is set to this, as by a finger. */
  choose?(value: unknown): void
  /** A swiper shows this item. */
  swipeTo?(index: number): void
  scrollTo?(left: number, top: number): void
  /** What a selector query's `node` answers. */
  node?(): unknown
  /** What a selector query's `context` answers. */
  context?(): unknown
}

const natives = new WeakMap<object, Native>()

export const nativeOf = (element: WxElement | object): Native | undefined => natives.get(element)
export const keepNative = (element: object, native: Native): void => {
  natives.set(element, native)
}
