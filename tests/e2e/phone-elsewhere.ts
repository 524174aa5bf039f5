/** A phone somebody else's tool runs: what no automator can do on it is asked of the person who sits before it, one line each. */
import automator from 'miniprogram-automator'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import * as v from 'valibot'
import { BY_HAND_MS } from './elsewhere'
import { type PhoneInHand, until } from './phone-in-hand'
import { pageOf } from './reading'

/** Between two looks at a phone that cannot say when it has come to rest. */
const PAUSE_MS = 100
const HOME = '/pages/home/index'

const Network = v.object({ networkType: v.string() })

const askFor = (slug: string, what: string): void =>
  void process.stderr.write(`by hand, on the phone of ${slug}: ${what}\n`)

/** A camera cannot be held before anything there: its answer is made up, as WeChat documents for `mockWxMethod`. */
const scanned = (scene: string) => ({
  path: `pages/worker/scan/index?scene=${encodeURIComponent(scene)}`,
  errMsg: 'scanCode:ok',
})

function inHand(slug: string, app: MiniProgram): PhoneInHand {
  const looking = {
    app,
    patienceMs: BY_HAND_MS,
    rest: async () => (await pageOf(app)).waitFor(PAUSE_MS),
  }
  const hasSignal = async (): Promise<boolean> =>
    v.parse(Network, await app.callWxMethod('getNetworkType')).networkType !== 'none'
  return {
    ...looking,
    own: undefined,
    answer: async ({ sheet, button }) => askFor(slug, `when WeChat asks (${sheet}), ${button}`),
    scan: async (press, scene) => {
      await app.mockWxMethod('scanCode', scanned(scene))
      await press()
    },
    network: async (isOnline) => {
      askFor(slug, isOnline ? 'give it its signal back' : 'take its signal away')
      await until(looking, 'see the signal change', async () => (await hasSignal()) === isOnline)
    },
    open: async (path = HOME) => void (await app.callWxMethod('reLaunch', { url: path })),
    tapNotice: async (words) => askFor(slug, `tap the service notice that says ${words}`),
    close: () => app.disconnect(),
  }
}

export const phoneElsewhere = async (slug: string, wsEndpoint: string): Promise<PhoneInHand> =>
  inHand(slug, await automator.connect({ wsEndpoint }))
