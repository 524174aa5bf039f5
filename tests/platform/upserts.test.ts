/** What a write that finds nothing makes instead, and what is counted: as the wire asks it, since the SDK can only set a document. */
import type { Cloud } from '../../platform/cloud'
import { answer, connect, removeFolders, start } from './start'
import { Wire } from './wire'

let cloud: Cloud
let db: Awaited<ReturnType<typeof connect>>
let _: typeof db.command
beforeAll(async () => {
  cloud = await start({ collections: { things: { indexes: [{ name: 'one', keys: [['key', 1]], unique: true }] } } })
  db = await connect(cloud)
  _ = db.command
})
beforeEach(async () => {
  await db.collection('things').where({}).remove()
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

async function upsert(query: object, data: object, merge = true) {
  const body = {
    action: 'database.modifyDocument',
    collectionName: 'things',
    query: Wire.text(query),
    data: Wire.text(data),
  }
  const sent = JSON.stringify({ ...body, merge, upsert: true, multi: false })
  const got = await (await fetch(`${cloud.url}/admin`, { method: 'POST', body: sent })).json()
  return got.data ?? got.message
}
const stored = async () => (await answer(db.collection('things').get())).data

test('the filter, where it says equal, then the change', async () => {
  const query = { _id: 'a', key: 1, n: { $eq: 2 }, more: { $gt: 5 }, $and: [{ 'deep.x': 3 }, { list: { $in: [1] } }] }
  const done = await upsert(query, { $inc: { n: 1 }, $setOnInsert: { made: true }, $push: { list: 'x' } })
  expect(done).toEqual({ updated: 0, upsert_id: 'a' })
  expect(await stored()).toEqual([{ _id: 'a', key: 1, n: 3, deep: { x: 3 }, made: true, list: ['x'] }])
})

test('what is there is only changed, and what is set on insert is not', async () => {
  await db.collection('things').add({ data: { _id: 'b', key: 1, n: 1 } })
  expect(await upsert({ key: 1 }, { $inc: { n: 1 }, $setOnInsert: { made: true } })).toEqual({ updated: 1 })
  expect(await stored()).toEqual([{ _id: 'b', key: 1, n: 2 }])
})

test('an id is made when none is given, and a whole document takes the id asked for', async () => {
  const { upsert_id: made } = await upsert({ key: 5 }, { $set: { n: 1 } })
  expect(made).toMatch(/^[0-9a-f]{32}$/)
  expect(await upsert({ _id: 'c' }, { key: 6 }, false)).toEqual({ updated: 0, upsert_id: 'c' })
  expect((await stored()).map(({ key }) => key)).toEqual([5, 6])
})

test('a unique value is not made twice', async () => {
  await db.collection('things').add({ data: { _id: 'd', key: 1 } })
  expect(await upsert({ other: 1 }, { $set: { key: 1 } })).toContain('E11000')
})

test('of many, each that changes is counted; of one, one', async () => {
  for (const key of [1, 2, 3]) await db.collection('things').add({ data: { key, n: key > 2 ? 9 : 0 } })
  const things = db.collection('things')
  expect((await answer(things.where({ key: _.gt(0) }).update({ data: { n: 9 } }))).stats.updated).toBe(2)
  const alone = Promise.resolve(
    Reflect.apply(things.update, things.where({}), [{ data: { n: _.inc(1) }, multi: false }]),
  )
  expect(await alone).toMatchObject({ stats: { updated: 1 } })
  const gone = Reflect.apply(things.remove, things.where({ key: _.lt(3) }), [{ multi: false }])
  expect(await gone).toMatchObject({ stats: { removed: 1 } })
  expect((await answer(things.where({}).remove())).stats.removed).toBe(2)
})
