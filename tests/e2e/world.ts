/** The city the stories happen in, with one phone for each who has a part: on this desk, or developer tools with a cloud of their own. */
import automator from 'miniprogram-automator'
import { phoneOf } from '../../config/run/demo/caller'
import { CITY } from '../../config/run/demo/rows'
import type { Cloud } from '../../platform/cloud'
import { type Phone, startPhone } from '../../platform/phone'
import { connectPhone } from '../../platform/phone/client'
import { openStage } from '../ui/stage'
import { Handset } from './handset'

export type World = {
  /** The cloud they all speak to; a developer tool’s lies elsewhere. */
  readonly cloud: Cloud
  handset(story: string, slug: string, entry?: string): Promise<Handset>
  /** Of the poster at this place. */
  scene(site: string): Promise<string>
  /** What any of the phones would have been refused on a real one. */
  faults(): Promise<string[]>
  close(): Promise<void>
}

type City = Pick<World, 'cloud' | 'handset' | 'scene' | 'close'>

/** docs/ON-A-REAL-PHONE.md: endpoints parted by commas, each phone of a story takes the next. */
function cityOfTools(endpoints: string[]): City {
  return {
    get cloud(): Cloud {
      throw new Error('the cloud of a developer tool is not in reach of this story')
    },
    handset: async (story) => {
      const wsEndpoint = endpoints.shift()
      if (wsEndpoint === undefined) throw new Error('WS_ENDPOINT names too few developer tools for this story')
      return new Handset(story, await automator.connect({ wsEndpoint }), undefined)
    },
    scene: async () => process.env.SITE_SCENE ?? '',
    close: async () => undefined,
  }
}

async function cityOfTheDesk(): Promise<City> {
  const stage = await openStage()
  const phones: Phone[] = []
  return {
    cloud: stage.cloud,
    handset: async (story, slug, entry) => {
      const phone = await startPhone({
        origin: stage.originOf(slug),
        chromium: stage.browser,
        ...(entry !== undefined && { entry }),
      })
      phones.push(phone)
      const { wsEndpoint, page } = phone
      const own = { ...(await connectPhone(wsEndpoint)), tab: page }
      return new Handset(story, await automator.connect({ wsEndpoint }), own)
    },
    scene: async (site) => {
      const { rows } = await phoneOf(stage.cloud, 'city').site.list({ scope: { level: 'city', id: CITY } })
      const found = rows.find(({ name }) => name === site)
      if (!found) throw new Error(`the demo city has no place ${site}`)
      return found.scene
    },
    close: async () => {
      for (const phone of phones) await phone.close()
      await stage.close()
    },
  }
}

export async function openWorld(): Promise<World> {
  const tools = (process.env.WS_ENDPOINT ?? '').split(',').filter((one) => one !== '')
  const city = tools.length > 0 ? cityOfTools(tools) : await cityOfTheDesk()
  const handsets: Handset[] = []
  return {
    get cloud(): Cloud {
      return city.cloud
    },
    scene: city.scene,
    handset: async (...asked) => {
      const handset = await city.handset(...asked)
      handsets.push(handset)
      return handset
    },
    faults: async () => (await Promise.all(handsets.map((one) => one.faults()))).flat(),
    close: async () => {
      for (const handset of handsets) await handset.close()
      await city.close()
    },
  }
}
