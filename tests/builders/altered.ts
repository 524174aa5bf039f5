/** Builds the product's functions with some of their files changed, to show that a test would notice. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { buildFunctions } from '../../config/functions'

const root = resolve(__dirname, '../..')
const built = join(root, 'dist/cloudfunctions')

/** File under cloudfunctions/ → what it becomes. */
export type Changes = Readonly<Record<string, (text: string) => string>>

const changing = (changes: Changes): Plugin => ({
  name: 'changing',
  setup: ({ onLoad }) => {
    onLoad({ filter: /cloudfunctions\/.*\.ts$/ }, ({ path }) => {
      const change = changes[path.slice(path.indexOf('cloudfunctions/') + 'cloudfunctions/'.length)]
      if (!change) return undefined
      const text = readFileSync(path, 'utf8')
      const changed = change(text)
      if (changed === text) throw new Error(`nothing changed in ${path}`)
      return { contents: changed, loader: 'ts' }
    })
  },
})

/** What a function reads beside its code, as it is: fonts are large. */
const placeBeside = (name: string, distDir: string): void => {
  mkdirSync(join(distDir, name))
  for (const file of readdirSync(join(built, name)).filter((beside) => beside !== 'index.js'))
    symlinkSync(join(built, name, file), join(distDir, name, file))
}

/** A folder to start a cloud from; `remove` takes it away. */
export const buildAltered = async (changes: Changes): Promise<{ distDir: string; remove: () => void }> => {
  await buildFunctions({ root })
  const distDir = mkdtempSync(join(tmpdir(), 'nuanhu-altered-'))
  const names = readdirSync(built).filter((name) => existsSync(join(built, name, 'index.js')))
  cpSync(join(built, 'manifest.json'), join(distDir, 'manifest.json'))
  for (const name of names) placeBeside(name, distDir)
  await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(root, 'cloudfunctions', name, 'index.ts')]),
    ),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    charset: 'utf8',
    outdir: distDir,
    logLevel: 'silent',
    plugins: [changing(changes)],
  })
  return { distDir, remove: () => rmSync(distDir, { recursive: true, force: true }) }
}
