/** A demo wish on its way, and one deed after another on it, each done once however often the city is filled. */
import * as v from 'valibot'
import type { Day } from '../../../domain/kernel/time'
import type { Uploading } from './caller'
import type { Journal } from './journal'
import type { DemoWish } from './wish-rows'

export type Square = {
  readonly cloud: Uploading
  readonly journal: Journal
  readonly stationId: string
  readonly today: Day
}

export const Standing = v.object({ id: v.string(), version: v.number() })
export type Standing = v.InferOutput<typeof Standing>

/** A wish on its way, with its worker. */
export type Underway = { readonly key: string; readonly slug: string; readonly row: DemoWish; standing: Standing }

/** One deed of somebody, done once. */
export const step = async (
  square: Square,
  wish: Underway,
  deed: string,
  act: () => Promise<Standing>,
): Promise<void> => {
  wish.standing = await square.journal.once(`${wish.key}-${deed}`, Standing, act)
}

export const onceMore = ({ key, standing }: Underway, deed: string) => ({
  requestId: `demo-${key}-${deed}`,
  id: standing.id,
  version: standing.version,
})
