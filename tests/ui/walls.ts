/** Walls the demo city does not hold: one to come, one that is over, one without lamps, one all lit, one whose donor’s hands are full. */
import { phoneOf } from '../../config/run/demo/caller'
import { CITY, DISTRICT } from '../../config/run/demo/rows'
import { addDays, onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { register } from './registered'

/** Wished for all the lamps of these walls. */
export const hopes = 'newcomer-27'
/** Lit as many as a person may. */
export const isFull = 'newcomer-28'
const cityUnion = 'newcomer-29'
const other = 'newcomer-30'

export type Walls = {
  readonly wallThatIs: Readonly<Record<'toCome' | 'over' | 'empty' | 'allLit', string>>
  readonly lampThatIs: Readonly<Record<'dark' | 'wanted', string>>
  /** Somebody else lights a lamp that is still dark on the phone that looks at it. */
  readonly beatsTo: (wishId: string) => Promise<unknown>
}

const bag = { kind: 'schoolBag', detail: '二年级', story: '孩子爱看书，书包要能装。' } as const
const district = { level: 'district', id: DISTRICT } as const

const publishing =
  (cloud: Cloud, stationId: string) =>
  async (name: string, by: string, title: string, scope: { level: 'city' | 'district'; id: string }, opensIn = 0) => {
    const today = onOf(new Date())
    const details = {
      title,
      opensOn: addDays(today, opensIn),
      endsOn: addDays(today, 40),
      rules: [],
      kinds: [{ kind: 'schoolBag' as const, valueCapFen: 15_000 }],
      wishesEach: 5,
      quota: 50,
      delivery: 'collect' as const,
      stationIds: [stationId],
      budgetFen: 0,
    }
    return (await phoneOf(cloud, by).wish.publishDrive({ requestId: `screens-drive-${name}`, scope, details })).drive.id
  }

async function appointCityUnion(cloud: Cloud): Promise<void> {
  const scope = { level: 'city', id: CITY } as const
  const invited = { requestId: 'screens-city-union', role: 'unionOfficer', scope, hours: 24 } as const
  const { token } = await phoneOf(cloud, 'city').staff.invite(invited)
  await phoneOf(cloud, cityUnion).staff.accept({ requestId: 'screens-city-union-yes', token, name: '市总工会' })
}

async function hang(cloud: Cloud, driveId: string, n: number): Promise<string> {
  const deed = (name: string) => `screens-${name}-${driveId}-${n}`
  const { wish } = await phoneOf(cloud, hopes).wish.make({ requestId: deed('wall'), driveId, words: bag })
  const proposing = { id: wish.id, version: wish.version, action: 'propose', form: {} } as const
  const proposed = await phoneOf(cloud, 'street-union').wish.act({ requestId: deed('propose'), ...proposing })
  const listing = { id: wish.id, version: proposed.version, action: 'list', form: {} } as const
  await phoneOf(cloud, 'union').wish.act({ requestId: deed('list'), ...listing })
  return wish.id
}

const light = (cloud: Cloud, by: string, wishId: string) =>
  phoneOf(cloud, by).wish.light({ requestId: `screens-light-${wishId}`, wishId })

async function hangAll(cloud: Cloud, driveId: string, count: number): Promise<string[]> {
  const hung: string[] = []
  for (let n = 0; n < count; n += 1) hung.push(await hang(cloud, driveId, n))
  return hung
}

export async function makeWalls(cloud: Cloud, scene: string, stationId: string): Promise<Walls> {
  const publish = publishing(cloud, stationId)
  await Promise.all([appointCityUnion(cloud), register(cloud, scene, { slug: hopes, name: '桂长山', age: 35 }, 44)])
  const toCome = await publish('to-come', cityUnion, '全市点亮微心愿', { level: 'city', id: CITY }, 1)
  const over = await publish('over', 'union', '小年点亮微心愿', district)
  const empty = await publish('empty', 'union', '元宵点亮微心愿', district)
  const allLit = await publish('all-lit', 'union', '除夕点亮微心愿', district)
  const full = await publish('full', 'union', '初一点亮微心愿', district)
  const stop = { id: over, version: 0, action: 'stop', form: { reason: '心愿都有着落了' } } as const
  await phoneOf(cloud, 'union').wish.actDrive({ requestId: 'screens-over', ...stop })
  const [lit = ''] = await hangAll(cloud, allLit, 1)
  await light(cloud, other, lit)
  const [dark = '', wanted = '', ...held] = await hangAll(cloud, full, 5)
  for (const wishId of held) await light(cloud, isFull, wishId)
  return {
    wallThatIs: { toCome, over, empty, allLit },
    lampThatIs: { dark, wanted },
    beatsTo: (wishId) => light(cloud, other, wishId),
  }
}
