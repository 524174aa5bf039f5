/** Everybody reaches for the same lamps at once, on four instances and a database that answers when it likes. */
import { newRequest, type Phone } from '../builders/town'
import { aDonor, photo } from '../builders/wishes'
import { patience, runs } from '../property'
import {
  countOf,
  donorsOf,
  giveAllUp,
  inTurn,
  light,
  type Outcome,
  sent,
  startWall,
  unevenly,
  type Wall,
} from './race/stage'
import { holdersOf, lampsOf, untrue } from './race/truth'

jest.setTimeout(patience(180_000))

const LAMPS = 200
const MOST_AT_ONCE = 50
const LIMIT = 3

let wall: Wall
beforeAll(async () => {
  wall = await startWall(LAMPS)
})
afterAll(() => wall.city.town.stop())

const litNow = async (): Promise<number> => (await lampsOf(wall.db)).filter(({ state }) => state === 'lit').length
const ids = (): string[] => wall.hung.map(({ id }) => id)

/** Begins at a place of their own, so that nobody is first everywhere. */
const from = <T>(all: readonly T[], start: number): T[] => [...all.slice(start), ...all.slice(0, start)]

/** One donor goes along the whole wall, as many lamps at once as may be. */
const sweep = async (donor: Phone, start: number) => {
  const all = from(ids(), start)
  const lit: string[] = []
  const refused: Outcome[] = []
  for (let at = 0; at < all.length; at += MOST_AT_ONCE) {
    const wishIds = all.slice(at, at + MOST_AT_ONCE)
    const answer = await donor.wish.lightMany({ requestId: newRequest(), wishIds })
    expect([...answer.lit, ...answer.refused.map(({ wishId }) => wishId)].sort()).toEqual([...wishIds].sort())
    lit.push(...answer.lit)
    for (const { code } of answer.refused)
      refused.push(code === 'LIGHT_LIMIT_REACHED' || code === 'WISH_ALREADY_LIT' ? code : 'INTERNAL')
  }
  return { lit, refused }
}

const sweepAll = (donors: readonly Phone[]) =>
  unevenly(wall, () => Promise.all(donors.map((donor, n) => sweep(donor, (n * 37) % LAMPS))))

const expectCounted = async (): Promise<void> => {
  await wall.later(1)
  const { counts } = await aDonor(wall.city).wish.wall({ driveId: wall.city.driveId })
  const lamps = await lampsOf(wall.db)
  const hanging = (how: string) => lamps.filter(({ wall: hangs }) => hangs === how).length
  expect([counts.lit, counts.dark]).toEqual([hanging('lit'), hanging('dark')])
}

test('a hundred donors reach for all two hundred lamps: each lamp is lit once, nobody holds more than three', async () => {
  const donors = donorsOf(wall, 100, 'hundred')
  const swept = await sweepAll(donors)
  expect(swept.flatMap(({ lit }) => lit).sort()).toEqual(ids().sort())
  expect(Math.max(...swept.map(({ lit }) => lit.length))).toBeLessThanOrEqual(LIMIT)
  expect(Object.keys(countOf(swept.flatMap(({ refused }) => refused))).sort()).toEqual(
    ['LIGHT_LIMIT_REACHED', 'WISH_ALREADY_LIT'].sort(),
  )
  expect(await litNow()).toBe(LAMPS)
  expect(await untrue(wall.db)).toEqual([])
  await expectCounted()
  await inTurn(donors.length, async (n) => donors[n] && giveAllUp(donors[n]))
  expect(await litNow()).toBe(0)
  expect(await untrue(wall.db)).toEqual([])
})

test('sixty donors light what sixty may: a hundred and eighty, and all of them are full', async () => {
  const donors = donorsOf(wall, 60, 'sixty')
  const swept = await sweepAll(donors)
  expect(swept.map(({ lit }) => lit.length)).toEqual(donors.map(() => LIMIT))
  expect(await litNow()).toBe(60 * LIMIT)
  expect(await untrue(wall.db)).toEqual([])
  await expectCounted()
})

test('what nobody brought in three days is dark again, and everybody’s hands are free', async () => {
  await wall.later(72 * 60 + 1)
  await wall.later(1)
  expect(await litNow()).toBe(0)
  expect((await holdersOf(wall.db)).filter(({ used }) => used !== 0)).toEqual([])
  expect(await untrue(wall.db)).toEqual([])
})

test('every request sent twice at once: one of them lights, both say so', async () => {
  const donors = donorsOf(wall, 100, 'twice')
  const each = Math.min(LAMPS, runs(4).numRuns)
  const tries = donors.flatMap((donor, n) =>
    Array.from({ length: each }, (_, at) => ({ donor, wishId: ids()[(n * 2 + at * 53) % LAMPS] ?? '' })),
  )
  const outcomes = await unevenly(wall, () =>
    inTurn(
      tries.length,
      async (n) => {
        const { donor, wishId } = tries[n] ?? { donor: aDonor(wall.city), wishId: '' }
        const requestId = newRequest()
        return Promise.all([light(donor, wishId, requestId), light(donor, wishId, requestId)])
      },
      100,
    ),
  )
  const winners = outcomes.filter(([one]) => one === 'done').length
  expect(outcomes.filter(([one, other]) => one !== other)).toEqual([])
  expect(await litNow()).toBe(winners)
  expect(await untrue(wall.db)).toEqual([])
})

/** What people do at the same moment, each by their turn and by nothing else. */
const deeds = (donors: readonly Phone[], pictures: readonly string[]) => async (n: number) => {
  const donor = donors[n % donors.length]
  const hung = wall.hung[(n * 7) % LAMPS]
  if (!donor || !hung) throw new Error('nobody there')
  if (n % 9 === 0) return withdraw(hung.worker, hung.id)
  if (n % 5 > 1) return light(donor, hung.id)
  const { promised } = await donor.wish.promised({})
  const held = promised.find(({ state }) => state === 'lit')
  if (!held) return light(donor, hung.id)
  const { id, version } = held
  if (n % 4 === 0) {
    const form = { photo: pictures[n % pictures.length] ?? '' }
    return sent(() => wall.city.keeper.wish.act({ requestId: newRequest(), id, version, action: 'takeIn', form }))
  }
  const action = n % 2 === 0 ? 'undo' : 'giveUp'
  return sent(() => donor.wish.act({ requestId: newRequest(), id, version, action, form: {} }))
}

const withdraw = async (worker: Phone, id: string): Promise<Outcome> => {
  const { wishes } = await worker.wish.mine({})
  const version = wishes.find((wish) => wish.id === id)?.version ?? 0
  return sent(() => worker.wish.act({ requestId: newRequest(), id, version, action: 'withdraw', form: {} }))
}

test('lit, undone, given up, lapsed, withdrawn and handed over all at once, the lamps and the hands still agree', async () => {
  const donors = donorsOf(wall, 60, 'mixed')
  const pictures = await Promise.all(Array.from({ length: 12 }, () => photo(wall.city, wall.city.keeper)))
  const does = deeds(donors, pictures)
  const outcomes = await unevenly(wall, async () => {
    const before = await inTurn(400, does, 60)
    const [, during] = await Promise.all([wall.later(72 * 60 + 1), inTurn(300, does, 60)])
    return [...before, ...during]
  })
  const { done = 0 } = countOf(outcomes)
  expect(done).toBeGreaterThan(100)
  expect(outcomes.filter((outcome) => outcome === 'INTERNAL')).toEqual([])
  for (let minute = 0; minute < 5; minute += 1) await wall.later(1)
  expect(await untrue(wall.db)).toEqual([])
  const states = new Set((await lampsOf(wall.db)).map(({ state }) => state))
  expect([...states].sort()).toEqual(['handedOver', 'listed', 'lit', 'withdrawn'])
  await expectCounted()
})
