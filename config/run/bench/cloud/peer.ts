/** Parse Server on PostgreSQL in processes of their own; its packages are installed by the first run, from the registry alone. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from '../../options'
import { CannotGoOn } from '../../say'
import { newFolder } from '../folder'

const source = join(__dirname, '..', 'peer')
/** Out of the tree, which holds what is ours. */
const folder = join(root, '.cache', 'peer')

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

function install(): void {
  cpSync(source, folder, { recursive: true })
  if (existsSync(join(folder, 'node_modules', 'parse-server'))) return
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' })
  if (done.status !== 0) throw new CannotGoOn(`The peer could not be installed: ${done.stderr.slice(-400)}`)
}

export type Peer = { readonly url: string; stop(): Promise<void> }

/** `wall`: with the index its wall needs, which would slow the other work down. */
export async function startPeer(stored: number, work: 'lamps' | 'wall' = 'lamps'): Promise<Peer> {
  install()
  const [parsePort, postgresPort] = [await freePort(), await freePort()]
  const args = [join(folder, 'server.mjs'), parsePort, postgresPort, stored, work].map(String)
  /** Where it leaves its logs. */
  const server = spawn(process.execPath, args, { cwd: newFolder(), env: { ...process.env, NODE_ENV: 'production' } })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said = (said + chunk).slice(-2000)
      if (said.includes('peer is ready')) resolve()
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('exit', () => reject(new CannotGoOn(`The peer did not start: ${said.slice(-400)}`)))
  })
  return {
    url: `http://127.0.0.1:${parsePort}`,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve())
        server.stdin.end()
      }),
  }
}
