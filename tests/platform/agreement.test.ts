/** Whether SQL over an index or the matching rules decide, the answer is the same: two collections, one with indexes. */
import { EJSON } from 'bson'
import fc from 'fast-check'
import type { Cloud } from '../../platform/cloud'
import { runs } from '../property'
import { connect, removeFolders, start } from './start'

const keys = (...fields: string[]) => fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1]))
const indexes = [
  { name: 'a', keys: keys('a') },
  { name: 'ba', keys: keys('b', '-a') },
  { name: 'deep', keys: keys('c.d') },
  { name: 'c', keys: keys('c', 'a') },
]

let cloud: Cloud
let db: Awaited<ReturnType<typeof connect>>
beforeAll(async () => {
  cloud = await start({ collections: { indexed: { indexes }, plain: {} } })
  db = await connect(cloud)
  for (const [n, row] of fc.sample(document, 160).entries())
    await Promise.all(
      ['indexed', 'plain'].map((name) =>
        db.collection(name).add({ data: { ...row, _id: `d${String(n).padStart(3, '0')}` } }),
      ),
    )
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const scalar = fc.constantFrom<unknown>(
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  2 ** 40,
  '',
  'a',
  'b',
  '2',
  '𠮷',
  '￿',
  new Date(0),
  new Date(1000),
)
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>({ x: 1 }, { x: 1, y: 2 }, { y: 2, x: 1 }, [[1]], [{ d: 1 }, { d: 'a' }]),
  },
)
const nested = fc.oneof(
  value,
  fc.record({ d: value }, { requiredKeys: [] }),
  fc.array(fc.record({ d: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
)
const document = fc.record({ a: scalar, b: value, c: nested }, { requiredKeys: [] })

const field = fc.constantFrom('a', 'b', 'c.d')
const condition = fc.oneof(
  scalar.map((one) => ({ $eq: one })),
  fc
    .tuple(fc.constantFrom('$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
    .map(([operator, one]) => ({ [operator]: one })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), scalar, fc.constantFrom('$lt', '$lte'), scalar)
    .map(([low, from, high, to]) => ({ [low]: from, [high]: to })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 4 }))
    .map(([operator, list]) => ({ [operator]: list })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.nat(2).map((size) => ({ $size: size })),
  scalar.map((one) => ({ $not: { $gt: one } })),
)
const leaf = fc.tuple(field, condition).map(([name, one]) => ({ [name]: one }))
const filter = fc.oneof(
  { weight: 3, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(leaf, { minLength: 1, maxLength: 3 }))
      .map(([key, list]) => ({ [key]: list })),
  },
)
const order = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c.d'), fc.constantFrom(1, -1)), { maxLength: 2 })

/** Filters as they travel: the SDK's own where would flatten some of them first. */
async function onWire(action: string, collectionName: string, where: object, more: object) {
  const query = EJSON.stringify(where, { relaxed: false })
  const body = JSON.stringify({ action, collectionName, query, ...more })
  const got = await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()
  if (got.code) throw new Error(got.message)
  return got.data
}

test('any filter and order finds the same documents in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(filter, order, fc.nat(5), async (where, sorts, skip) => {
      const ways = Object.fromEntries([...sorts, ['_id', 1]])
      const found = async (name: string) => {
        const request = {
          queryType: 'WHERE',
          order: EJSON.stringify(ways, { relaxed: false }),
          offset: skip,
          limit: 50,
        }
        const { list } = await onWire('database.getDocument', name, where, request)
        return list.map((text: string) => JSON.parse(text)._id)
      }
      const counted = async (name: string) => (await onWire('database.calculateDocument', name, where, {})).total
      expect(await found('indexed')).toEqual(await found('plain'))
      expect(await counted('indexed')).toBe(await counted('plain'))
    }),
    runs(120),
  )
})
