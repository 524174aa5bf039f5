/** Builds the product's functions with some of their files changed, to show that a test would notice. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
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

/** A folder to start a cloud from; `remove` takes it away. */
export const buildAltered = async (changes: Changes): Promise<{ distDir: string; remove: () => void }> => {
  await buildFunctions({ root })
  const distDir = mkdtempSync(join(tmpdir(), 'nuanhu-altered-'))
  const names = readdirSync(built).filter((name) => existsSync(join(built, name, 'index.js')))
  cpSync(join(built, 'manifest.json'), join(distDir, 'manifest.json'))
  /** Drawing needs fonts and keeps nothing of people: as it is. */
  symlinkSync(join(built, 'paper'), join(distDir, 'paper'), 'junction')
  await build({
    entryPoints: Object.fromEntries(
      names
        .filter((name) => name !== 'paper')
        .map((name) => [`${name}/index`, join(root, 'cloudfunctions', name, 'index.ts')]),
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
