/** People whose wishes the demo city does not show on a persona's phone: sent back, taken off the wall, kept out by a rule. */
import { phoneOf } from '../../config/run/demo/caller'
import type { Cloud } from '../../platform/cloud'
import { register } from './registered'

/** One sent back and one still looked at: both places of the drive are used. */
export const sentBack = 'newcomer-11'
/** What they said was taken off the wall. */
export const takenOff = 'newcomer-12'
/** Goes home for the festival. */
export const goesHome = 'newcomer-13'

const bag = { kind: 'schoolBag', detail: '二年级', story: '孩子爱看书，书包要能装。' } as const
const shoes = { kind: 'shoes', detail: '41', story: '爬架子要防滑的鞋，两双。' } as const

export type Wishing = { readonly returnedId: string; readonly lampId: string }

export async function makeWishers(cloud: Cloud, scene: string): Promise<Wishing> {
  const [first, second, third] = [sentBack, takenOff, goesHome]
  await register(cloud, scene, { slug: first, name: '雷大山', age: 45 }, 41)
  await register(cloud, scene, { slug: second, name: '贺春生', age: 39 }, 42)
  const card = await register(cloud, scene, { slug: third, name: '江小满', age: 27 }, 43)
  await phoneOf(cloud, third).worker.act({
    requestId: 'screens-goes-home',
    id: card.id,
    version: card.version,
    action: 'update',
    form: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'leaving', companion: 'alone' },
  })
  const { drives } = await phoneOf(cloud, first).wish.drives({})
  const driveId = drives[0]?.id ?? ''
  const make = (slug: string, at: number, words: typeof bag | typeof shoes) =>
    phoneOf(cloud, slug).wish.make({ requestId: `screens-wish-${slug}-${at}`, driveId, words })
  const { wish: returned } = await make(first, 1, shoes)
  await make(first, 2, bag)
  await phoneOf(cloud, 'street-union').wish.act({
    requestId: 'screens-return',
    id: returned.id,
    version: returned.version,
    action: 'return',
    form: { reason: '一个心愿写一双' },
  })
  const lampId = await takeOff(cloud, (await make(second, 1, bag)).wish)
  return { returnedId: returned.id, lampId }
}

/** Hung up, read by everybody, and taken down by a reviewer. */
async function takeOff(cloud: Cloud, { id, version }: { id: string; version: number }): Promise<string> {
  const proposed = await phoneOf(cloud, 'street-union').wish.act({
    requestId: 'screens-propose',
    id,
    version,
    action: 'propose',
    form: {},
  })
  await phoneOf(cloud, 'union').wish.act({
    requestId: 'screens-list',
    id,
    version: proposed.version,
    action: 'list',
    form: {},
  })
  const { rows } = await phoneOf(cloud, takenOff).posting.mine({})
  const [said] = rows
  if (!said) throw new Error('what was said is not to be found')
  await phoneOf(cloud, 'content-reviewer').posting.act({
    requestId: 'screens-take-down',
    id: said.id,
    version: said.version,
    action: 'takeDown',
    form: { reason: '看得出是谁家的孩子' },
  })
  return id
}
