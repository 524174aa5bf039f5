/** Phones whose registration the cloud refuses, each for its real reason: nothing here stands in for an answer. */
import { phoneOf, phoneWith } from '../../config/run/demo/caller'
import { streets } from '../../config/run/demo/rows'
import { quotas } from '../../domain/worker/quotas'
import type { Cloud } from '../../platform/cloud'

/** A phone on which as many people registered as one phone may. */
export const spent = 'newcomer-24'

type Consent = { readonly version: number; readonly hash: string }
type Registering = { readonly openid?: string; readonly scene: string; readonly consent: Consent; readonly at: number }

/** Anybody at all; a passport's number is made of nothing but its place in the row. */
const someone = ({ scene, consent, at }: Registering) =>
  ({
    requestId: `refused-${at}`,
    scene,
    consent: { ...consent, agreesToBasic: true, agreesToSensitive: true },
    person: {
      name: '丁一',
      phone: { source: 'typed', phone: `1990001${String(at).padStart(4, '0')}` },
      document: { kind: 'passport', number: `E${50_000_000 + at}` },
      bornOn: '1990-01-01',
      homeProvince: '34',
    },
    stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' },
  }) as const

/** Registers and takes it back as often as a phone may in its life. */
async function spendPhone(cloud: Cloud, scene: string, consent: Consent): Promise<void> {
  const { worker } = phoneOf(cloud, spent)
  for (let round = 0; round < quotas.device.limit; round += 1) {
    const { card } = await worker.register(someone({ scene, consent, at: 9000 + round }))
    const { id, version } = card
    await worker.act({ requestId: `refused-erase-${round}`, id, version, action: 'erase', form: {} })
  }
}

/** A code that was photographed and spread: as many as may register at it in one day. */
async function crowdedSite(cloud: Cloud, consent: Consent): Promise<string> {
  const { site } = await phoneOf(cloud, 'city').site.create({
    requestId: 'refused-crowded',
    streetId: streets[2].id,
    details: {
      name: '码被传开的工地',
      address: '浦东新区潍坊路 888 号',
      residence: 'factory',
      keeperName: '门卫室',
      keeperPhone: '021-00000005',
    },
  })
  const crowd = Array.from({ length: quotas.siteDaily.limit }, (_, at) =>
    phoneWith(cloud, `oCrowd-${at}`).worker.register(someone({ scene: site.scene, consent, at })),
  )
  await Promise.all(crowd)
  return site.scene
}

/** A code taken off the wall while somebody fills in their registration. */
async function stoppedSite(cloud: Cloud): Promise<string> {
  const { site: sites } = phoneOf(cloud, 'city')
  const { site } = await sites.create({
    requestId: 'refused-stopped',
    streetId: streets[2].id,
    details: {
      name: '换了码的工地',
      address: '浦东新区潍坊路 890 号',
      residence: 'factory',
      keeperName: '门卫室',
      keeperPhone: '021-00000006',
    },
  })
  const { id, version } = site
  await sites.act({ requestId: 'refused-stop', id, version, action: 'revoke', form: { reason: '海报坏了，要重印' } })
  return site.scene
}

export type Refusing = { readonly consent: Consent; readonly crowdedScene: string; readonly stoppedScene: string }

export async function makeRefusing(cloud: Cloud, scene: string): Promise<Refusing> {
  const { version, hash } = await phoneOf(cloud, spent).worker.consent({})
  const consent = { version, hash }
  const [crowdedScene, stoppedScene] = await Promise.all([
    crowdedSite(cloud, consent),
    stoppedSite(cloud),
    spendPhone(cloud, scene, consent),
  ])
  return { consent, crowdedScene, stoppedScene }
}
