/** Names elements for whoever drives the phone: a name stays with its element as long as that is on the page. */
import { ge } from '../engine'
import { type OpenPage, stack, topPage } from '../pages'
import { type Asked, textIn } from './asked'
import { ownComponent, tagName } from './tree'

const names = new WeakMap<ge.Element, string>()
const elements = new Map<string, WeakRef<ge.Element>>()
const forgotten = new FinalizationRegistry<string>((name) => elements.delete(name))
let last = 0

function nameOf(element: ge.Element): string {
  const known = names.get(element)
  if (known !== undefined) return known
  last += 1
  const name = `element-${last}`
  names.set(element, name)
  elements.set(name, new WeakRef(element))
  forgotten.register(element, name)
  return name
}

export interface Handle {
  elementId: string
  tagName: string
  /** Only components of the app have one: the automator then offers their data and methods. */
  nodeId?: string
}

export function handleOf(element: ge.Element): Handle {
  const elementId = nameOf(element)
  return { elementId, tagName: tagName(element), ...(ownComponent(element) && { nodeId: elementId }) }
}

export function firstOf(found: readonly ge.Element[], selector: string): Handle {
  const [first] = found
  if (!first) throw new Error(`no such element: ${selector}`)
  return handleOf(first)
}

export function elementIn(asked: Asked): ge.Element {
  const element = elements.get(textIn(asked, 'elementId'))?.deref()
  if (element && ge.Element.isAttached(element)) return element
  throw new Error('the element is no longer on the page')
}

/** The automator remembers a page by its number for as long as it is connected, and the app may be started again. */
const SINCE = Math.round(performance.timeOrigin) * 1000
export const numberOf = ({ id }: OpenPage): number => SINCE + id

/** Without a number the page in front. */
export function pageIn({ pageId }: Asked): OpenPage {
  if (pageId === undefined) return topPage()
  const page = stack.find((one) => numberOf(one) === Number(pageId))
  if (!page) throw new Error(`page ${String(pageId)} is no longer open`)
  return page
}

/** Where a page's own template is. */
export function rootOf(page: OpenPage): ge.Element {
  const root = page.root.getComponent().getShadowRoot()
  if (!root) throw new Error(`page ${page.route} has no template`)
  return root
}
