/** People whose screens the demo city does not hold: one who waits, one turned back, one of seventeen; and what the screens are opened with. */
import { phoneOf } from '../../config/run/demo/caller'
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { CITY } from '../../config/run/demo/rows'
import { onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { type Claiming, makeClaims } from './claim-cast'
import { type ClaimDesk, makeClaimDesk } from './claim-desk-cast'
import { type Employing, makeEmployer } from './employer-cast'
import { type Issuing, makeIssuing } from './issuing-cast'
import { makeRefusing, type Refusing } from './refused'
import { type Cast, register } from './registered'
import { makeUnion, type Union } from './union-cast'
import { makeWalls, type Walls } from './walls'
import { makeWishers, type Wishing } from './wishers'

export const waiting = 'newcomer-21'
export const rejected = 'newcomer-22'
export const minor = 'newcomer-23'
export const nobody = 'newcomer-20'

const cast: readonly Cast[] = [
  { slug: waiting, name: '周大江', age: 41 },
  { slug: rejected, name: '阿卜杜拉·买买提', age: 36 },
  { slug: minor, name: '何小军', age: 17 },
  { slug: 'newcomer-25', name: '邵长河', age: 44 },
  { slug: 'newcomer-26', name: '孟广田', age: 52 },
]

/** Waits, until somebody else decides while an officer still looks at it. */
export type Disputed = { readonly id: string; readonly isDecided: () => Promise<unknown> }

/** What the addresses of the screens name. */
export type Props = Refusing &
  Claiming &
  Employing &
  Issuing &
  Wishing &
  Union &
  ClaimDesk &
  Walls & {
    readonly scene: string
    readonly otherScene: string
    readonly siteId: string
    readonly waitingId: string
    /** Somebody whose document somebody else registered with too. */
    readonly questionedId: string
    readonly token: string
    readonly disputed: readonly Disputed[]
  }

const disputedBy = (cloud: Cloud, { id, version }: Awaited<ReturnType<typeof register>>): Disputed => ({
  id,
  isDecided: () =>
    phoneOf(cloud, 'site-officer').worker.act({
      requestId: `screens-decide-${id}`,
      id,
      version,
      action: 'verify',
      form: {},
    }),
})

async function questioned(cloud: Cloud): Promise<string> {
  const asked = { scope: { level: 'city', id: CITY }, filter: { state: 'questioned' } } as const
  const { rows } = await phoneOf(cloud, 'city').worker.roster(asked)
  const [first] = rows
  if (!first) throw new Error('the demo city has lost its two people with one document')
  return first.id
}

export async function dress(cloud: Cloud): Promise<Props> {
  const city = phoneOf(cloud, 'city')
  const { rows } = await city.site.list({ scope: { level: 'city', id: CITY } })
  const [tower, other] = ['长寿路三号楼工地', '彭浦新村六街坊'].map((name) => rows.find((site) => site.name === name))
  if (!tower || !other) throw new Error('the demo city has lost its sites')
  const cards = await Promise.all(cast.map((one, at) => register(cloud, tower.scene, one, at)))
  const [first, second, , ...disputed] = cards
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
  const station = rows.find(({ name }) => name === '静安工人文化宫')
  const [questionedId, refusing, wishing, union] = await Promise.all([
    questioned(cloud),
    makeRefusing(cloud, other.scene),
    makeWishers(cloud, tower.scene),
    makeUnion(cloud),
  ])
  const walls = await makeWalls(cloud, tower.scene, station?.id ?? '')
  const claiming = await makeClaims(cloud)
  const issuing = await makeIssuing(cloud)
  const employing = await makeEmployer(cloud, tower.id)
  /** Last and alone: it moves the clock. */
  const claimDesk = await makeClaimDesk(cloud, tower.scene)
  const places = { scene: tower.scene, otherScene: other.scene, siteId: tower.id }
  const people = { waitingId: first.id, questionedId, disputed: disputed.map((card) => disputedBy(cloud, card)) }
  const claims = { ...claiming, ...issuing, ...employing, ...claimDesk }
  return { ...places, ...refusing, ...wishing, ...union, ...walls, ...claims, ...people, token }
}

const number = (age: number): string => madeUpNumber('41', bornYearsAgo(age, onOf(new Date())), 790)

/** A registration filled in on the phone, as its short screens keep it, agreed to before the text was what it is now. */
export const filledIn = ({ scene }: Props) => ({
  scene,
  siteName: '长寿路三号楼工地',
  consentVersion: '1',
  consentHash: '0'.repeat(64),
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

const agreed = ({ consent }: Props) => ({ consentVersion: String(consent.version), consentHash: consent.hash })

/** The same, agreed to as the text stands. */
export const agreedTo = (props: Props) => ({ ...filledIn(props), ...agreed(props) })

/** With a code of WeChat's for the phone number that was used before, or is too old. */
export const withOldCode = (props: Props) => ({
  ...agreedTo(props),
  phoneSource: 'wechat',
  phoneCode: 'used-before',
  phone: '',
})

export const atStoppedSite = (props: Props) => ({
  ...agreedTo(props),
  scene: props.stoppedScene,
  siteName: '换了码的工地',
})

export const atCrowdedSite = (props: Props) => ({
  ...agreedTo(props),
  scene: props.crowdedScene,
  siteName: '码被传开的工地',
})
