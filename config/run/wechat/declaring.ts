/** Holds a built mini-program against what the console declares for it: neither more nor less, found in the bundle itself. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Node, parse } from 'acorn'
import { full } from 'acorn-walk'
import * as v from 'valibot'
import { type Declared, declared, interfaces } from './declared'

const rows = Object.entries(interfaces)
const known: ReadonlySet<string> = new Set(rows.flatMap(([, names]) => names))
/** The interfaces that are a tag of a template, and those that are the value of an attribute or of a field. */
const isTag = (name: string): boolean => /^(camera|live-pusher|voip-room)$/.test(name)
const isWord = (name: string): boolean => /^(scope\..+|chooseAvatar|nickname|get(Realtime)?PhoneNumber)$/.test(name)

const AppJson = v.object({
  permission: v.optional(v.record(v.string(), v.unknown()), {}),
  requiredPrivateInfos: v.optional(v.array(v.string()), []),
  requiredBackgroundModes: v.optional(v.array(v.string()), []),
})

const Named = v.object({ type: v.literal('Identifier'), name: v.string() })
const Text = v.object({ type: v.literal('Literal'), value: v.string() })
const Member = v.object({
  type: v.literal('MemberExpression'),
  computed: v.boolean(),
  property: v.union([Named, Text]),
})
const Pattern = v.object({ type: v.literal('Property'), key: v.union([Named, Text]) })
const Destructured = v.object({ type: v.literal('ObjectPattern'), properties: v.array(v.unknown()) })

const nameOf = (part: v.InferOutput<typeof Named> | v.InferOutput<typeof Text>): string =>
  part.type === 'Identifier' ? part.name : part.value

/** `Taro.scanCode`, `(0, x.scanCode)(…)`, `wx['scanCode']`, `const { scanCode } = wx`: however the name is reached. */
function reached(node: Node): string[] {
  if (v.is(Member, node)) return node.computed && node.property.type === 'Identifier' ? [] : [nameOf(node.property)]
  if (!v.is(Destructured, node)) return []
  return node.properties.flatMap((property) => (v.is(Pattern, property) ? [nameOf(property.key)] : []))
}

/** The value of `openType` and of a scope is a word in the code; Taro's own file lists every word there is. */
const isLibrary = (file: string): boolean => /(^|[\\/])(taro|vendors)\.js$/.test(file)

function usedInCode(file: string, code: string): string[] {
  const found: string[] = []
  full(parse(code, { ecmaVersion: 'latest' }), (node) => {
    found.push(...reached(node).filter((name) => !isTag(name) && !isWord(name)))
    if (!isLibrary(file) && v.is(Text, node) && isWord(node.value)) found.push(node.value)
  })
  return found
}

const usedInMarkup = (markup: string): string[] =>
  [...markup.matchAll(/<([a-z-]+)|(?:open-type|type)="([^"{]+)"/g)].flatMap(([, tag, value]) => [tag ?? value ?? ''])

/** Every interface of WeChat's table the mini-program reaches, with the first file it is reached in. */
export function interfacesUsed(weapp: string): ReadonlyMap<string, string> {
  const used = new Map<string, string>()
  for (const file of readdirSync(weapp, { recursive: true, encoding: 'utf8' }).sort()) {
    const read = (): string => readFileSync(join(weapp, file), 'utf8')
    const names = file.endsWith('.js') ? usedInCode(file, read()) : file.endsWith('.wxml') ? usedInMarkup(read()) : []
    for (const name of names) if (known.has(name) && !used.has(name)) used.set(name, file)
  }
  return used
}

function privacyViolations(weapp: string, { privacy }: Declared): string[] {
  const used = interfacesUsed(weapp)
  return rows.flatMap(([information, names]) => {
    const mine = names.filter((name) => used.has(name))
    const isDeclared = Object.hasOwn(privacy, information)
    if (isDeclared && mine.length === 0) return [`${information} is declared and nothing uses it`]
    return isDeclared ? [] : mine.map((name) => `${used.get(name)} uses ${name}: ${information} is not declared`)
  })
}

function permissionViolations(weapp: string, { permissions }: Declared): string[] {
  const app = v.parse(AppJson, JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')))
  const asked = [...Object.keys(app.permission), ...app.requiredPrivateInfos, ...app.requiredBackgroundModes]
  return [
    ...asked
      .filter((name) => !permissions.includes(name))
      .map((name) => `app.json asks for ${name}, which is not declared`),
    ...permissions
      .filter((name) => !asked.includes(name))
      .map((name) => `${name} is declared and app.json does not ask for it`),
  ]
}

/** One sentence for each thing that is used and not declared, or declared and not used. */
export const declaringViolations = (weapp: string, against: Declared = declared): string[] => [
  ...permissionViolations(weapp, against),
  ...privacyViolations(weapp, against),
]
