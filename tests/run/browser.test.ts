/** The tests that look at pages get their Chromium by themselves where they may, and else say in one sentence what to run. */
import { ensureChromium, type Machine } from '../../config/run/browser'
import { findChromium } from '../../config/run/chromium'

const SENTENCE =
  'The browser tests need Chromium: run "sudo apt-get install chromium fonts-noto-cjk" (or set CHROMIUM_PATH to a Chrome or Chromium), then try again.'

/** A machine without a Chromium; `apt-get` is there or is not, and brings one or does not. */
function aMachine({
  hasApt = true,
  brings = true,
  ...rest
}: Partial<Machine> & { hasApt?: boolean; brings?: boolean }) {
  const ran: string[] = []
  const said: string[] = []
  let isThere = false
  const machine: Machine = {
    platform: 'linux',
    isAdministrator: true,
    find: () => (isThere ? '/usr/bin/chromium' : undefined),
    run: async (program, args) => {
      if (!hasApt) return { code: 127, said: `spawn ${program} ENOENT` }
      ran.push([program, ...args].join(' '))
      if (args[0] === 'install') isThere = brings
      return args[0] === 'install' && !brings
        ? { code: 100, said: 'E: Unable to locate package\n' }
        : { code: 0, said: '' }
    },
    ...rest,
  }
  return { ran, said, ensured: () => ensureChromium((line) => said.push(line), machine) }
}

describe('a Chromium for the tests', () => {
  it('is installed with Chinese letters by Debian’s administrator, as in CI', async () => {
    const { ran, said, ensured } = aMachine({})
    await ensured()
    expect(ran).toEqual([
      'apt-get --version',
      'apt-get update',
      'apt-get install -y --no-install-recommends chromium fonts-noto-cjk',
    ])
    expect(said).toEqual(['installing chromium and fonts-noto-cjk for the browser tests'])
  })

  it.each([
    ['there is no apt-get', { hasApt: false }],
    ['the person is no administrator', { isAdministrator: false }],
    ['the machine is no Linux', { platform: 'darwin' }],
  ] as const)('is asked for in one sentence when %s, and nothing is touched', async (_why, machine) => {
    const { ran, ensured } = aMachine(machine)
    await expect(ensured()).rejects.toThrow(SENTENCE)
    expect(ran).toEqual([])
  })

  it('is asked for in the same sentence when apt-get cannot bring it, after its own last word', async () => {
    const { said, ensured } = aMachine({ brings: false })
    await expect(ensured()).rejects.toThrow(SENTENCE)
    expect(said.at(-1)).toBe('apt-get could not: E: Unable to locate package')
  })

  it('that is there is used, and nothing is run', async () => {
    const { ran, ensured } = aMachine({ find: findChromium })
    await ensured()
    expect(ran).toEqual([])
  })
})
