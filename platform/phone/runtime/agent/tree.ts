/** Walks what is on a page: a component's own tree stops where the next component begins, the composed one goes on. */
import { ge, tagOf, type WxElement } from '../engine'

/** The same element as the rest of the phone calls it. */
export const wx = (element: ge.Element): WxElement => element as unknown as WxElement

export function boxOf(element: ge.Element): HTMLElement {
  const box: unknown = element.$$
  if (box instanceof HTMLElement) return box
  throw new Error('the element is not drawn')
}

const isComponent = ge.Component.isComponent
export const nativeTag = (element: ge.Element): string => tagOf(wx(element))

/** A component of the app's own, and not one of WeChat's. */
export const ownComponent = (element: ge.Element): ge.GeneralComponent | undefined =>
  isComponent(element) && nativeTag(element) === '' ? element : undefined

export const tagName = (element: ge.Element): string =>
  nativeTag(element) ||
  (isComponent(element) ? element.tagName : boxOf(element).tagName.replace(/^wx-/i, '')).toLowerCase()

export const propertiesOf = (element: ge.Element): string[] =>
  isComponent(element) ? ge.Component.listProperties(element) : []

export const dataOf = (element: ge.Element): Record<string, unknown> => (isComponent(element) ? element.data : {})

/** What a search within this element looks through: of a component its own template, of a native tag its content. */
export const insidesOf = (element: ge.Element): ge.Element => ownComponent(element)?.getShadowRoot() ?? element

/** Blocks, conditions and loops are no elements; what they hold is. */
export function* childrenOf(parent: ge.Element): Generator<ge.Element | ge.TextNode> {
  for (const node of parent.childNodes) {
    const element = node.asElement()
    const words = node.asTextNode()
    if (words) yield words
    else if (element?.isVirtual()) yield* childrenOf(element)
    else if (element) yield element
  }
}

const isElement = (node: ge.Element | ge.TextNode): node is ge.Element => node.asElement() !== null

export function* ownDescendants(of: ge.Element): Generator<ge.Element> {
  for (const child of childrenOf(of)) {
    if (!isElement(child)) continue
    yield child
    yield* ownDescendants(child)
  }
}

/** What is seen inside: a component's template first, then what was put between its tags. */
export function* composedChildren(of: ge.Element): Generator<ge.Element | ge.TextNode> {
  const shadow = ownComponent(of)?.getShadowRoot()
  if (shadow) yield* childrenOf(shadow)
  yield* childrenOf(of)
}

export function* composedDescendants(of: ge.Element): Generator<ge.Element> {
  for (const child of composedChildren(of)) {
    if (!isElement(child)) continue
    yield child
    yield* composedDescendants(child)
  }
}

/** Its parent in the same template. */
export function ownParent(element: ge.Element): ge.Element | undefined {
  let parent = element.parentNode
  while (parent?.isVirtual() && !parent.asShadowRoot()) parent = parent.parentNode
  return parent?.asShadowRoot() ? undefined : (parent ?? undefined)
}

const composedParent = (element: ge.Element): ge.Element | undefined =>
  ownParent(element) ?? element.ownerShadowRoot?.getHostNode()

function* above(element: ge.Element, parentOf: typeof ownParent): Generator<ge.Element> {
  for (let at = parentOf(element); at; at = parentOf(at)) yield at
}
export const ownAncestors = (element: ge.Element): Generator<ge.Element> => above(element, ownParent)
export const composedAncestors = (element: ge.Element): Generator<ge.Element> => above(element, composedParent)

/** As the order of the screen has it. */
export const inOrder = (elements: Iterable<ge.Element>): ge.Element[] =>
  [...new Set(elements)].sort((one, other) => {
    const place = boxOf(one).compareDocumentPosition(boxOf(other))
    return place & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
