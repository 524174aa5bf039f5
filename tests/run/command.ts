/** Runs one of the project's commands as a person does, and reads what it says. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')

export type Running = {
  /** Waits until what it said matches, or fails with all it said when it ended first. */
  says(pattern: RegExp): Promise<RegExpMatchArray>
  /** The exit code, once it has ended by itself. */
  ended(): Promise<{ code: number | null; said: string }>
  stop(): Promise<number | null>
}

function follow(child: ChildProcess): Running {
  let said = ''
  const looks = new Set<() => void>()
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code))
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const look of looks) look()
    })
  return {
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = said.match(pattern)
          if (!match) return
          looks.delete(look)
          resolve(match)
        }
        looks.add(look)
        ended.then(() => reject(new Error(`it ended before it said ${pattern}:\n${said}`)))
        look()
      }),
    ended: async () => ({ code: await ended, said }),
    stop: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

export const runScript = (script: string, args: readonly string[]): Running =>
  follow(spawn(process.execPath, [tsx, join('config', 'run', script), ...args], { cwd: root }))

export const runNode = (args: readonly string[], cwd = root): Running =>
  follow(spawn(process.execPath, [...args], { cwd }))
