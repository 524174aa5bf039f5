/** Walks through XML piece by piece; whatever would fill the memory or nest without end is refused. */
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'

export type Walker = {
  /** Names come without their prefix. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const AT_ONCE = 65_536
const DEEPEST = 64
const MOST_ATTRIBUTES = 200

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** No entity of a document's own is ever expanded: the parser knows the five of XML only. Throws on what is not well formed. */
export const walkXml = (xml: Buffer, { open, close, text }: Walker): void => {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let depth = 0
  let attributes = 0
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES) throw new Error('too many attributes')
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    depth += 1
    if (depth > DEEPEST) throw new Error('nested too deep')
    open?.(bare(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    close?.(bare(tag.name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new StringDecoder('utf8')
  for (let at = 0; at < xml.length; at += AT_ONCE) parser.write(decoder.write(xml.subarray(at, at + AT_ONCE)))
  parser.close()
}
