/** An element as its WXML would write it: the attributes with their values as text, and the markup itself. */
import type { ge } from '../engine'
import { boxOf, childrenOf, composedChildren, dataOf, insidesOf, ownComponent, propertiesOf, tagName } from './tree'

const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const written = (value: unknown): string | null => {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Null for what the element does not carry. */
export function attributeOf(element: ge.Element, name: string): string | null {
  const box = boxOf(element)
  if (name === 'id') return element.id
  if (name === 'class') return element.class
  if (name === 'style') return box.getAttribute('style') ?? ''
  if (name.startsWith('data-')) return written(element.dataset[camel(name.slice('data-'.length))])
  const own = written(element.getAttribute(name)) ?? written(dataOf(element)[camel(name)])
  return own ?? box.getAttribute(name)
}

const isWorthWriting = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || value === true

function attributesOf(element: ge.Element): [string, string][] {
  const named = ['id', 'class', 'style'].map((name): [string, string] => [name, attributeOf(element, name) ?? ''])
  const set = Object.entries(element.dataset).map(([name, value]): [string, string] => [
    `data-${kebab(name)}`,
    written(value) ?? '',
  ])
  const own = element.attributes.map(({ name, value }): [string, string] => [name, written(value) ?? ''])
  const values = dataOf(element)
  const properties = propertiesOf(element).flatMap((name): [string, string][] =>
    isWorthWriting(values[name]) ? [[kebab(name), String(values[name])]] : [],
  )
  return [...new Map([...named.filter(([, value]) => value !== ''), ...set, ...own, ...properties])]
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

function markup(node: ge.Element | ge.TextNode): string {
  const words = node.asTextNode()
  if (words) return escaped(words.textContent)
  const element = node.asElement()
  if (!element) return ''
  const tag = tagName(element)
  const attributes = attributesOf(element).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  return `<${tag}${attributes.join('')}>${[...composedChildren(element)].map(markup).join('')}</${tag}>`
}

export const outerWxml = (element: ge.Element): string => markup(element)
export const innerWxml = (element: ge.Element): string =>
  [...(ownComponent(element) ? composedChildren(element) : childrenOf(insidesOf(element)))].map(markup).join('')

/** The same tree as XML, for XPath: each of its nodes is known by the element it stands for. */
export function mirror(element: ge.Element, xml: XMLDocument, elements: Map<Node, ge.Element>): Element {
  const made = xml.createElement(tagName(element))
  elements.set(made, element)
  for (const [name, value] of attributesOf(element)) made.setAttribute(name, value)
  for (const child of composedChildren(element)) {
    const inner = child.asElement()
    if (inner) made.append(mirror(inner, xml, elements))
    else made.append(xml.createTextNode(child.asTextNode()?.textContent ?? ''))
  }
  return made
}
