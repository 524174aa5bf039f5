/** What must be true of lamps and donors whenever nothing is under way; each thing that is not, in words. */
import * as v from 'valibot'
import { lampOf, type WishState } from '../../../domain/wish'
import type { storedIn } from '../../builders/stored'

type Stored = Awaited<ReturnType<typeof storedIn>>

const isState = (state: string): state is WishState => Object.hasOwn(lampOf, state)

const Lamp = v.object({
  _id: v.string(),
  state: v.pipe(v.string(), v.check(isState)),
  wall: v.string(),
  version: v.number(),
  donorId: v.optional(v.string()),
  lighting: v.optional(v.object({ donorId: v.string(), slot: v.string() })),
  events: v.array(v.object({ action: v.string(), from: v.string(), to: v.string(), by: v.string() })),
})
const Holder = v.object({
  _id: v.string(),
  limit: v.number(),
  used: v.number(),
  held: v.array(v.object({ slot: v.string(), wishId: v.string() })),
})
export type Lamp = v.InferOutput<typeof Lamp>
export type Holder = v.InferOutput<typeof Holder>

export const lampsOf = async (db: Stored): Promise<Lamp[]> => v.parse(v.array(Lamp), await db.all('wishes'))
export const holdersOf = async (db: Stored): Promise<Holder[]> => v.parse(v.array(Holder), await db.all('donors'))

const isLit = ({ state }: Lamp): boolean => state === 'lit'

const ofLamp = (lamp: Lamp): string[] => {
  const { _id, state, wall, events, lighting, version } = lamp
  const hangs: Readonly<Record<string, string>> = lampOf
  const broken = events.some(({ from }, at) => at > 0 && from !== events[at - 1]?.to)
  return [
    ...(wall === hangs[state] ? [] : [`${_id} is ${state} and hangs ${wall}`]),
    ...(broken ? [`${_id} moved from where it did not stand`] : []),
    ...(events.at(-1)?.to === state ? [] : [`${_id} stands elsewhere than its history`]),
    ...(events.length === version + 1 ? [] : [`${_id} has ${events.length} rows at version ${version}`]),
    ...(isLit(lamp) === (lighting !== undefined) ? [] : [`${_id} is ${state} with ${JSON.stringify(lighting)}`]),
  ]
}

const ofHolder = ({ _id, used, limit, held }: Holder, lamps: readonly Lamp[]): string[] => {
  const lit = lamps.flatMap(({ lighting }) => (lighting?.donorId === _id ? [lighting.slot] : []))
  const slots = held.map(({ slot }) => slot)
  const isSame = new Set(slots).size === slots.length && slots.sort().join() === lit.sort().join()
  return [
    ...(used === slots.length ? [] : [`${_id} uses ${used} and holds ${slots.length}`]),
    ...(isSame ? [] : [`${_id} holds ${slots.length} slots for ${lit.length} lamps`]),
    ...(used <= limit ? [] : [`${_id} uses ${used} of ${limit}`]),
  ]
}

export const untrue = async (db: Stored): Promise<string[]> => {
  const [lamps, holders] = [await lampsOf(db), await holdersOf(db)]
  const known = new Set(holders.map(({ _id }) => _id))
  const stray = lamps.filter(({ lighting }) => lighting && !known.has(lighting.donorId))
  return [
    ...lamps.flatMap(ofLamp),
    ...holders.flatMap((holder) => ofHolder(holder, lamps)),
    ...stray.map(({ _id }) => `${_id} is lit by nobody who is known`),
  ]
}
