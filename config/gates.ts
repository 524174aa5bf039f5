/** What may not go out: a built mini-program too large, too new for an old phone, or using what WeChat forbids. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'acorn'
import { simple } from 'acorn-walk'
import * as v from 'valibot'

const KB = 1024
const MAIN_PACKAGE = 600 * KB
const ANY_PACKAGE = 1024 * KB
/** Everything drawn, wherever it lies: on a slow line pictures are the first thing too many. */
const DRAWINGS = 30 * KB

const AppJson = v.object({ subPackages: v.optional(v.array(v.object({ root: v.string() })), []) })

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })

const bytesOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

/** The bytes of each package: what a phone downloads before it shows anything of it. */
export function packageSizes(weapp: string): { name: string; bytes: number }[] {
  const { subPackages } = v.parse(AppJson, JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')))
  const files = filesUnder(weapp)
  const parts = subPackages.map(({ root }) => {
    const inside = files.filter((file) => file.startsWith(join(weapp, root)))
    return { name: root.replace(/\/$/, ''), bytes: bytesOf(inside) }
  })
  const main = bytesOf(files) - parts.reduce((sum, { bytes }) => sum + bytes, 0)
  return [{ name: 'main', bytes: main }, ...parts]
}

const sizeViolations = (weapp: string): string[] =>
  packageSizes(weapp).flatMap(({ name, bytes }) => {
    const limit = name === 'main' ? MAIN_PACKAGE : ANY_PACKAGE
    return bytes > limit ? [`package ${name} is ${Math.ceil(bytes / KB)} KB, at most ${limit / KB} KB`] : []
  })

/** `eval(…)` and `new Function(…)`, as code and not as words in a string. */
const forbiddenCalls = (name: string, program: ReturnType<typeof parse>): string[] => {
  const found: string[] = []
  const seen = (callee: { type: string; name?: string }): void => {
    if (callee.type === 'Identifier' && (callee.name === 'eval' || callee.name === 'Function'))
      found.push(`${name} calls ${callee.name}`)
  }
  simple(program, { CallExpression: ({ callee }) => seen(callee), NewExpression: ({ callee }) => seen(callee) })
  return found
}

const codeViolations = (name: string, code: string): string[] => {
  try {
    return forbiddenCalls(name, parse(code, { ecmaVersion: 2017 }))
  } catch (failure) {
    return [`${name} is newer than ES2017: ${failure instanceof Error ? failure.message : String(failure)}`]
  }
}

/** Pictures come as data; the only addresses a page may name are WeChat's own and a namespace's. */
const styleViolations = (name: string, style: string): string[] =>
  /@font-face|url\(\s*['"]?https?:/i.test(style) ? [`${name} loads a font or a picture from elsewhere`] : []

const namesArrive = (weapp: string): string[] =>
  readFileSync(join(weapp, 'base.wxml'), 'utf8').includes('aria-label')
    ? []
    : ['base.wxml carries no aria-label: nothing has a name for a screen reader']

/** A drawing as it stands in the code: marks of SVG, whole or in parts, a bare path, or a picture as data. */
const marks = /<\/?(svg|g|path|circle|rect|defs|stop|radialGradient|linearGradient)\b|\b(stroke|fill|stop-color)=["']/
const barePath = /^m\s*-?\d[\smlhvcsqtaz\d.,-]{16,}$/i
const isDrawn = (text: string): boolean => marks.test(text) || barePath.test(text) || text.startsWith('data:image')

function drawnIn(code: string): number {
  let bytes = 0
  const count = (text: unknown): void => {
    if (typeof text === 'string' && isDrawn(text)) bytes += Buffer.byteLength(text)
  }
  simple(parse(code, { ecmaVersion: 'latest' }), {
    Literal: ({ value }) => count(value),
    TemplateElement: ({ value }) => count(value.cooked),
  })
  return bytes
}

/** Within its own quotes: the other kind, and a bracket, may stand in a drawing. */
const dataPicture = /url\(\s*(?:"data:image[^"]*"|'data:image[^']*'|data:image[^)"']*)\s*\)/g
const dataPictures = (style: string): number =>
  (style.match(dataPicture) ?? []).reduce((sum, picture) => sum + Buffer.byteLength(picture), 0)

/** What all icons, lanterns and roofs add to the mini-program: picture files, pictures as data, and SVG in the code. */
export function drawingBytes(weapp: string): number {
  const files = filesUnder(weapp)
  const pictures = files.filter((file) => /\.(png|jpe?g|gif|webp|svg|ico)$/i.test(file))
  const within = (ending: string, measure: (text: string) => number): number =>
    files.filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + measure(readFileSync(file, 'utf8')), 0)
  return bytesOf(pictures) + within('.wxss', dataPictures) + within('.js', drawnIn)
}

const drawingViolations = (weapp: string): string[] => {
  const bytes = drawingBytes(weapp)
  return bytes > DRAWINGS ? [`its drawings are ${Math.ceil(bytes / KB)} KB, at most ${DRAWINGS / KB} KB`] : []
}

/** One sentence for each thing that is wrong; none when the build may go out. */
export function gateWeapp(weapp: string): string[] {
  const files = filesUnder(weapp)
  const check = (ending: string, violations: (name: string, text: string) => string[]): string[] =>
    files
      .filter((file) => file.endsWith(ending))
      .flatMap((file) => violations(relative(weapp, file), readFileSync(file, 'utf8')))
  return [
    ...sizeViolations(weapp),
    ...drawingViolations(weapp),
    ...check('.js', codeViolations),
    ...check('.wxss', styleViolations),
    ...namesArrive(weapp),
  ]
}
