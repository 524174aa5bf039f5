/** A command that npm started ends when npm is ended, whatever stood between them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './command'

let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-launch-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** As npm's shell does: it starts the command, tells it which script it is, and passes no signal on. */
const asNpm = (...args: string[]) =>
  runNode([
    '-e',
    `require('node:child_process').spawn(process.execPath, ${JSON.stringify(['config/run/launch.cjs', ...args])}, {
      env: { ...process.env, npm_lifecycle_event: 'cloud' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })`,
  ])

it('leaves no cloud running behind the shell that started it', async () => {
  const shell = asNpm('cloud', '--port', '0', '--data', dataDir)
  const [, url = ''] = await shell.says(/cloud listening on (\S+)\n/)
  expect((await fetch(url)).status).toBeGreaterThan(0)
  /** Only the shell is ended; what it said through closes when the cloud, which shares it, is gone too. */
  await shell.stop()
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})
