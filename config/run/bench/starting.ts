/** How long `npm start` takes to its printed page when nothing changed since the last time. */
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { root } from '../options'
import { newFolder } from './folder'

const startOnce = (dataDir: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const from = performance.now()
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const started = spawn(npm, ['start', '--', '--port', '0', '--data', dataDir], { cwd: root, detached: true })
    started.once('error', reject)
    started.stdout.on('data', (chunk: Buffer) => {
      if (!chunk.toString().includes('http://localhost')) return
      const seconds = (performance.now() - from) / 1000
      started.once('close', () => resolve(seconds))
      if (started.pid) process.kill(-started.pid, 'SIGTERM')
    })
  })

/** The first start makes the city; the second is the figure. */
export async function startSeconds(): Promise<number> {
  const dataDir = newFolder()
  await startOnce(dataDir)
  return startOnce(dataDir)
}
