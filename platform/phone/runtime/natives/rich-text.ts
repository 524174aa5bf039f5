/** Text with its own marks, from nodes or from HTML; only what WeChat trusts is drawn. */
import type { NativeKind } from './host'

const TRUSTED = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
)
const ATTRIBUTES = [
  'class',
  'style',
  'alt',
  'src',
  'height',
  'width',
  'span',
  'start',
  'type',
  'colspan',
  'rowspan',
  'dir',
]

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function drawNode(node: unknown): Node[] {
  if (!isObject(node)) return []
  if (node.type === 'text') return [document.createTextNode(unescaped(String(node.text ?? '')))]
  const name = String(node.name ?? '').toLowerCase()
  if (!TRUSTED.has(name)) return []
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(isObject(node.attrs) ? node.attrs : {}))
    if (ATTRIBUTES.includes(key)) made.setAttribute(key, String(value))
  if (Array.isArray(node.children)) made.append(...node.children.flatMap(drawNode))
  return [made]
}

const unescaped = (text: string): string =>
  new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').documentElement.textContent ?? ''

function trusted(node: Node): Node[] {
  if (node instanceof Text) return [node.cloneNode()]
  if (!(node instanceof HTMLElement)) return []
  const children = [...node.childNodes].flatMap(trusted)
  if (!TRUSTED.has(node.localName)) return []
  const made = document.createElement(node.localName)
  for (const name of ATTRIBUTES) {
    const value = node.getAttribute(name)
    if (value !== null) made.setAttribute(name, value)
  }
  made.append(...children)
  return [made]
}

const parsed = (html: string): Node[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].flatMap(trusted)

export const richText: NativeKind = {
  supports: ['nodes', 'space', 'userSelect'],
  harmless: { mode: 'default' },
  make: (host) => {
    host.follow(['nodes'], () => {
      const nodes = host.read('nodes')
      host.box.replaceChildren(...(Array.isArray(nodes) ? nodes.flatMap(drawNode) : parsed(host.text('nodes'))))
    })
    host.follow(['space'], () => {
      host.box.style.whiteSpace = host.text('space') === '' ? '' : 'pre-wrap'
    })
    return {}
  },
}
