/** The wishes a desk goes through, state by state, as they were left: found again on the way back, and the next one after each. */
import { stateRow } from '../../../domain/kernel/machine'
import { wishMachine } from '../../../domain/wish/machine'
import { isWishState } from '../../../domain/wish/states'
import type { DeskWish } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import type { Place } from '../parts/access'
import { isLate } from '../parts/due'

export type StateName = DeskWish['state']
/** Whose wishes: of a place, or of one drive there. */
export type Where = Place & { readonly driveId?: string }
export type Queue = {
  readonly state: StateName
  readonly rows: readonly DeskWish[]
  readonly next?: string | undefined
}

/** What a union has to do something about, in the words of its desk. */
export const waitingWords: Readonly<Partial<Record<StateName, string>>> = {
  submitted: '待看',
  proposed: '区里看',
  disputed: '东西不对',
  backed: '工会买',
}

export const stateNamed = (name: string | undefined): StateName | undefined =>
  name !== undefined && isWishState(name) ? name : undefined

export const waitingStates: readonly StateName[] = Object.keys(waitingWords).filter(isWishState)

/** Where the machine's own word speaks to the worker. */
const deskWords: Readonly<Partial<Record<StateName, string>>> = { ...waitingWords, delivering: '等他来拿' }

export const wordsOf = (state: StateName): string => deskWords[state] ?? stateRow(wishMachine, state).label

let queues: readonly Queue[] = []

const byDue = ({ dueAt = '' }: DeskWish): string => dueAt

/** Late ones first, then those due first. */
const sorted = (rows: readonly DeskWish[], now: Date): DeskWish[] =>
  [...rows].sort(
    (a, b) =>
      Number(isLate(b, now)) - Number(isLate(a, now)) || (byDue(a) < byDue(b) ? -1 : Number(byDue(a) > byDue(b))),
  )

const pageOf = async ({ scope, driveId }: Where, state: StateName, cursor?: string): Promise<Queue> => {
  const { rows, next } = await wishes.queue({
    scope,
    state,
    ...(driveId === undefined ? {} : { driveId }),
    ...(cursor === undefined ? {} : { cursor }),
  })
  return { state, rows: sorted(rows, new Date()), next }
}

/** What waits, for whoever only wants to know how much. */
export const askWaiting = (place: Place): Promise<readonly Queue[]> =>
  Promise.all(waitingStates.map((state) => pageOf(place, state)))

/** All of them together, so that each chip says how many; and the one asked for, where nobody waits in it. */
export const askQueues = async (place: Where, more?: StateName): Promise<readonly Queue[]> => {
  const [waiting, other] = await Promise.all([
    askWaiting(place),
    more === undefined || waitingStates.includes(more) ? undefined : pageOf(place, more),
  ])
  const found = other ? [...waiting, other] : waiting
  queues = found
  return found
}

/** The following page, behind what is there. */
export const askMore = async (place: Where, { state, rows, next }: Queue): Promise<Queue> => {
  const page = await pageOf(place, state, next)
  const known = new Set(rows.map(({ id }) => id))
  const longer = { ...page, rows: [...rows, ...page.rows.filter(({ id }) => !known.has(id))] }
  queues = queues.map((queue) => (queue.state === state ? longer : queue))
  return longer
}

const canBeMoved = ({ can }: DeskWish): boolean => can.length > 0

/** The one to look at after this: the next in its own queue, else the first of another. */
export const nextAfter = (id: string): DeskWish | undefined => {
  const own = queues.find(({ rows }) => rows.some((row) => row.id === id))
  const rows = own?.rows ?? []
  const here = rows.findIndex((row) => row.id === id)
  const isOther = (row: DeskWish) => row.id !== id && canBeMoved(row)
  return rows.slice(here + 1).find(isOther) ?? rows.find(isOther)
}

/** A decided wish leaves its queue at once. */
export const dropFrom = (id: string): void => {
  queues = queues.map((queue) => ({ ...queue, rows: queue.rows.filter((row) => row.id !== id) }))
}

export const lateIn = ({ rows }: Queue, now: Date): number => rows.filter((row) => isLate(row, now)).length

/** '3', '20 多'. */
export const countIn = ({ rows, next }: Queue): string => (next === undefined ? `${rows.length}` : `${rows.length} 多`)
