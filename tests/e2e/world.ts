/** The city the stories happen in, with one phone for each who has a part: on this desk, or elsewhere with a cloud of its own. */
import automator from 'miniprogram-automator'
import type { Cloud } from '../../platform/cloud'
import { type Phone, startPhone } from '../../platform/phone'
import { connectPhone } from '../../platform/phone/client'
import { openStage, type Stage } from '../ui/stage'
import { endpointOf, isElsewhere } from './elsewhere'
import { Handset } from './handset'
import { ownPhone } from './own-phone'
import { phoneElsewhere } from './phone-elsewhere'
import type { PhoneInHand } from './phone-in-hand'
import { sceneAt } from './registering'

export type World = {
  /** For what no phone can do, as moving its clock: under `onThisDesk` alone. */
  readonly cloud: Cloud
  /** The phone of this person; who has one already opens the app on it anew. */
  handset(story: string, slug: string, entry?: string): Promise<Handset>
  /** Of the poster at this place, as one of them may read it. */
  scene(site: string): Promise<string>
  /** What any of the phones would have been refused on a real one. */
  faults(): Promise<string[]>
  close(): Promise<void>
}

type City = Pick<World, 'cloud' | 'close'> & {
  hold(slug: string, entry: string | undefined): Promise<PhoneInHand>
}

/** docs/ON-A-REAL-PHONE.md */
const cityElsewhere = (): City => ({
  get cloud(): Cloud {
    throw new Error('the cloud elsewhere is in nobody’s reach: this test belongs under onThisDesk')
  },
  hold: async (slug, entry) => {
    const phone = await phoneElsewhere(slug, endpointOf(slug))
    await phone.open(entry)
    return phone
  },
  close: async () => undefined,
})

async function cityOfTheDesk(opened: Stage | undefined): Promise<City> {
  const stage = opened ?? (await openStage())
  const phones: Phone[] = []
  return {
    cloud: stage.cloud,
    hold: async (slug, entry) => {
      const phone = await startPhone({
        origin: stage.originOf(slug),
        chromium: stage.browser,
        ...(entry !== undefined && { entry }),
      })
      phones.push(phone)
      const { wsEndpoint, page } = phone
      const own = { ...(await connectPhone(wsEndpoint)), tab: page }
      return ownPhone(await automator.connect({ wsEndpoint }), own)
    },
    close: async () => {
      for (const phone of phones) await phone.close()
      await stage.close()
    },
  }
}

/** Whom the stories know to keep every place of the city they happen in. */
const KEEPER = 'street'

/** `stage`: one of this desk that a story has set in its own way. */
export async function openWorld(stage?: Stage): Promise<World> {
  const city = isElsewhere ? cityElsewhere() : await cityOfTheDesk(stage)
  const phones = new Map<string, PhoneInHand>()
  const handsets: Handset[] = []
  const handset: World['handset'] = async (story, slug, entry) => {
    const known = phones.get(slug)
    const phone = known ?? (await city.hold(slug, entry))
    phones.set(slug, phone)
    const made = new Handset(story, phone)
    handsets.push(made)
    if (known) await made.reopen(entry)
    return made
  }
  const seen = async (site: string): Promise<string | undefined> => {
    for (const one of handsets) {
      const scene = await sceneAt(site, one)
      if (scene !== undefined) return scene
    }
    return process.env.SITE_SCENE
  }
  return {
    get cloud(): Cloud {
      return city.cloud
    },
    handset,
    scene: async (site) => {
      const scene = (await seen(site)) ?? (await sceneAt(site, await handset('scene', KEEPER)))
      if (scene === undefined) throw new Error(`nobody in this story keeps a place called ${site}`)
      return scene
    },
    faults: async () => (await Promise.all(handsets.map((one) => one.faults()))).flat(),
    close: async () => {
      for (const phone of phones.values()) phone.close()
      await city.close()
    },
  }
}
