/** Bundles each cloud function with the real SDK into one deployable folder, and writes the manifest the cloud is started with. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import * as v from 'valibot'
import { builtMark, fingerprint } from './fingerprint'

/** A function's own config.json, as written beside its index.ts. */
const FunctionConfig = v.strictObject({
  timeoutSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(60)),
  memoryMb: v.number(),
  calledBy: v.array(v.picklist(['client', 'function', 'timer', 'push', 'http'])),
  openapi: v.optional(v.array(v.string()), []),
  triggers: v.optional(v.array(v.strictObject({ name: v.string(), type: v.literal('timer'), config: v.string() })), []),
  env: v.optional(v.array(v.string()), []),
  /** Files the function reads at run time: name in its folder to a module path. */
  assets: v.optional(v.record(v.string(), v.string()), {}),
})
type FunctionConfig = v.InferOutput<typeof FunctionConfig>

const CollectionTable = v.record(
  v.string(),
  v.object({
    indexes: v.optional(
      v.array(
        v.object({
          name: v.string(),
          keys: v.array(v.tuple([v.string(), v.picklist([1, -1])])),
          unique: v.optional(v.boolean(), false),
        }),
      ),
      [],
    ),
  }),
)

/** Clients read nothing and write only their own upload under inbox/ (DESIGN.md §4, Files). */
const storage = { clientRead: false, clientWrite: ['inbox/'] } as const

const inputs = ['cloudfunctions', 'domain', 'config/functions.ts', 'config/fingerprint.ts', 'package-lock.json']

export type FunctionsBuild = { root: string; distDir?: string; force?: boolean; onProgress?: (line: string) => void }

const functionNames = (root: string): string[] =>
  readdirSync(join(root, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .filter((name) => existsSync(join(root, 'cloudfunctions', name, 'index.ts')))
    .sort()

function readConfig(root: string, name: string): FunctionConfig {
  const file = join(root, 'cloudfunctions', name, 'config.json')
  const parsed = v.safeParse(FunctionConfig, JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`${relative(root, file)}: ${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`)
}

/** A running cloud may read the old file until the new one is whole. */
function place(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const isSame = existsSync(file) && readFileSync(file).equals(Buffer.from(content))
  if (isSame) return
  const half = `${file}.${process.pid}.half`
  writeFileSync(half, content)
  renameSync(half, file)
}

const bundling = {
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node16',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const

/** The table types the database and so lives in code; bundled, because it is read here by plain Node. */
async function readCollections(root: string): Promise<v.InferOutput<typeof CollectionTable>> {
  const { build } = await import('esbuild')
  const built = await build({ ...bundling, entryPoints: [join(root, 'cloudfunctions/_lib/collections.ts')] })
  const file = join(root, '.cache', `collections.${randomUUID()}.cjs`)
  place(file, built.outputFiles[0]?.contents ?? '')
  try {
    const exported: unknown = createRequire(file)(file)
    return v.parse(v.object({ collections: CollectionTable }), exported).collections
  } finally {
    rmSync(file)
  }
}

async function bundle(root: string, names: readonly string[], outDir: string): Promise<void> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(root, 'cloudfunctions', name, 'index.ts')]),
    ),
    outdir: outDir,
    absWorkingDir: root,
  })
  for (const { path, contents } of outputFiles) place(path, contents)
}

/** What a folder needs beside its code to be deployed as it stands, in WeChat's own words. */
function placeBeside(root: string, outDir: string, name: string, config: FunctionConfig): void {
  const require = createRequire(join(root, 'package.json'))
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const { openapi, triggers, assets } = config
  place(join(outDir, name, 'config.json'), json({ permissions: { openapi }, triggers }))
  place(join(outDir, name, 'package.json'), json({ name, version: '1.0.0', private: true, main: 'index.js' }))
  for (const [to, from] of Object.entries(assets))
    place(join(outDir, name, to), readFileSync(existsSync(join(root, from)) ? join(root, from) : require.resolve(from)))
}

/** Builds every function unless nothing it reads has changed; answers whether it built. */
export async function buildFunctions({ root, distDir, force, onProgress }: FunctionsBuild): Promise<boolean> {
  const dist = resolve(root, distDir ?? 'dist')
  const outDir = join(dist, 'cloudfunctions')
  const print = fingerprint(root, inputs)
  const mark = builtMark(dist, 'functions')
  if (!force && mark.is(print) && existsSync(join(outDir, 'manifest.json'))) return false
  const names = functionNames(root)
  onProgress?.(`functions: ${names.join(', ')}`)
  const configs = names.map((name): [string, FunctionConfig] => [name, readConfig(root, name)])
  const [collections] = await Promise.all([readCollections(root), bundle(root, names, outDir)])
  for (const [name, config] of configs) placeBeside(root, outDir, name, config)
  const functions = Object.fromEntries(
    configs.map(([name, { assets: _, ...config }]) => [name, { entry: `${name}/index.js`, ...config }]),
  )
  place(join(outDir, 'manifest.json'), `${JSON.stringify({ functions, collections, storage }, null, 2)}\n`)
  mark.set(print)
  return true
}
