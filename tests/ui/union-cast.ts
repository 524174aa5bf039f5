/** What the desks of the wishes are opened with: wishes of the demo city in each state, a slip, a reported text, a company that asks. */
import { phoneOf } from '../../config/run/demo/caller'
import { DISTRICT } from '../../config/run/demo/rows'
import type { DeskWish } from '../../domain/wish/views'
import type { Cloud } from '../../platform/cloud'

export type Union = {
  readonly driveId: string
  readonly wishIn: Readonly<Partial<Record<DeskWish['state'], string>>>
  readonly slip: string
}

const states = ['submitted', 'proposed', 'lit', 'handedOver', 'delivering', 'disputed', 'received'] as const
const district = { level: 'district', id: DISTRICT } as const

/** The oldest of each state. */
async function wishesOf(cloud: Cloud): Promise<Union['wishIn']> {
  const union = phoneOf(cloud, 'union').wish
  const pages = await Promise.all(states.map((state) => union.queue({ scope: district, state })))
  return Object.fromEntries(pages.map(({ rows }, at) => [states[at] ?? '', rows[0]?.id ?? '']))
}

async function slipOf(cloud: Cloud): Promise<string> {
  const { promised } = await phoneOf(cloud, 'donor').wish.promised({})
  return promised.find(({ slip, receivedAt }) => slip !== undefined && receivedAt === undefined)?.slip ?? ''
}

async function reportOne(cloud: Cloud, driveId: string): Promise<void> {
  const { wish, posting } = phoneOf(cloud, 'newcomer-24')
  const { lamps } = await wish.wall({ driveId, isDark: true })
  const { lamp } = await wish.lamp({ wishId: lamps[0]?.id ?? '' })
  if (lamp.postingId === undefined) return
  const form = { reason: '能看出是哪个工地的人' }
  await posting.act({ requestId: 'screens-report', id: lamp.postingId, version: 1, action: 'report', form })
}

/** A company that never lit a lamp. */
export const asksAsCompany = 'newcomer-10'

async function askAsCompany(cloud: Cloud, driveId: string): Promise<void> {
  const { wish } = phoneOf(cloud, asksAsCompany)
  await wish.askAsCompany({ requestId: 'screens-company', driveId, company: '静安区阿福点心店' })
}

export async function makeUnion(cloud: Cloud): Promise<Union> {
  const { drives } = await phoneOf(cloud, 'union').wish.drives({})
  const driveId = drives[0]?.id ?? ''
  const [wishIn, slip] = await Promise.all([
    wishesOf(cloud),
    slipOf(cloud),
    reportOne(cloud, driveId),
    askAsCompany(cloud, driveId),
  ])
  return { driveId, wishIn, slip }
}
