/** Everything the phone's page loads: its own runtime, the compiled app, and the frame around it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compileApp } from './compile'

export interface PageFile {
  type: string
  body: string
}

const runtime = join(__dirname, 'runtime')
const SHEETS = ['base.css', 'natives.css', 'layer.css']

const JAVASCRIPT = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'
const HTML = 'text/html; charset=utf-8'

async function bundleRuntime(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(runtime, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    /** natives.css lies beside natives/, and is not what `./natives` means. */
    resolveExtensions: ['.ts', '.js'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

const read = (name: string): string => readFileSync(join(runtime, name), 'utf8')

/** By path; throws BuildRefused for a build WeChat would refuse, a draft's size apart. Pictures and the like stay files of the build. */
export async function phonePage(weapp: string, isDraft = false): Promise<ReadonlyMap<string, PageFile>> {
  const { scripts } = compileApp(weapp, isDraft)
  const files = new Map<string, PageFile>([
    ['/', { type: HTML, body: read('index.html') }],
    ['/phone/phone.css', { type: CSS, body: SHEETS.map(read).join('\n') }],
    ['/phone/runtime.js', { type: JAVASCRIPT, body: await bundleRuntime() }],
  ])
  for (const [name, body] of scripts) files.set(`/phone/${name}`, { type: JAVASCRIPT, body })
  return files
}
