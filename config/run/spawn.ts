/** Runs one of the project's tools as a process of its own, and keeps what it said. */
import { type StdioOptions, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root } from './options'

export type Outcome = { readonly code: number; readonly said: string }

/** What the person sees while it runs: all, what it says on stderr alone, or nothing. */
export type Shown = 'all' | 'errors' | 'nothing'

const stdio = {
  all: ['ignore', 'inherit', 'inherit'],
  errors: ['ignore', 'ignore', 'inherit'],
  nothing: ['ignore', 'pipe', 'pipe'],
} as const satisfies Record<Shown, StdioOptions>

export const run = (program: string, args: readonly string[], shown: Shown = 'nothing'): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: [...stdio[shown]] })
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.on('error', (failure) => resolve({ code: 127, said: failure.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })

/** By path and not through npx, so that nothing is ever fetched and no shell stands between. */
export const runTool = (
  packageName: string,
  bin: string,
  args: readonly string[],
  shown: Shown = 'nothing',
): Promise<Outcome> => {
  const require = createRequire(join(root, 'package.json'))
  const folder = dirname(require.resolve(`${packageName}/package.json`))
  return run(process.execPath, [join(folder, bin), ...args], shown)
}
