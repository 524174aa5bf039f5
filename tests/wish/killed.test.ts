/** A process that dies in the middle of lighting costs nobody a lamp or a slot; a handler that reads and then writes would. */
import type { Changes } from '../builders/altered'
import { newRequest } from '../builders/town'
import { patience } from '../property'
import { diesAfter, diesBetween, mortal, readsThenLights, readsThenTakes, withBuild } from './race/deaths'
import { donorsOf, inTurn, light, sent, startWall, unevenly, type Wall } from './race/stage'
import { holdersOf, lampsOf, untrue } from './race/truth'

jest.setTimeout(patience(180_000))

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

test('a slot a crash left is given back though its donor goes on lighting and undoing', async () => {
  await onWall(2, diesBetween, async (wall) => {
    const [donor] = donorsOf(wall, 1, 'busy')
    const [lost = '', other = ''] = wall.hung.map(({ id }) => id)
    if (!donor) throw new Error('nobody there')
    await expect(donor.wish.light({ requestId: `dies-${newRequest()}`, wishId: lost })).rejects.toThrow()
    for (let minute = 0; minute < 5; minute += 1) {
      const { promised } = await donor.wish.light({ requestId: newRequest(), wishId: other })
      await wall.later(1)
      const { id, version } = promised
      await donor.wish.act({ requestId: newRequest(), id, version, action: 'undo', form: {} })
    }
    expect(await untrue(wall.db)).toEqual([])
  })
})

test('undone by a call that died and lit by another at once: the first hand is free, and the worker hears when it is sure', async () => {
  await onWall(1, diesAfter, async (wall) => {
    const [first, second] = donorsOf(wall, 2, 'after')
    const [wishId = ''] = wall.hung.map(({ id }) => id)
    if (!first || !second) throw new Error('nobody there')
    const { promised } = await first.wish.light({ requestId: newRequest(), wishId })
    await wall.later(8)
    const undo = { id: wishId, version: promised.version, action: 'undo', form: {} } as const
    await expect(first.wish.act({ requestId: `dies-${newRequest()}`, ...undo })).rejects.toThrow()
    expect(await light(second, wishId)).toBe('done')
    for (let minute = 0; minute < 5; minute += 1) await wall.later(1)
    expect(await untrue(wall.db)).toEqual([])
    expect((await holdersOf(wall.db)).map(({ used }) => used).sort()).toEqual([0, 1])
    const told = async () => (await wall.db.all('notices')).filter(({ template }) => template === 'wishLit').length
    expect(await told()).toBe(0)
    for (let minute = 0; minute < 7; minute += 1) await wall.later(1)
    expect(await told()).toBe(1)
  })
})

/** Four donors take the whole wall at once, five lamps at a time each, and then everybody reaches for every lamp. */
const grab = async (wall: Wall): Promise<void> => {
  const wishIds = wall.hung.map(({ id }) => id)
  const donors = donorsOf(wall, 4, 'grabs')
  await unevenly(wall, () =>
    Promise.all(donors.map((donor) => sent(() => donor.wish.lightMany({ requestId: newRequest(), wishIds })))),
  )
  await reach(wall, 12, 'reaches')
}

test.each([
  ['takes the slot', readsThenTakes],
  ['lights the lamp', readsThenLights],
])('a handler that reads and then %s is found out by such a race', async (_what, changes) => {
  await onWall(10, changes, async (wall) => {
    await grab(wall).catch(() => undefined)
    expect(await untrue(wall.db)).not.toEqual([])
  })
})

test('the real one is not found out by it', async () => {
  const wall = await startWall(10)
  await grab(wall)
  expect(await untrue(wall.db)).toEqual([])
  await wall.city.town.stop()
})
