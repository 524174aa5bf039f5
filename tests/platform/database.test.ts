/** What a function may rely on when it stores: run through the real wx-server-sdk over its own wire. */
import { join } from 'node:path'
import Database from 'libsql'
import type { Cloud } from '../../platform/cloud'
import { answer, closeAll, connect, type Db, failureOf, newBuild, newFolder, open, start } from './start'

const collections = {
  workers: {
    indexes: [
      {
        name: 'bySite',
        keys: [
          ['siteId', 1],
          ['createdAt', -1],
        ],
      },
      { name: 'byTag', keys: [['tags', 1]] },
    ],
  },
  invites: { indexes: [{ name: 'oneCode', keys: [['code', 1]], unique: true }] },
}

let cloud: Cloud
let db: Db
let _: Db['command']

beforeAll(async () => {
  ;({ cloud, db, _ } = await open({ collections }))
})
afterAll(closeAll)

describe('one document', () => {
  test('comes back as it was stored, dates as dates', async () => {
    const at = new Date('2021-02-07T02:00:00.000Z')
    const data = {
      name: '欧阳·𠮷',
      age: 44,
      ratio: 0.5,
      big: 1609459200000,
      at,
      gone: null,
      list: [1, { a: [true] }],
      deep: { er: { est: 'x' } },
    }
    const { _id } = await answer(db.collection('workers').add({ data }))
    const { data: stored } = await answer(db.collection('workers').doc(_id).get())
    expect(stored).toEqual({ _id, ...data })
  })

  test('that is missing is said to be missing', async () => {
    const failure = await failureOf(Promise.resolve(db.collection('workers').doc('nobody').get()))
    expect(failure.errMsg).toContain('document with _id nobody does not exist')
  })

  test('takes the server date of the cloud', async () => {
    cloud.setNow(new Date('2021-02-10T00:00:00.000Z'))
    await answer(
      db
        .collection('workers')
        .doc('dated')
        .set({ data: { at: db.serverDate() } }),
    )
    cloud.setNow(undefined)
    const { data } = await answer(db.collection('workers').doc('dated').get())
    expect(data).toEqual({ _id: 'dated', at: new Date('2021-02-10T00:00:00.000Z') })
  })

  test('set creates it, then replaces it whole', async () => {
    const doc = db.collection('workers').doc('set')
    expect((await answer(doc.set({ data: { a: 1, b: 2 } }))).stats).toEqual({ created: 1, updated: 0 })
    expect((await answer(doc.set({ data: { a: 3 } }))).stats).toEqual({ created: 0, updated: 1 })
    expect((await answer(doc.get())).data).toEqual({ _id: 'set', a: 3 })
  })

  test('a nested object merges in an update, and _.set replaces it', async () => {
    const doc = db.collection('workers').doc('nested')
    await answer(doc.set({ data: { at: { home: { a: 1, b: 2 } }, other: { a: 1, b: 2 } } }))
    await doc.update({ data: { at: { home: { b: 3 } }, other: _.set({ b: 3 }) } })
    expect((await answer(doc.get())).data).toEqual({ _id: 'nested', at: { home: { a: 1, b: 3 } }, other: { b: 3 } })
  })

  test('an update that changes nothing is not counted', async () => {
    await db
      .collection('workers')
      .doc('same')
      .set({ data: { a: 1, b: { c: [1] } } })
    const update = async (data: object) =>
      (await answer(db.collection('workers').doc('same').update({ data }))).stats.updated
    expect([await update({ a: 1 }), await update({ b: { c: [1] } }), await update({ a: 2 })]).toEqual([0, 0, 1])
  })

  test('an unknown collection is named', async () => {
    const failure = await failureOf(Promise.resolve(db.collection('nothing').where({ a: 1 }).get()))
    expect(failure.errCode).toBe(-502005)
  })
})

describe('unique values', () => {
  test('a second one is E11000, null counting as a value', async () => {
    await answer(db.collection('invites').add({ data: { code: 'A' } }))
    await answer(db.collection('invites').add({ data: { other: 1 } }))
    for (const data of [{ code: 'A' }, { code: null }, {}]) {
      const failure = await failureOf(Promise.resolve(db.collection('invites').add({ data })))
      expect(failure).toMatchObject({
        errCode: -502001,
        errMsg: expect.stringMatching(/E11000 duplicate key.*oneCode/),
      })
    }
  })

  test('of a hundred at once one is stored, and its neighbours in the commit stay', async () => {
    const tries = Array.from({ length: 100 }, (_one, n) =>
      db.collection('invites').add({ data: { _id: `race${n}`, code: n % 2 ? 'same' : `own${n}` } }),
    )
    const done = await Promise.allSettled(tries)
    expect(done.filter((one) => one.status === 'fulfilled')).toHaveLength(51)
    expect((await answer(db.collection('invites').where({ code: 'same' }).count())).total).toBe(1)
  })
})

test('of a hundred conditional updates at once exactly one is done', async () => {
  await answer(
    db
      .collection('workers')
      .doc('race')
      .set({ data: { version: 1, winners: [] } }),
  )
  const tries = Array.from({ length: 100 }, (_one, n) =>
    db
      .collection('workers')
      .where({ _id: 'race', version: 1 })
      .update({ data: { version: _.inc(1), winners: _.push([n]) } }),
  )
  const updated = (await Promise.all(tries)).map((one) => one?.stats.updated)
  expect(updated.reduce((sum: number, one) => sum + Number(one), 0)).toBe(1)
  const { data } = await answer(db.collection('workers').doc('race').get())
  expect(data).toMatchObject({ version: 2, winners: [updated.indexOf(1)] })
})

test('everything is there after a restart, and a new index is filled from what is stored', async () => {
  const dataDir = newFolder()
  const first = await start({ collections: { things: {} } }, { dataDir })
  const earlier = await connect(first)
  for (const kind of ['a', 'b', 'a']) await earlier.collection('things').add({ data: { kind } })
  await first.stop()
  const distDir = await newBuild({ collections: { things: { indexes: [{ name: 'byKind', keys: [['kind', 1]] }] } } })
  const second = await start({}, { dataDir, distDir })
  const later = await connect(second)
  expect((await answer(later.collection('things').where({ kind: 'a' }).count())).total).toBe(2)
  expect(second.explain('things', { kind: 'a' }).plan.join()).toContain('_byKind')
  await second.stop()
  await connect(cloud)
})

test('a data folder of an earlier form is written anew', async () => {
  const dataDir = newFolder()
  const distDir = await newBuild({ collections: { things: { indexes: [{ name: 'byTag', keys: [['tags', 1]] }] } } })
  const first = await start({}, { dataDir, distDir })
  const earlier = await connect(first)
  for (const tags of [['a', 'b'], [], 'b', { x: 1 }]) await earlier.collection('things').add({ data: { tags } })
  await first.stop()
  const file = new Database(join(dataDir, 'cloud.db'))
  file.exec(
    "UPDATE collections SET layout = json_remove(layout, '$.form', '$.areas'); UPDATE c1 SET f0 = NULL; DELETE FROM e1",
  )
  file.close()
  const second = await start({}, { dataDir, distDir })
  const later = await connect(second)
  const counted = async (tags: unknown) => (await answer(later.collection('things').where({ tags }).count())).total
  expect([await counted('b'), await counted('a'), await counted(null)]).toEqual([2, 1, 0])
  await second.stop()
  await connect(cloud)
})

test('one collection too many, whose code only the wire shows', async () => {
  const making = Array.from({ length: 500 }, (_one, n) => db.createCollection(`made${n}`))
  const refused = (await Promise.allSettled(making)).filter((made) => made.status === 'rejected')
  expect(refused).toHaveLength(Object.keys(collections).length)
  const body = JSON.stringify({ action: 'database.addCollection', collectionName: 'another' })
  const got = await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()
  expect(got.code).toBe('DATABASE_COLLECTION_EXCEED_LIMIT')
})
