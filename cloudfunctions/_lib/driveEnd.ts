/** The end of a drive: nothing is left in between, what nobody lit the union buys, and the report adds up to the last gift. */
import { AppError } from '../../domain/kernel/errors'
import { system } from '../../domain/kernel/machine'
import { addMinutes } from '../../domain/kernel/time'
import { driveMachine, openStates, outcomeOf, type WishState, wishStateNames } from '../../domain/wish'
import { move, type Stamp } from './cases'
import { change, command, count, find, get, remove } from './cloud'
import { type Drive, giveMoney, settleMoney, wishesIn } from './drives'
import type { Wish } from './lights'
import { tellFrom } from './outbox'
import { moveWish, type WishAction } from './wishMove'

const PAGE = 100
const AGAIN_MINUTES = 5
/** Somebody may still say that it is not what was promised: for a week, which runs on over a festival's days of rest. */
const QUIET_DAYS = 21
const ENDED = { reason: '活动结束了，没来得及办完' }
const SPENT = { reason: '没人点亮，工会的钱也用完了。下一场再许' }

const isTooLate = (error: unknown): boolean =>
  error instanceof AppError && ['CONFLICT', 'ACTION_NOT_ALLOWED'].includes(error.code)

/** False when somebody moved it meanwhile: it is looked at again. */
const moveOn = async (wish: Wish, action: WishAction, form: object, now: Date, more = {}): Promise<boolean> => {
  try {
    const stamp: Stamp = { actor: system, now, requestId: `${action}-${wish.version}` }
    await moveWish(wish, { action, version: undefined, form, more }, stamp)
    return true
  } catch (error) {
    if (isTooLate(error)) return false
    throw error
  }
}

/** One wish after the other, so that the budget is given in the order they were made. */
const back = async (drive: Drive, wish: Wish, now: Date): Promise<void> => {
  if (!(await giveMoney(drive, wish))) {
    await moveOn(wish, 'miscarry', SPENT, now)
    return
  }
  const isGiven = await moveOn(wish, 'back', {}, now, { set: { isFromUnion: true } })
  await settleMoney(drive._id, wish._id, wish.valueCapFen, isGiven)
}

/** A run that died between money and wish: the wish itself says whether it has it. */
const settleLeftOver = async ({ _id, giving }: Drive): Promise<void> => {
  if (!giving) return
  const wish = await get('wishes', giving.wishId)
  await settleMoney(_id, giving.wishId, giving.fen, wish?.isFromUnion === true)
}

const ends: readonly (readonly [WishState, (drive: Drive, wish: Wish, now: Date) => Promise<unknown>])[] = [
  ['draft', (_drive, wish, now) => moveOn(wish, 'drop', {}, now)],
  ['submitted', (_drive, wish, now) => moveOn(wish, 'shut', ENDED, now)],
  ['returned', (_drive, wish, now) => moveOn(wish, 'shut', ENDED, now)],
  ['proposed', (_drive, wish, now) => moveOn(wish, 'shut', ENDED, now)],
  ['listed', back],
]

/** How many wishes stand in each state. */
export const countStates = async (driveId: string): Promise<Record<WishState, number>> => {
  const counted = await Promise.all(
    wishStateNames.map(async (state) => [state, await count('wishes', { driveId, state })] as const),
  )
  return Object.fromEntries(counted) as Record<WishState, number>
}

export const sumOutcomes = (states: Readonly<Record<WishState, number>>) => {
  const sums = { received: 0, withdrawn: 0, rejected: 0, undelivered: 0, open: 0 }
  for (const state of wishStateNames) sums[outcomeOf[state]] += states[state]
  return sums
}

const CONTESTED: readonly WishState[] = ['received', 'thanked', 'undeliverable']

/** Ended long ago, and in none of its wishes can anybody still say something that would change its report. */
const isQuiet = async ({ _id: driveId, enteredAt }: Drive, now: Date): Promise<boolean> => {
  const since = addMinutes(now, -QUIET_DAYS * 24 * 60)
  if ((enteredAt ?? now.toISOString()) > since) return false
  const young = await Promise.all(
    CONTESTED.map((state) => find('wishes', { driveId, state, enteredAt: command.gt(since) }, { limit: 1 })),
  )
  return young.every(({ rows }) => rows.length === 0)
}

/** Right after, and by the clock what was missed. */
export const tellOfDrive = (doc: Drive, now: Date): Promise<void> =>
  tellFrom('drives', driveMachine, doc, async ({ title }) => ({ title }), now)

const close = async (drive: Drive, states: Record<WishState, number>, now: Date): Promise<void> => {
  const { open: _open, ...sums } = sumOutcomes(states)
  const made = Object.values(sums).reduce((all, one) => all + one, 0)
  const { doc } = await move(
    'drives',
    driveMachine,
    {
      id: drive._id,
      action: 'close',
      version: undefined,
      form: {},
      doc: drive,
      change: () => ({ set: { report: { made, ...sums } } }),
    },
    { actor: system, now, requestId: `close-${drive.version}` },
  )
  await tellOfDrive(doc, now)
}

/** Nobody can wish in it any more: what says of a document that it wished here goes. False while there is more. */
const dropSeats = async (driveId: string): Promise<boolean> => {
  const { rows, more } = await find('wishSeats', { driveId }, { limit: PAGE })
  await Promise.all(rows.map(({ _id }) => remove('wishSeats', _id)))
  return !more
}

const sweep = async (drive: Drive, now: Date): Promise<void> => {
  await settleLeftOver(drive)
  for (const [state, end] of ends) {
    const { rows, more } = await wishesIn(drive._id, state, PAGE)
    for (const wish of rows) await end(drive, wish, now)
    if (more) return
  }
  const states = await countStates(drive._id)
  const isOpen = openStates.some((state) => states[state] > 0)
  if (!isOpen && (await isQuiet(drive, now))) {
    if (await dropSeats(drive._id)) await close(drive, states, now)
    return
  }
  await change('drives', drive._id, {}, { set: { wakeAt: addMinutes(now, AGAIN_MINUTES) } })
}

const end = async (drive: Drive, now: Date): Promise<Drive> => {
  const { doc } = await move(
    'drives',
    driveMachine,
    {
      id: drive._id,
      action: 'end',
      version: undefined,
      form: {},
      doc: drive,
      change: () => ({ set: { wakeAt: now.toISOString() } }),
    },
    { actor: system, now, requestId: `end-${drive.version}` },
  )
  return doc
}

const isRunning = ({ state }: Drive): boolean => driveMachine.actions.end.from.some((from) => from === state)

/** What the clock does with a drive whose day has come: end it, then sweep it page by page until nothing is open. */
export const runDrive = async (drive: Drive, now: Date): Promise<void> =>
  sweep(isRunning(drive) ? await end(drive, now) : drive, now)
