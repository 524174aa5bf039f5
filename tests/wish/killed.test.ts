/** A process that dies in the middle of lighting costs nobody a lamp or a slot; a handler that reads and then writes would. */
import type { Changes } from '../builders/altered'
import { newRequest } from '../builders/town'
import { patience } from '../property'
import { diesBetween, mortal, readsThenLights, readsThenTakes, withBuild } from './race/deaths'
import { donorsOf, inTurn, light, startWall, unevenly, type Wall } from './race/stage'
import { holdersOf, lampsOf, untrue } from './race/truth'

jest.setTimeout(patience(120_000))

const onWall = <T>(lamps: number, changes: Changes, act: (wall: Wall) => Promise<T>): Promise<T> =>
  withBuild(changes, async (distDir) => {
    const wall = await startWall(lamps, { distDir })
    try {
      return await act(wall)
    } finally {
      await wall.city.town.stop()
    }
  })

const inPairs = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 2) }, (_, n) => all.slice(2 * n, 2 * n + 2))

/** Every donor reaches for every lamp: of any four requests under way, two are one donor's and two are for one lamp. */
const reach = (wall: Wall, donors: number, name: string) => {
  const pairs = inPairs(donorsOf(wall, donors, name))
  const tries = inPairs(wall.hung).flatMap((lamps) =>
    pairs.flatMap((pair) => pair.flatMap((donor) => lamps.map(({ id }) => ({ donor, id })))),
  )
  return unevenly(wall, () =>
    inTurn(tries.length, async (n) => (tries[n] ? light(tries[n].donor, tries[n].id) : undefined), donors),
  )
}

test('killed again and again while thirty donors reach for twenty lamps: each lamp is lit once and every hand agrees', async () => {
  await onWall(20, mortal, async (wall) => {
    const outcomes = await reach(wall, 30, 'mortal')
    const deaths = wall.city.town.cloud.calls().filter(({ failure }) => failure?.includes('ended without an answer'))
    expect(deaths.length).toBeGreaterThan(3)
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(20)
    for (let minute = 0; minute < 5; minute += 1) await wall.later(1)
    expect((await lampsOf(wall.db)).filter(({ state }) => state === 'lit')).toHaveLength(20)
    expect(await untrue(wall.db)).toEqual([])
  })
})

test('a slot taken by a call that died before the lamp was lit is given back within five minutes, and only that', async () => {
  await onWall(3, diesBetween, async (wall) => {
    const [donor] = donorsOf(wall, 1, 'dies')
    const [first, second, third] = wall.hung.map(({ id }) => id)
    if (!donor || !first || !second || !third) throw new Error('nobody there')
    expect(await light(donor, first)).toBe('done')
    const dies = () => donor.wish.light({ requestId: `dies-${newRequest()}`, wishId: second })
    await expect(dies()).rejects.toThrow('ended without an answer')
    expect((await holdersOf(wall.db))[0]).toMatchObject({ used: 2 })
    expect((await lampsOf(wall.db)).find(({ _id }) => _id === second)).toMatchObject({ state: 'listed' })
    await wall.later(1)
    expect(await light(donor, third)).toBe('done')
    for (let minute = 1; minute < 5; minute += 1) await wall.later(1)
    expect((await holdersOf(wall.db))[0]).toMatchObject({ used: 2 })
    expect(await untrue(wall.db)).toEqual([])
    expect(await light(donor, second)).toBe('done')
    expect(await untrue(wall.db)).toEqual([])
  })
})

test('one who comes back to it before the clock does holds it once', async () => {
  await onWall(1, diesBetween, async (wall) => {
    const [donor] = donorsOf(wall, 1, 'returns')
    const [wishId = ''] = wall.hung.map(({ id }) => id)
    if (!donor) throw new Error('nobody there')
    await expect(donor.wish.light({ requestId: `dies-${newRequest()}`, wishId })).rejects.toThrow()
    wall.city.town.cloud.setNow(new Date('2021-02-01T02:01:30.000Z'))
    expect(await light(donor, wishId)).toBe('done')
    for (let minute = 0; minute < 5; minute += 1) await wall.later(1)
    expect((await holdersOf(wall.db))[0]).toMatchObject({ used: 1, held: [{ wishId }] })
    expect(await untrue(wall.db)).toEqual([])
  })
})

test.each([
  ['takes the slot', readsThenTakes],
  ['lights the lamp', readsThenLights],
])('a handler that reads and then %s is found out by the very same race', async (_what, changes) => {
  await onWall(10, changes, async (wall) => {
    await reach(wall, 12, 'broken').catch(() => undefined)
    expect(await untrue(wall.db)).not.toEqual([])
  })
})
