/** Makes sure there is a Chromium with Chinese letters for the tests that look at pages. */
import { findChromium } from './chromium'
import { CannotGoOn } from './say'
import { type Outcome, run } from './spawn'

const packages = ['chromium', 'fonts-noto-cjk']

/** What a machine has to do with it; a test stands in for a machine that has none. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly isAdministrator: boolean
  find(): string | undefined
  run(program: string, args: readonly string[]): Promise<Outcome>
}

const thisMachine: Machine = {
  platform: process.platform,
  isAdministrator: process.getuid?.() === 0,
  find: findChromium,
  run: (program, args) => run(program, args),
}

/** Debian as its administrator, as in CI: the two packages are put there without asking. */
async function install(machine: Machine, onProgress: (line: string) => void): Promise<void> {
  if (machine.platform !== 'linux' || !machine.isAdministrator) return
  if ((await machine.run('apt-get', ['--version'])).code !== 0) return
  onProgress(`installing ${packages.join(' and ')} for the browser tests`)
  await machine.run('apt-get', ['update'])
  const { code, said } = await machine.run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
  if (code !== 0) onProgress(`apt-get could not: ${said.trim().split('\n').at(-1) ?? ''}`)
}

export async function ensureChromium(
  onProgress: (line: string) => void,
  machine: Machine = thisMachine,
): Promise<void> {
  if (machine.find()) return
  await install(machine, onProgress)
  if (machine.find()) return
  throw new CannotGoOn(
    `The browser tests need Chromium: run "sudo apt-get install ${packages.join(' ')}" (or set CHROMIUM_PATH to a Chrome or Chromium), then try again.`,
  )
}
