/** What a function may not exceed: the size of a reply, its time, the number of its instances. */
import type { Cloud } from '../../platform/cloud'
import { phoneOf, removeFolders, start } from './start'

let cloud: Cloud
beforeAll(async () => {
  cloud = await start({
    functions: {
      probe: { timeoutSeconds: 20 },
      'probe-inner': { timeoutSeconds: 20, calledBy: ['function'] },
      'probe-usual': {},
      'probe-many': { timeoutSeconds: 20 },
    },
  })
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const call = (event: object, fn = 'probe') => phoneOf(cloud.url).post(`/call/${fn}`, event)

describe('limits', () => {
  test('a reply may be 1 MB on its way to a phone and 6 MB between functions', async () => {
    expect((await call({ do: 'big', megabytes: 2 })).body.errCode).toBe(-604001)
    const inner = (megabytes: number) => call({ do: 'weigh', name: 'probe-inner', data: { do: 'big', megabytes } })
    expect((await inner(5)).body).toBe(5 * 1024 * 1024)
    expect((await inner(6)).status).toBe(500)
  })

  test('a request may be 100 KB, from a phone and between functions', async () => {
    const filling = (kilobytes: number) => ({ do: 'mark', ms: 0, filling: 'x'.repeat(kilobytes * 1024) })
    const inner = (kilobytes: number) => call({ do: 'grow', name: 'probe-inner', kilobytes })
    expect([(await call(filling(99))).status, (await call(filling(100))).status]).toEqual([200, 413])
    expect([(await inner(99)).status, (await inner(100)).status]).toEqual([200, 500])
  })

  test('a function without a time limit of its own has three seconds', async () => {
    const { status, body } = await call({ do: 'sleep', ms: 30_000 }, 'probe-usual')
    expect([status, body.errCode]).toEqual([504, -504003])
    expect(body.errMsg).toContain('3 seconds')
  })

  test('under load instances are added up to the bound, each with one call at a time, and kept', async () => {
    const together = await Promise.all(Array.from({ length: 12 }, () => call({ do: 'mark', ms: 50 }, 'probe-many')))
    const instances = together.map(({ body }) => body.instance)
    expect(new Set(instances).size).toBe(4)
    expect(together.map(({ body }) => body.atOnce)).toEqual(Array(12).fill(1))
    const later = await call({ do: 'mark', ms: 0 }, 'probe-many')
    expect(instances).toContain(later.body.instance)
  })
})

test('all functions together have so many instances, and an idle one makes room for another function', async () => {
  const functions = { 'probe-many': { timeoutSeconds: 20 }, 'probe-other': { timeoutSeconds: 20 } }
  const small = await start({ functions }, { bounds: { perFunction: 4, total: 2 } })
  const mark = async (fn: string) =>
    (await phoneOf(small.url).post(`/call/${fn}`, { do: 'mark', ms: 20 })).body.instance
  const together = (fn: string) => Promise.all(Array.from({ length: 6 }, () => mark(fn)))
  const first = await together('probe-many')
  expect(new Set(first).size).toBe(2)
  expect(new Set([...first, ...(await together('probe-many'))]).size).toBe(2)
  await together('probe-other')
  const again = await together('probe-many')
  expect(new Set(again).size).toBeLessThanOrEqual(2)
  expect(first.filter((instance) => new Set(again).has(instance)).length).toBeLessThan(first.length)
  await small.stop()
})
