/** Builds the bench's function with the real SDK inside, starts the cloud over it in a process of its own, and fills it. */
import { fork } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import * as v from 'valibot'
import { newFolder } from '../folder'
import { lampText } from './lamp'

const Started = v.object({ url: v.string(), startedMs: v.number() })
const Memory = v.object({ rss: v.number() })
const MANIFEST = {
  functions: { lamps: { entry: 'lamps.js', calledBy: ['client'], timeoutSeconds: 20 } },
  collections: {
    lamps: {
      indexes: [
        { name: 'byCode', keys: [['code', 1]], unique: true },
        {
          name: 'newest',
          keys: [
            ['place', 1],
            ['at', -1],
          ],
        },
      ],
    },
  },
}
const PORTION = 1000

export async function buildLamps(): Promise<string> {
  const dist = newFolder()
  writeFileSync(join(dist, 'manifest.json'), JSON.stringify(MANIFEST))
  await build({
    entryPoints: { lamps: join(__dirname, 'work.cjs') },
    bundle: true,
    platform: 'node',
    target: 'node16',
    outdir: dist,
    logLevel: 'error',
  })
  return dist
}

export type Ours = {
  readonly url: string
  readonly startedMs: number
  /** Bytes in memory after a collection. */
  rss(): Promise<number>
  stop(): Promise<void>
  /** SIGKILL: no chance to put anything in order. */
  kill(): Promise<void>
}

export async function startOurs(dataDir: string, distDir: string, mode = '', instances = 4): Promise<Ours> {
  const child = fork(join(__dirname, 'serve.ts'), [dataDir, distDir, mode, String(instances)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  })
  const heard = (): Promise<unknown> => new Promise((resolve) => child.once('message', resolve))
  const { url, startedMs } = v.parse(Started, await heard())
  return {
    url,
    startedMs,
    rss: async () => {
      const answer = heard()
      child.send('memory')
      return v.parse(Memory, await answer).rss
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.disconnect()
      }),
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

/** A thousand documents a request, straight over the SDK's wire. */
export async function fill(url: string, from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += PORTION) {
    const data = Array.from({ length: Math.min(PORTION, to - first) }, (_, n) => lampText(first + n))
    const answer = await fetch(`${url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.insertDocument', collectionName: 'lamps', data }),
    })
    const text = await answer.text()
    if (!text.includes('insertedIds')) throw new Error(text.slice(0, 300))
  }
}
