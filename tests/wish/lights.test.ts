/** One lamp, fifty lamps, and what each of them costs: how often lighting waits, what is said of those that could not be lit. */
import fc from 'fast-check'
import { newRequest, type Phone } from '../builders/town'
import { aDonor, photo, standing } from '../builders/wishes'
import { patience, runs } from '../property'
import { donorsOf, light, type Outcome, sent, startWall, unevenly, type Wall } from './race/stage'
import { lampsOf, untrue } from './race/truth'

jest.setTimeout(patience(180_000))

const RUNS = runs(15)
const FOR_RUNS = 15 * 6

let wall: Wall
beforeAll(async () => {
  wall = await startWall(60 + FOR_RUNS)
})
afterAll(() => wall.city.town.stop())

const costOf = (endpoint: string) => {
  const calls = wall.city.town.cloud.calls().filter((one) => one.fn === 'wish' && one.endpoint === endpoint)
  const call = calls.at(-1)
  return call && { waits: call.waits, requests: call.requests }
}
const lamp = (n: number): string => wall.hung[n]?.id ?? ''

/** Known to the union as a company that may hold fifty. */
const becomeCompany = async (donor: Phone, limit: number): Promise<void> => {
  const { driveId } = wall.city
  const { donor: asked } = await donor.wish.askAsCompany({ requestId: newRequest(), driveId, company: '长宁机床厂' })
  await wall.city.district.wish.actDonor({
    requestId: newRequest(),
    id: asked.id,
    version: asked.version,
    action: 'approve',
    form: { limit },
  })
}

test('lighting waits three times and asks four times, the first lamp of a donor too; who is late waits once', async () => {
  const [first, second] = donorsOf(wall, 2, 'cost')
  if (!first || !second) throw new Error('nobody there')
  for (const n of [0, 1]) {
    expect(await light(first, lamp(n))).toBe('done')
    expect(costOf('light')).toEqual({ waits: 3, requests: 4 })
  }
  expect(await light(second, lamp(0))).toBe('WISH_ALREADY_LIT')
  expect(costOf('light')).toEqual({ waits: 1, requests: 2 })
})

test('the wall waits once, and not at all for its count while that is ten seconds young', async () => {
  const looker = aDonor(wall.city)
  await looker.wish.wall({ driveId: wall.city.driveId })
  expect(costOf('wall')?.waits).toBe(1)
  await looker.wish.wall({ driveId: wall.city.driveId })
  expect(costOf('wall')).toEqual({ waits: 1, requests: 1 })
})

test('fifty at once: all that could be lit are, and each other lamp says why', async () => {
  const [company] = donorsOf(wall, 1, 'company')
  if (!company) throw new Error('nobody there')
  expect(await light(company, lamp(2))).toBe('done')
  await becomeCompany(company, 45)
  const own = wall.hung[3]
  if (!own) throw new Error('no lamp')
  await own.worker.wish.act({
    requestId: newRequest(),
    id: own.id,
    version: (await standing(own.worker, own.id)).version,
    action: 'withdraw',
    form: {},
  })
  const wishIds = ['no-such-wish', lamp(0), lamp(3), ...Array.from({ length: 47 }, (_, n) => lamp(4 + n))]
  const requestId = newRequest()
  const { lit, refused } = await unevenly(wall, () => company.wish.lightMany({ requestId, wishIds }))
  expect(lit).toHaveLength(44)
  const refusedAs = (why: string) => refused.flatMap(({ code, wishId }) => (code === why ? [wishId] : [])).sort()
  expect(refusedAs('NOT_FOUND')).toEqual(['no-such-wish', lamp(3)].sort())
  expect(refusedAs('WISH_ALREADY_LIT')).toEqual([lamp(0)])
  expect(refusedAs('LIGHT_LIMIT_REACHED')).toHaveLength(3)
  expect(refused.every(({ message }) => /[\u4e00-\u9fff]/.test(message))).toBe(true)
  expect((await company.wish.lightMany({ requestId, wishIds })).lit).toEqual(lit)
  expect((await company.wish.promised({})).donor).toMatchObject({ used: 45, limit: 45 })
  expect(await untrue(wall.db)).toEqual([])
})

test('one’s own wish is for somebody else to light', async () => {
  const own = wall.hung[55]
  expect(own && (await light(own.worker, own.id))).toBe('OWN_WISH')
})

const who = fc.nat({ max: 2 })
const which = fc.nat({ max: 5 })
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('light' as const), who, which }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'giveUp' as const), who, which }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('withdraw' as const, 'takeIn' as const), who, which }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** Each with the version that stands now: whether it still stands when it arrives is what is tried. */
const act = async (does: Exclude<Deed['does'], 'light'>, donor: Phone, id: string): Promise<Outcome> => {
  const version = (await lampsOf(wall.db)).find(({ _id }) => _id === id)?.version ?? 0
  const once = { requestId: newRequest(), id, version }
  if (does === 'withdraw') {
    const worker = wall.hung.find((hung) => hung.id === id)?.worker
    return sent(async () => worker?.wish.act({ ...once, action: 'withdraw', form: {} }))
  }
  if (does !== 'takeIn') return sent(() => donor.wish.act({ ...once, action: does, form: {} }))
  const form = { photo: await photo(wall.city, wall.city.keeper) }
  return sent(() => wall.city.keeper.wish.act({ ...once, action: 'takeIn', form }))
}

test('whatever several donors, workers and the station do in whatever order, used is what is held is what is lit', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 6 }), { maxLength: 6 }), async (rounds) => {
      run += 1
      const donors = donorsOf(wall, 3, `turns-${run}`)
      const lamps = Array.from({ length: 6 }, (_, n) => lamp(60 + ((run * 6 + n) % FOR_RUNS)))
      for (const round of rounds)
        await unevenly(wall, () =>
          Promise.all(
            round.map(({ does, who: by, which: at }) => {
              const [donor, id] = [donors[by], lamps[at] ?? '']
              if (!donor) throw new Error('nobody there')
              return does === 'light' ? light(donor, id) : act(does, donor, id)
            }),
          ),
        )
      expect(await untrue(wall.db)).toEqual([])
    }),
    { ...RUNS, endOnFailure: true },
  )
})
