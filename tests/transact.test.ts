/** What the product's transaction may rely on: all or nothing, begun again where another write came first, and what it refuses. */
import type { Within } from '../cloudfunctions/_lib/plan'
import { AppError } from '../domain/kernel/errors'
import { aKeyRing } from './builders/keys'
import { storedIn } from './builders/stored'
import { newFolder, removeFolders, start } from './platform/start'

type Library = typeof import('../cloudfunctions/_lib/cloud')

const at = '2021-02-01T02:00:00.000Z'
const opened: { stop(): Promise<void> }[] = []
let stored: Awaited<ReturnType<typeof storedIn>>
let cloud: Library
let transact: typeof import('../cloudfunctions/_lib/transact').transact

beforeAll(async () => {
  const started = await start({ collections: { counters: {}, looks: {}, confirmations: {} } }, { dataDir: newFolder() })
  opened.push(started)
  process.env.NUANHU_KEYS = aKeyRing()
  stored = await storedIn(started)
  cloud = await import('../cloudfunctions/_lib/cloud')
  ;({ transact } = await import('../cloudfunctions/_lib/transact'))
})
afterAll(async () => {
  for (const one of opened) await one.stop()
  removeFolders()
})

const put = (id: string, used = 0) => cloud.insert('counters', { _id: id, used, at })
const usedOf = async (id: string) => (await cloud.get('counters', id))?.used
const add = async (within: Within, id: string, by = 1) => {
  const counter = await within.get('counters', id)
  await within.apply('counters', id, { set: { used: (counter?.used ?? 0) + by } })
}
/** Somebody else's write, at once and past every transaction. */
const meanwhile = (id: string) => cloud.change('counters', id, {}, { inc: { used: 100 } })

test('writes two documents or none, and what was thrown comes out as it is', async () => {
  await put('left')
  await put('right')
  const refusal = new AppError('FORBIDDEN')
  const both = (refused?: AppError) =>
    transact(async (within) => {
      await add(within, 'left')
      await add(within, 'right')
      await within.insert('counters', { _id: `beside-${refused?.code}`, used: 1, at })
      if (refused) throw refused
      return 'done'
    })
  await expect(both(refusal)).rejects.toBe(refusal)
  expect([await usedOf('left'), await usedOf('right'), await usedOf('beside-FORBIDDEN')]).toEqual([0, 0, undefined])
  expect(await both()).toBe('done')
  expect([await usedOf('left'), await usedOf('right'), await usedOf('beside-undefined')]).toEqual([1, 1, 1])
})

test('begins again where a write came first, met inside or at commit', async () => {
  await put('early')
  await put('late')
  const tries = { early: 0, late: 0 }
  await transact(async (within) => {
    tries.early += 1
    const { used = 0 } = (await within.get('counters', 'early')) ?? {}
    if (tries.early < 3) await meanwhile('early')
    await within.apply('counters', 'early', { set: { used: used + 1 } })
  })
  await transact(async (within) => {
    tries.late += 1
    await add(within, 'late')
    if (tries.late < 6) await meanwhile('late')
  })
  expect(tries).toEqual({ early: 3, late: 6 })
  expect([await usedOf('early'), await usedOf('late')]).toEqual([201, 501])
})

test('gives up after sixteen tries, says that others were first, and leaves theirs alone', async () => {
  await put('busy')
  let tries = 0
  const asked = transact(async (within) => {
    tries += 1
    await add(within, 'busy')
    await meanwhile('busy')
  })
  await expect(asked).rejects.toMatchObject({ code: 'CONFLICT' })
  expect([tries, await usedOf('busy')]).toEqual([16, 1600])
})

test('forty at once on one document: each counts once, whoever had to begin again', async () => {
  await put('hot')
  await put('warm')
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, () =>
      transact(async (within) => {
        await add(within, 'warm')
        await add(within, 'hot')
      }),
    ),
  )
  const done = results.filter(({ status }) => status === 'fulfilled').length
  expect(done).toBeGreaterThan(20)
  expect(results.filter((one) => one.status === 'rejected' && one.reason.code !== 'CONFLICT')).toEqual([])
  expect([await usedOf('hot'), await usedOf('warm')]).toEqual([done, done])
})

test('changes nothing it has not read, nothing without an id, and nothing that is not there', async () => {
  await put('unread')
  const change = { set: { used: 7 } }
  await expect(transact((within) => within.apply('counters', 'unread', change))).rejects.toThrow('has not read it')
  const missing = (within: Within) =>
    within.get('counters', 'missing').then(() => within.apply('counters', 'missing', change))
  await expect(transact(missing)).rejects.toThrow('has not read it')
  const nameless: { id?: string } = {}
  await expect(transact((within) => within.get('counters', nameless.id as string))).rejects.toThrow('undefined')
  expect(await usedOf('unread')).toBe(0)
})

test('is over when what it would insert is taken: it may say so, and may not go on', async () => {
  await put('taken')
  await put('other')
  const goesOn = transact(async (within) => {
    await add(within, 'other')
    return within.insert('counters', { _id: 'taken', used: 1, at })
  })
  await expect(goesOn).rejects.toThrow('went on')
  const says = transact(async (within) => {
    await add(within, 'other')
    if (!(await within.insert('counters', { _id: 'taken', used: 1, at }))) throw new AppError('ALREADY_REGISTERED')
  })
  await expect(says).rejects.toMatchObject({ code: 'ALREADY_REGISTERED' })
  expect(await usedOf('other')).toBe(0)
})

test('does one thing after the other however many are asked at once, and nothing after one that failed', async () => {
  for (const id of ['one', 'two', 'three']) await put(id)
  const addTo = (within: Within) => Promise.all(['one', 'two', 'three'].map((id) => add(within, id)))
  await transact(addTo)
  expect(await Promise.all(['one', 'two', 'three'].map(usedOf))).toEqual([1, 1, 1])
  const reasons: unknown[] = []
  const fails = transact(async (within) => {
    await addTo(within)
    const asked = [within.insert('counters', { _id: 'one', used: 1, at }), within.get('counters', 'one')]
    for (const one of await Promise.allSettled(asked)) reasons.push(one.status === 'rejected' ? one.reason : one.value)
    throw new AppError('CONFLICT')
  })
  await expect(fails).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(reasons).toEqual([false, expect.objectContaining({ message: expect.stringContaining('E11000') })])
  expect(await usedOf('one')).toBe(1)
})

test('seals what is personal and sets an object whole, as outside of it', async () => {
  const look = {
    workerId: 'w1',
    by: 'b1',
    byName: '周建国',
    role: 'cashier',
    what: 'look',
    reason: '核对',
    at,
    listKey: at,
  }
  await transact((within) => within.insert('looks', { _id: 'look', ...look }))
  await transact(async (within) => {
    expect((await within.get('looks', 'look'))?.byName).not.toContain('周建国')
    const written = await within.apply('looks', 'look', { set: { byName: '沈丽', scope: undefined } })
    expect(Object.keys(written)).toEqual(['byName'])
  })
  expect(JSON.stringify(await stored.one('looks', 'look'))).not.toMatch(/沈丽|周建国|核对/)
  expect((await cloud.getOpen('looks', 'look'))?.byName).toBe('沈丽')
})
