/** wx.createIntersectionObserver: tells when elements come into sight and how much of them. */
import type { WxElement } from '../engine'
import { frameOf, topPage } from '../pages'
import { register } from './registry'
import { allFor, elementFor } from './select'

type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>

/** Counted from the corner of the page, as every other place is. */
const inPage = ({ left, top, right, bottom, width, height }: DOMRectReadOnly, from: DOMRect): object => ({
  left: left - from.left,
  top: top - from.top,
  right: right - from.left,
  bottom: bottom - from.top,
  width,
  height,
})

export interface Asked {
  thresholds?: number[]
  /** What is taken as known: a first look that finds no more than this is not told. */
  initialRatio?: number
  observeAll?: boolean
}

export class VisibilityObserver {
  private readonly observers: IntersectionObserver[] = []
  private relative: string | undefined
  private margins: Margins = {}

  constructor(
    private readonly component: unknown,
    private readonly options: Asked,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.relative = selector
    this.margins = margins
    return this
  }

  relativeToViewport(margins: Margins = {}): this {
    this.relative = undefined
    this.margins = margins
    return this
  }

  observe(selector: string, told: (entry: object) => void): void {
    const { thresholds = [0], observeAll = false, initialRatio = 0 } = this.options
    const root = this.relative === undefined ? topPage().scroller : elementFor(this.relative, this.component)?.$$
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins
    const rootMargin = `${top}px ${right}px ${bottom}px ${left}px`
    const elements = allFor(selector, this.component).slice(0, observeAll ? undefined : 1)
    for (const element of elements) {
      let known = initialRatio
      const { box } = topPage()
      const observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            const { intersectionRatio } = entry
            /** A page behind another is a web view that draws nothing, and one that was closed is none. */
            if (box.hidden || !box.isConnected || !element.$$ || intersectionRatio === known) continue
            known = intersectionRatio
            told(this.describe(element, entry))
          }
        },
        { root: root ?? null, rootMargin, threshold: thresholds },
      )
      observer.observe(element.$$)
      this.observers.push(observer)
    }
  }

  private describe(element: WxElement, entry: IntersectionObserverEntry): object {
    const frame = frameOf(element.$$)
    return {
      id: element.id,
      dataset: { ...element.dataset },
      intersectionRatio: entry.intersectionRatio,
      intersectionRect: inPage(entry.intersectionRect, frame),
      boundingClientRect: inPage(entry.boundingClientRect, frame),
      relativeRect: entry.rootBounds ? inPage(entry.rootBounds, frame) : {},
      time: entry.time,
    }
  }

  disconnect(): void {
    for (const observer of this.observers.splice(0)) observer.disconnect()
  }
}

register({
  createIntersectionObserver: (component: unknown, options = {}) => new VisibilityObserver(component, options),
})
