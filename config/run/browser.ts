/** Makes sure there is a Chromium with Chinese letters for the tests that look at pages. */
import { findChromium } from './chromium'
import { CannotGoOn } from './say'
import { run } from './spawn'

const packages = ['chromium', 'fonts-noto-cjk']

/** Debian as its administrator, as in CI: the two packages are put there without asking. */
async function install(onProgress: (line: string) => void): Promise<void> {
  const isDebian = process.platform === 'linux' && (await run('apt-get', ['--version'])).code === 0
  if (!isDebian || process.getuid?.() !== 0) return
  onProgress(`installing ${packages.join(' and ')} for the browser tests`)
  await run('apt-get', ['update'])
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

export async function ensureChromium(onProgress: (line: string) => void): Promise<void> {
  if (findChromium()) return
  await install(onProgress)
  if (findChromium()) return
  throw new CannotGoOn(
    `The browser tests need Chromium: run "sudo apt-get install ${packages.join(' ')}" (or set CHROMIUM_PATH to a Chrome or Chromium), then try again.`,
  )
}
