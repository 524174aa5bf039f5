/** A mini-program's folder as WeChat reads it: what app.json names, which file belongs to which package. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import * as v from 'valibot'
import { BuildRefused } from './fault'
import { MAIN } from './names'

const Subpackage = v.looseObject({ root: v.string(), pages: v.array(v.string()) })
/** Packages fetched once a page is open; `wifi` where it says nothing. */
const Preload = v.looseObject({
  network: v.optional(v.picklist(['all', 'wifi']), 'wifi'),
  packages: v.array(v.string()),
})
const Using = v.optional(v.record(v.string(), v.string()), {})
const TabBar = v.looseObject({
  custom: v.optional(v.boolean(), false),
  list: v.array(v.looseObject({ pagePath: v.string(), text: v.string() })),
})

export const AppJson = v.looseObject({
  pages: v.pipe(v.array(v.string()), v.minLength(1)),
  subPackages: v.optional(v.array(Subpackage), []),
  preloadRule: v.optional(v.record(v.string(), Preload), {}),
  usingComponents: Using,
  window: v.optional(v.record(v.string(), v.unknown()), {}),
  tabBar: v.optional(TabBar),
  __usePrivacyCheck__: v.optional(v.boolean(), false),
})
export type AppJson = v.InferOutput<typeof AppJson>

export const ComponentJson = v.looseObject({
  component: v.optional(v.boolean(), false),
  styleIsolation: v.optional(v.string()),
  usingComponents: Using,
})
export type ComponentJson = v.InferOutput<typeof ComponentJson>

export interface Tree {
  root: string
  appJson: AppJson
  /** Paths from the root, with forward slashes. */
  files: string[]
  /** By path without extension. */
  jsons: Record<string, ComponentJson>
  pages: string[]
  packages: string[]
}

export const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '')

const filesIn = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(root, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort()

function readJson<Schema extends v.GenericSchema>(root: string, file: string, schema: Schema): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(readFileSync(join(root, file), 'utf8')))
  } catch (failure) {
    throw new BuildRefused([{ file, line: 1, message: failure instanceof Error ? failure.message : String(failure) }])
  }
}

export function readTree(root: string): Tree {
  const files = filesIn(root)
  const appJson = readJson(root, 'app.json', AppJson)
  const jsons: Tree['jsons'] = {}
  for (const file of files)
    if (file.endsWith('.json') && !/^(app|project\.[\w.]*|sitemap)\.json$/.test(file))
      jsons[withoutExtension(file)] = readJson(root, file, ComponentJson)
  const ofPackages = appJson.subPackages.flatMap((one) => one.pages.map((page) => posix.join(one.root, page)))
  const pages = [...appJson.pages, ...ofPackages]
  const missing = pages.flatMap((page) =>
    ['.js', '.wxml'].filter((extension) => !files.includes(page + extension)).map((extension) => page + extension),
  )
  if (missing.length > 0)
    throw new BuildRefused(missing.map((file) => ({ file: 'app.json', line: 1, message: `${file} is not there` })))
  const packages = [MAIN, ...appJson.subPackages.map((one) => one.root.replace(/\/$/, ''))]
  return { root, appJson, files, jsons, pages, packages }
}

/** The package a file travels in. */
export const packageOf = ({ packages }: Tree, file: string): string =>
  packages.find((root) => root !== MAIN && file.startsWith(`${root}/`)) ?? MAIN

const LIMIT_MB = 2
const TOTAL_LIMIT_MB = 20
const MB = 1024 * 1024

/** WeChat refuses an upload over these (developers.weixin.qq.com: 分包加载). */
export function checkSizes(tree: Tree): void {
  const sizes = new Map(tree.packages.map((root) => [root, 0]))
  for (const file of tree.files) {
    const root = packageOf(tree, file)
    sizes.set(root, (sizes.get(root) ?? 0) + statSync(join(tree.root, file)).size)
  }
  const said = (name: string, bytes: number, limit: number): string =>
    `${name} is ${(bytes / MB).toFixed(2)} MB, over WeChat's ${limit} MB`
  const tooLarge = [...sizes]
    .filter(([, bytes]) => bytes > LIMIT_MB * MB)
    .map(([root, bytes]) => said(root === MAIN ? 'the main package' : `the package ${root}`, bytes, LIMIT_MB))
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
  if (total > TOTAL_LIMIT_MB * MB) tooLarge.push(said('the mini-program', total, TOTAL_LIMIT_MB))
  if (tooLarge.length > 0) throw new BuildRefused(tooLarge.map((message) => ({ file: 'app.json', line: 1, message })))
}
