/** A wall of many lamps hung by real deeds, donors who reach for them at once, and a database that answers when it likes. */
import { AppError, type ErrorCode } from '../../../domain/kernel/errors'
import { storedIn } from '../../builders/stored'
import { newRequest, type Phone, START, type TownOptions } from '../../builders/town'
import { startWishTown, type WishTown, words } from '../../builders/wishes'
import { registered } from '../../builders/workers'

const EACH = 5
const AT_ONCE = 8

/** As many at once as the functions have instances for, in turn. */
export const inTurn = async <T>(count: number, act: (n: number) => Promise<T>, atOnce = AT_ONCE): Promise<T[]> => {
  const done: T[] = []
  let at = 0
  const runner = async (): Promise<void> => {
    while (at < count) {
      const n = at
      at += 1
      done[n] = await act(n)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, runner))
  return done
}

export type Hung = { readonly id: string; readonly worker: Phone }
export type Wall = {
  readonly city: WishTown
  readonly db: Awaited<ReturnType<typeof storedIn>>
  readonly hung: readonly Hung[]
  /** Lets the time pass, the timer going off once a minute at the end of it. */
  later(minutes: number): Promise<void>
}

const hangFor = async (city: WishTown, worker: Phone): Promise<Hung> => {
  const { wish } = await worker.wish.make({ requestId: newRequest(), driveId: city.driveId, words })
  const once = (version: number) => ({ requestId: newRequest(), id: wish.id, version, form: {} })
  const { version } = await city.grassroots.wish.act({ ...once(wish.version), action: 'propose' })
  await city.district.wish.act({ ...once(version), action: 'list' })
  return { id: wish.id, worker }
}

/** The wall of a town that runs, whose clock stands there. */
export const wallOf = async (city: WishTown, hung: readonly Hung[], since = START): Promise<Wall> => {
  let now = since
  const later = async (minutes: number): Promise<void> => {
    now = new Date(now.getTime() + minutes * 60_000)
    city.town.cloud.setNow(now)
    await city.town.cloud.tick(now)
  }
  return { city, db: await storedIn(city.town.cloud), hung, later }
}

export const startWall = async (lamps: number, options: TownOptions = {}): Promise<Wall> => {
  const city = await startWishTown(options, { wishesEach: EACH })
  const workers = await inTurn(Math.ceil(lamps / EACH), async (n) => {
    const { phone } = await registered(city.town, `oRaceWorker-${n}`, city.scene)
    return phone
  })
  const rows = await inTurn(workers.length, async (n) => {
    const [worker] = workers.slice(n)
    if (!worker) throw new Error('no worker')
    const own: Hung[] = []
    for (let made = 0; made < EACH && n * EACH + made < lamps; made += 1) own.push(await hangFor(city, worker))
    return own
  })
  return wallOf(city, rows.flat())
}

export const donorsOf = ({ city }: Wall, count: number, name: string): Phone[] =>
  Array.from({ length: count }, (_, n) => city.town.phone(`oRace-${name}-${n}`))

/** Each call of the database takes up to 20 ms, by chance, while this goes on. */
export const unevenly = async <T>({ city }: Wall, race: () => Promise<T>): Promise<T> => {
  const { faults } = city.town.cloud
  const id = faults.on({ at: 'database', kind: 'latency', spreadMs: 20 })
  try {
    return await race()
  } finally {
    faults.off(id)
  }
}

export type Outcome = 'done' | ErrorCode

const MOST_TRIES = 6

/** As the phone does it: what died on the way is sent again as it was. */
export const sent = async (deed: () => Promise<unknown>): Promise<Outcome> => {
  for (let tries = 1; ; tries += 1)
    try {
      await deed()
      return 'done'
    } catch (error) {
      if (error instanceof AppError && error.code !== 'INTERNAL') return error.code
      if (tries === MOST_TRIES) throw error
    }
}

export const light = (donor: Phone, wishId: string, requestId = newRequest()): Promise<Outcome> =>
  sent(() => donor.wish.light({ requestId, wishId }))

/** Everything a donor still holds goes back to the wall. */
export const giveAllUp = async (donor: Phone): Promise<void> => {
  const { promised } = await donor.wish.promised({})
  for (const { id, version, state } of promised)
    if (state === 'lit') await donor.wish.act({ requestId: newRequest(), id, version, action: 'giveUp', form: {} })
}

/** What a donor's own name among the stored donors is, by what they lit. */
export const countOf = (outcomes: readonly Outcome[]): Partial<Record<Outcome, number>> => {
  const counts: Partial<Record<Outcome, number>> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
