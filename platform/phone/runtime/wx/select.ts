/** wx.createSelectorQuery: where elements of the page are, what they hold, and the canvas behind one. */
import type { WxElement } from '../engine'
import { nativeOf } from '../natives/native'
import { topPage } from '../pages'
import { isObject } from './define'
import { register } from './registry'

interface Root {
  querySelector(selector: string): unknown
  querySelectorAll(selector: string): unknown[]
}

const isElement = (value: unknown): value is WxElement => isObject(value) && value.$$ instanceof HTMLElement
const isRoot = (value: unknown): value is Root => isObject(value) && typeof value.querySelectorAll === 'function'

const pageRoot = (): unknown => topPage().root.getComponent().getShadowRoot()

/** The shadow root of a page or component as the app holds it. */
function rootOf(component: unknown): Root | undefined {
  const behind = isObject(component) ? component._$ : undefined
  const root = isObject(behind) && typeof behind.getShadowRoot === 'function' ? behind.getShadowRoot() : pageRoot()
  return isRoot(root) ? root : undefined
}

export function elementFor(selector: string, component?: unknown): WxElement | undefined {
  const found = rootOf(component)?.querySelector(selector)
  return isElement(found) ? found : undefined
}

export const allFor = (selector: string, component?: unknown): WxElement[] =>
  (rootOf(component)?.querySelectorAll(selector) ?? []).filter(isElement)

export interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
  context?: boolean
  node?: boolean
}

const rectOf = (box: HTMLElement, frame: HTMLElement): Record<'left' | 'top' | 'right' | 'bottom', number> => {
  const { left, top, right, bottom } = box.getBoundingClientRect()
  const from = frame.getBoundingClientRect()
  return { left: left - from.left, top: top - from.top, right: right - from.left, bottom: bottom - from.top }
}

const scrollOf = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): object => ({
  scrollLeft,
  scrollTop,
  scrollWidth,
  scrollHeight,
})

function answerFor(element: WxElement, fields: Fields): Record<string, unknown> {
  const { $$: box } = element
  const { width, height } = box.getBoundingClientRect()
  const native = nativeOf(element)
  const style = getComputedStyle(box)
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: { ...element.dataset } }),
    ...(fields.mark && { mark: element.collectMarks() }),
    ...(fields.rect && rectOf(box, topPage().box)),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scrollOf(box)),
    ...(fields.context && { context: native?.context?.() ?? null }),
    ...(fields.node && { node: native?.node?.() ?? null }),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, element.data?.[name]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [
        name,
        style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
      ]),
    ),
  }
}

function answerForViewport(fields: Fields): Record<string, unknown> {
  const { scroller } = topPage()
  const { clientWidth: width, clientHeight: height } = scroller
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scrollOf(scroller)),
  }
}

type Callback = (answer: unknown) => void

class SelectorQuery {
  private readonly asked: { ask: () => unknown; callback?: Callback }[] = []
  private component: unknown

  in(component: unknown): this {
    this.component = component
    return this
  }

  private nodes(answer: (fields: Fields) => unknown): object {
    const push = (fields: Fields, callback?: Callback): this => {
      this.asked.push({ ask: () => answer(fields), ...(callback && { callback }) })
      return this
    }
    return {
      fields: push,
      boundingClientRect: (callback?: Callback) => push({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => push({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback?: Callback) => push({ context: true }, callback),
      node: (callback?: Callback) => push({ node: true }, callback),
    }
  }

  select(selector: string): object {
    return this.nodes((fields) => {
      const found = elementFor(selector, this.component)
      return found ? answerFor(found, fields) : null
    })
  }

  selectAll(selector: string): object {
    return this.nodes((fields) => allFor(selector, this.component).map((element) => answerFor(element, fields)))
  }

  selectViewport(): object {
    return this.nodes(answerForViewport)
  }

  exec(callback?: Callback): this {
    queueMicrotask(() => {
      const answers = this.asked.map(({ ask, callback: own }) => {
        const answer = ask()
        own?.(answer)
        return answer
      })
      callback?.(answers)
    })
    return this
  }
}

export const createSelectorQuery = (): SelectorQuery => new SelectorQuery()

register({ createSelectorQuery })
