/** People whose screens the demo city does not hold: one who waits, one turned back, one of seventeen; and what the screens are opened with. */
import { phoneOf } from '../../config/run/demo/caller'
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { CITY } from '../../config/run/demo/rows'
import { onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'

export const waiting = 'newcomer-21'
export const rejected = 'newcomer-22'
export const minor = 'newcomer-23'
export const nobody = 'newcomer-20'

type Cast = { readonly slug: string; readonly name: string; readonly age: number }

const cast: readonly Cast[] = [
  { slug: waiting, name: '周大江', age: 41 },
  { slug: rejected, name: '阿卜杜拉·买买提', age: 36 },
  { slug: minor, name: '何小军', age: 17 },
]

/** What the addresses of the screens name. */
export type Props = {
  readonly scene: string
  readonly otherScene: string
  readonly siteId: string
  readonly waitingId: string
  readonly token: string
}

async function register(cloud: Cloud, scene: string, { slug, name, age }: Cast, at: number) {
  const { worker } = phoneOf(cloud, slug)
  const { version, hash } = await worker.consent({})
  const number = madeUpNumber('34', bornYearsAgo(age, onOf(new Date())), 700 + at)
  const { card } = await worker.register({
    requestId: `screens-${slug}`,
    scene,
    consent: { version, hash, agreesToBasic: true, agreesToSensitive: true },
    person: {
      name,
      phone: { source: 'typed', phone: `1990000${7000 + at}` },
      document: { kind: 'residentId', number },
      homeProvince: '34',
    },
    stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' },
  })
  return card
}

export async function dress(cloud: Cloud): Promise<Props> {
  const city = phoneOf(cloud, 'city')
  const { rows } = await city.site.list({ scope: { level: 'city', id: CITY } })
  const [tower, other] = ['长寿路三号楼工地', '彭浦新村六街坊'].map((name) => rows.find((site) => site.name === name))
  if (!tower || !other) throw new Error('the demo city has lost its sites')
  const cards = await Promise.all(cast.map((one, at) => register(cloud, tower.scene, one, at)))
  const [first, second] = cards
  if (!first || !second) throw new Error('the cast did not register')
  await phoneOf(cloud, 'site-officer').worker.act({
    requestId: 'screens-reject',
    id: second.id,
    version: second.version,
    action: 'reject',
    form: { reason: '名字和证件上的不一样' },
  })
  const { token } = await city.staff.invite({
    requestId: 'screens-invite',
    role: 'supervisor',
    scope: { level: 'city', id: CITY },
    hours: 24,
  })
  return { scene: tower.scene, otherScene: other.scene, siteId: tower.id, waitingId: first.id, token }
}

const number = (age: number): string => madeUpNumber('41', bornYearsAgo(age, onOf(new Date())), 790)

/** A registration filled in on the phone, as its short screens keep it. */
export const filledIn = ({ scene }: Props) => ({
  scene,
  siteName: '长寿路三号楼工地',
  consentVersion: '1',
  consentHash: 'x',
  phoneSource: 'typed',
  phone: '19900007788',
  name: '欧阳·买买提',
  kind: 'residentId',
  number: number(33),
  homeProvince: '41',
  residence: 'factory',
  trade: 'construction',
  exposure: 'no',
  stay: 'leaving',
  companion: 'family',
  childrenCount: '2',
})
