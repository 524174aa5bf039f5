/** How long a sheet of 10,000 rows and 12 columns takes to write and to read, and how much memory at its most. */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { root } from '../options'
import { newFolder } from './folder'
import { row, table } from './page'

const Done = v.object({ count: v.number(), seconds: v.number(), peakMb: v.number() })

/** Each file is written by the first work of its pair and read by the second. */
const pairs = { 'sheet.xlsx': 'xlsx', 'sheet.csv': 'csv', 'sheet-gbk.csv': 'csv, GBK' } as const

/** Bundled as the functions are, so that the process weighs what a function weighs. */
async function bundled(folder: string): Promise<string> {
  const { build } = await import('esbuild')
  const outfile = join(folder, 'work.cjs')
  await build({
    entryPoints: [join(root, 'config', 'run', 'bench', 'sheet-work.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    logLevel: 'silent',
  })
  return outfile
}

export async function benchSheets(): Promise<void> {
  const folder = newFolder()
  const work = await bundled(folder)
  table('sheet of 10,000 rows × 12 columns', 'rows', 'MB of file', 'seconds', 'peak memory, MB')
  for (const [name, kind] of Object.entries(pairs))
    for (const verb of ['write', 'read']) {
      const file = join(folder, name)
      const said = execFileSync(process.execPath, [work, `${verb} ${kind}`, file], { encoding: 'utf8' })
      const { count, seconds, peakMb } = v.parse(v.pipe(v.string(), v.parseJson(), Done), said)
      row(`${verb} ${kind}`, count, (statSync(file).size / 1e6).toFixed(1), seconds.toFixed(2), Math.round(peakMb))
    }
}
