/** WXML and WXS become functions glass-easel draws with; what tags and attributes they use is noted for the native components. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import * as v from 'valibot'
import { BuildRefused, type Diagnostic } from './fault'
import { type Tree, withoutExtension } from './tree'

const Complaint = v.object({ startLine: v.number(), message: v.string(), level: v.string() })
/** What WeChat's compiler says nothing about. */
const HARMLESS = ['Info', 'Note']

/** The properties each native tag is given somewhere, in the case a component declares them in. */
export type Tags = Record<string, string[]>

const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>"/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g
const ATTRIBUTE = /\s([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g
/** Events, directives and what every element has. */
const NOT_PROPERTIES =
  /^(?:(?:capture-|mut-)?(?:bind|catch)|wx:|data-|mark:|model:|generic:|change:)|^(?:class|style|id|slot|is|data|name=)$/
const NOT_TAGS = ['template', 'import', 'include', 'wxs', 'block', 'slot']

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function noteTags(source: string, tags: Map<string, Set<string>>): void {
  for (const [, tag = '', attributes = ''] of source.matchAll(TAG)) {
    if (NOT_TAGS.includes(tag)) continue
    const names = tags.get(tag) ?? new Set<string>()
    tags.set(tag, names)
    for (const [, name = ''] of attributes.matchAll(ATTRIBUTE))
      if (!NOT_PROPERTIES.test(name)) names.add(camelCase(name))
  }
}

const complaintsOf = (file: string, said: unknown): Diagnostic[] =>
  v
    .parse(v.array(Complaint), said)
    .filter(({ level }) => !HARMLESS.includes(level))
    .map(({ startLine, message }) => ({ file, line: startLine + 1, message }))

export interface Templates {
  /** A JavaScript expression: a map of every template by path. */
  code: string
  tags: Tags
}

export function compileTemplates(tree: Tree): Templates {
  const group = new TmplGroup()
  const faults: Diagnostic[] = []
  const tags = new Map<string, Set<string>>()
  for (const file of tree.files) {
    const source = (): string => readFileSync(join(tree.root, file), 'utf8')
    if (file.endsWith('.wxml')) {
      faults.push(...complaintsOf(file, group.addTmpl(withoutExtension(file), source())))
      noteTags(source(), tags)
    } else if (file.endsWith('.wxs')) group.addScript(withoutExtension(file), source())
  }
  const code = group.getTmplGenObjectGroups()
  group.free()
  if (faults.length > 0) throw new BuildRefused(faults)
  const components = new Set(
    [tree.appJson, ...Object.values(tree.jsons)].flatMap((json) => Object.keys(json.usingComponents)),
  )
  const native = [...tags].filter(([tag]) => !components.has(tag))
  return { code, tags: Object.fromEntries(native.map(([tag, names]) => [tag, [...names].sort()])) }
}
