/** The wall and lighting a lamp, over few and many wishes, beside Parse Server with the same wall. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DESK_TEMPLATE } from '../../env'
import { buildFunctions } from '../../functions'
import { freshKeyRing } from '../keys'
import { root } from '../options'
import { startOurs } from './cloud/ours'
import { startPeer } from './cloud/peer'
import { pass, type Way } from './cloud/shots'
import { newFolder } from './folder'
import { row, table } from './page'
import { median, type Timed } from './timed'
import { openTown } from './town'
import { hangLamps, lampId } from './wall'

const PASSES = 5
const IN_FLIGHT = 32
const A_PASS = 500

type Work = 'light' | 'wall'
type Lane = { readonly name: string; readonly way: Way; readonly from: number }

/** Somewhere on the wall, the same for each n. */
const cursorAt = (n: number): string => createHash('sha256').update(String(n)).digest('hex').slice(0, 40)

const oursFor = (url: string, driveId: string): Record<Work, Way> => {
  const way = (body: Way['body']): Way => ({
    url: `${url}/call/wish`,
    headers: (n) => ({ 'x-wx-openid': `oBenchDonor${n}` }),
    body,
  })
  return {
    light: way((n) => ({ endpoint: 'light', input: { requestId: `bench-light-${n}`, wishId: lampId(n) } })),
    wall: way((n) => ({ endpoint: 'wall', input: { driveId, isDark: true, cursor: cursorAt(n) } })),
  }
}

const peerWay = (url: string, name: string, body: Way['body']): Way => ({
  url: `${url}/parse/functions/${name}`,
  headers: () => ({ 'x-parse-application-id': 'peer' }),
  body,
})
const lightBody: Way['body'] = (n) => ({ id: `lamp-${n}`, by: `oBenchDonor${n}` })

/** One short pass of each after the other, so that what disturbs the machine disturbs all. The first turn warms. */
async function interleaved(lanes: readonly Lane[]): Promise<Timed[][]> {
  const passes: Timed[][] = lanes.map(() => [])
  for (let turn = 0; turn <= PASSES; turn += 1)
    for (const [at, { way, from }] of lanes.entries()) {
      const done = await pass(way, from + turn * A_PASS, A_PASS, IN_FLIGHT)
      if (turn > 0) passes[at]?.push(done)
    }
  return passes
}

const speed = (passes: readonly Timed[] = []): number => median(passes.map(({ perSecond }) => perSecond))
const tail = (passes: readonly Timed[] = []): string => median(passes.map(({ p99 }) => p99)).toFixed(0)

async function compare(ours: Record<Work, Way>, lamps: number): Promise<void> {
  const peer = await startPeer(lamps, 'wall')
  const half = Math.floor(lamps / 2)
  const wallBody: Way['body'] = (n) => ({ cursor: `c${(n * 7919) % lamps}` })
  for (const work of ['light', 'wall'] as const) {
    const body = work === 'light' ? lightBody : wallBody
    const [own, documented, best] = await interleaved([
      { name: 'ours', way: ours[work], from: 0 },
      { name: 'documented', way: peerWay(peer.url, `${work}Documented`, body), from: 0 },
      { name: 'best', way: peerWay(peer.url, `${work}Best`, body), from: half },
    ])
    const of = (other: Timed[] | undefined): string => (speed(own) / speed(other)).toFixed(2)
    const figures = [own, documented, best].map((passes) => Math.round(speed(passes)))
    row(work, lamps, ...figures, of(documented), of(best), tail(own), tail(documented), tail(best))
  }
  await peer.stop()
}

async function over(lamps: number, keys: string): Promise<void> {
  const dataDir = newFolder()
  const town = await openTown(dataDir, keys)
  const driveId = await hangLamps(town, lamps)
  await town.cloud.stop()
  const env = { NUANHU_KEYS: keys, NUANHU_NOTICE_TEMPLATE: DESK_TEMPLATE, NUANHU_OLDEST_CLIENT: '0.0.0' }
  Object.assign(process.env, env)
  const ours = await startOurs(dataDir, join(root, 'dist', 'cloudfunctions'))
  await compare(oursFor(ours.url, driveId), lamps)
  await ours.stop()
}

/** Each pass lights lamps of its own: ten thousand are enough for all of them. */
export async function benchWish({ few, many }: { few: number; many: number }): Promise<void> {
  await buildFunctions({ root })
  table(
    'work, 32 in flight',
    'wishes',
    'ours, a second',
    'documented way',
    'best way',
    'ours / documented',
    'ours / best',
    'p99, ms',
    'documented',
    'best',
  )
  /** One ring for both: this process has read it once. */
  const keys = JSON.stringify(freshKeyRing())
  for (const lamps of [few, many]) await over(lamps, keys)
}
