/** The cloud as a process of its own, to be killed, traced, and given too little room. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = resolve(__dirname, '../..')
const running: ChildProcess[] = []

export const killChildren = (): void => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
}

export interface Launch {
  /** What follows on the command line. */
  more?: string[]
  /** A command that starts the command it is given. */
  under?: string[]
  /** Loaded before anything of the cloud. */
  first?: string[]
  /** Somebody who is not the administrator. */
  uid?: number
}

const start = (words: string[], { under = [], first = [], uid }: Omit<Launch, 'more'>) => {
  const [command = '', ...rest] = [...under, process.execPath, ...first, '--import', 'tsx', ...words]
  const child = spawn(command, rest, { cwd: ROOT, ...(uid !== undefined && { uid, gid: uid }) })
  running.push(child)
  return child
}

export const launch = (dist: string, data: string, { more = [], ...launch }: Launch = {}) =>
  start(['platform/cloud/bin.ts', '--dist', dist, '--data', data, ...more], launch)

/** A script of the tests' own that starts a cloud and says where it listens, as the command does. */
export const launchScript = (script: string, words: string[]) => start([script, ...words], {})

export async function launched(child: ChildProcessWithoutNullStreams): Promise<string> {
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (chunk) => said.push(chunk))
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^cloud listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error(`it never listened: ${said.join('')}`)
}

export async function refusal(child: ChildProcessWithoutNullStreams): Promise<{ code: unknown; said: string }> {
  const chunks: string[] = []
  child.stderr.setEncoding('utf8').on('data', (chunk) => chunks.push(chunk))
  const [code] = await once(child, 'close')
  return { code, said: chunks.join('').trim() }
}

/** Ends it and waits until it is gone. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const gone = once(child, 'close')
  child.kill(signal)
  const [code] = await gone
  return code
}
