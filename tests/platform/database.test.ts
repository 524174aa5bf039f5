/** What a function may rely on when it stores: run through the real wx-server-sdk over its own wire. */
import type { Cloud } from '../../platform/cloud'
import { answer, connect, newBuild, newFolder, removeFolders, start } from './start'

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
let db: Awaited<ReturnType<typeof connect>>
let _: typeof db.command

const ids = (rows: { _id?: unknown }[]): unknown[] => rows.map((row) => row._id)
const failureOf = (promise: Promise<unknown>): Promise<{ errCode: unknown; errMsg: unknown }> =>
  promise.then(
    () => {
      throw new Error('it was expected to fail')
    },
    (failure) => ({ errCode: failure.errCode, errMsg: failure.errMsg }),
  )

beforeAll(async () => {
  cloud = await start({ collections })
  db = await connect(cloud)
  _ = db.command
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

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

describe('update operators', () => {
  const changed = async (before: object, data: object): Promise<unknown> => {
    await answer(db.collection('workers').doc('ops').set({ data: before }))
    await answer(db.collection('workers').doc('ops').update({ data }))
    const { data: stored } = await answer(db.collection('workers').doc('ops').get())
    const { _id, ...rest } = stored ?? {}
    return rest
  }

  test.each([
    ['inc makes a missing number', { a: 1 }, () => ({ a: _.inc(2), b: _.inc(5) }), { a: 3, b: 5 }],
    ['mul', { a: 3, b: 1 }, () => ({ a: _.mul(4), c: _.mul(4) }), { a: 12, b: 1, c: 0 }],
    ['min and max', { a: 3, b: 3 }, () => ({ a: _.min(1), b: _.max(9), c: _.max(2) }), { a: 1, b: 9, c: 2 }],
    ['remove', { a: 1, b: { c: 1, d: 2 } }, () => ({ a: _.remove(), b: { c: _.remove() } }), { b: { d: 2 } }],
    ['rename', { a: 1 }, () => ({ a: _.rename('z') }), { z: 1 }],
    ['push many', { a: [1] }, () => ({ a: _.push([2, 3]), b: _.push([1]) }), { a: [1, 2, 3], b: [1] }],
    [
      'push at a position, sorted and cut',
      { a: [5, 1], b: [9] },
      () => ({ a: _.push({ each: [3], sort: 1, slice: -2 }), b: _.push({ each: [1, 2], position: 0 }) }),
      { a: [3, 5], b: [1, 2, 9] },
    ],
    ['pop and shift', { a: [1, 2, 3], b: [1, 2, 3] }, () => ({ a: _.pop(), b: _.shift() }), { a: [1, 2], b: [2, 3] }],
    ['unshift', { a: [2] }, () => ({ a: _.unshift([0, 1]) }), { a: [0, 1, 2] }],
    [
      'pull by value and by condition',
      { a: [1, 2, 1], b: [1, 5, 9] },
      () => ({ a: _.pull(1), b: _.pull(_.gte(5)) }),
      { a: [2], b: [1] },
    ],
    ['pullAll', { a: [1, 2, 3, 2] }, () => ({ a: _.pullAll([2, 3]) }), { a: [1] }],
    [
      'addToSet adds once',
      { a: [1] },
      () => ({ a: _.addToSet({ $each: [1, 2, 2] }), b: _.addToSet(4) }),
      { a: [1, 2], b: [4] },
    ],
    ['an index into an array', { a: [{ x: 1 }, { x: 2 }] }, () => ({ 'a.1.x': 5 }), { a: [{ x: 1 }, { x: 5 }] }],
  ])('%s', async (_name, before, change, expected) => {
    expect(await changed(before, change())).toEqual(expected)
  })

  test('a nested write below null fails, as MongoDB has it', async () => {
    const failure = await failureOf(changed({ a: null }, { a: { b: 1 } }))
    expect(failure).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('Cannot create field') })
  })

  test('an operator this cloud does not know is refused by name', async () => {
    const failure = await failureOf(changed({ a: 1 }, { a: _.bit(1) }))
    expect(failure.errMsg).toContain('$bit')
  })
})

describe('queries', () => {
  const rows = [
    { _id: 'q1', kind: 'q', siteId: 's1', createdAt: '2021-01-01', n: 1, tags: ['a', 'b'], deep: { x: 1 } },
    { _id: 'q2', kind: 'q', siteId: 's1', createdAt: '2021-01-02', n: 2, tags: ['b'], on: true },
    {
      _id: 'q3',
      kind: 'q',
      siteId: 's2',
      createdAt: '2021-01-03',
      n: null,
      tags: [],
      rows: [
        { a: 1, b: 1 },
        { a: 2, b: 2 },
      ],
    },
    { _id: 'q4', kind: 'q', siteId: null, createdAt: '2021-01-04', n: '2', tags: 'b' },
    { _id: 'q5', kind: 'q', createdAt: new Date('2021-01-05'), n: 2.5, on: 1 },
  ]
  beforeAll(async () => {
    await answer(db.collection('workers').where({ kind: 'q' }).remove())
    for (const row of rows) await answer(db.collection('workers').add({ data: row }))
  })
  const find = async (where: object): Promise<unknown[]> => {
    const asked = db.collection('workers').where(where).orderBy('_id', 'asc').get()
    return ids((await answer(asked)).data).filter((id) => String(id).startsWith('q'))
  }

  test.each([
    ['equal on an indexed field', () => ({ siteId: 's1' }), ['q1', 'q2']],
    ['null also finds what is missing', () => ({ kind: 'q', siteId: null }), ['q4', 'q5']],
    ['neq finds what is missing', () => ({ kind: 'q', siteId: _.neq('s1') }), ['q3', 'q4', 'q5']],
    ['nin', () => ({ siteId: _.nin(['s1', null]) }), ['q3']],
    ['in, with null', () => ({ kind: 'q', siteId: _.in(['s2', null]) }), ['q3', 'q4', 'q5']],
    ['a range stays within its type', () => ({ createdAt: _.gte('2021-01-02') }), ['q2', 'q3', 'q4']],
    ['a date is not a string', () => ({ createdAt: _.gt(new Date('2020-01-01')) }), ['q5']],
    ['a number range leaves strings out', () => ({ n: _.gt(1) }), ['q2', 'q5']],
    ['both ends', () => ({ createdAt: _.gt('2021-01-01').and(_.lt('2021-01-03')) }), ['q2']],
    ['an element of an array', () => ({ tags: 'b' }), ['q1', 'q2', 'q4']],
    ['all', () => ({ tags: _.all(['a', 'b']) }), ['q1']],
    ['size', () => ({ tags: _.size(0) }), ['q3']],
    ['exists', () => ({ kind: 'q', siteId: _.exists(false) }), ['q5']],
    ['true is not 1', () => ({ on: true }), ['q2']],
    ['mod', () => ({ n: _.mod(2, 0) }), ['q2', 'q5']],
    ['a nested object flattens', () => ({ deep: { x: 1 } }), ['q1']],
    ['elemMatch', () => ({ rows: _.elemMatch({ a: 1, b: 1 }) }), ['q3']],
    ['elemMatch is one element', () => ({ rows: _.elemMatch({ a: 1, b: 2 }) }), []],
    [
      'or',
      () =>
        _.or([
          { kind: 'q', siteId: 's2' },
          { kind: 'q', n: 1 },
        ]),
      ['q1', 'q3'],
    ],
    ['nor', () => _.and([{ kind: 'q' }, _.nor([{ siteId: 's1' }, { tags: 'b' }])]), ['q3', 'q5']],
    ['not', () => ({ n: _.not(_.gt(1)), kind: 'q' }), ['q1', 'q3', 'q4']],
    ['a regular expression', () => ({ createdAt: db.RegExp({ regexp: '-0[12]$', options: 'i' }) }), ['q1', 'q2']],
  ])('%s', async (_name, where, expected) => {
    expect(await find(where())).toEqual(expected)
  })

  test('several orders, skip, limit, fields', async () => {
    const { data } = await answer(
      db
        .collection('workers')
        .where({ kind: 'q', siteId: _.neq(null) })
        .orderBy('siteId', 'desc')
        .orderBy('createdAt', 'asc')
        .skip(1)
        .limit(2)
        .field({ n: true, deep: { x: true } })
        .get(),
    )
    expect(data).toEqual([
      { _id: 'q1', n: 1, deep: { x: 1 } },
      { _id: 'q2', n: 2 },
    ])
  })

  test('an undefined in a where is dropped by the SDK and the wider query runs', async () => {
    expect(await find({ siteId: undefined, kind: 'q' })).toHaveLength(5)
  })

  test('an unknown operator is refused by name', async () => {
    const failure = await failureOf(
      Promise.resolve(
        db
          .collection('workers')
          .where({ at: _.geoNear({ geometry: new db.Geo.Point(1, 2) }) })
          .get(),
      ),
    )
    expect(failure).toMatchObject({ errCode: -502002, errMsg: expect.stringContaining('$nearSphere') })
  })

  test('a query over an index uses it, for its order too', () => {
    const { plan, isExact, isSorted } = cloud.explain('workers', { siteId: 's1' }, { createdAt: -1 })
    expect(plan.join()).toContain('SEARCH')
    expect(plan.join()).toContain('_bySite')
    expect(plan.join()).not.toContain('TEMP B-TREE')
    expect([isExact, isSorted]).toEqual([true, true])
  })

  test('aggregation matches, groups and sorts; other stages are refused by name', async () => {
    const $ = _.aggregate
    const { list } = await answer(
      db
        .collection('workers')
        .aggregate()
        .match({ kind: 'q', siteId: _.neq(null) })
        .group({ _id: '$siteId', total: $.sum(1), last: $.max('$createdAt') })
        .sort({ _id: 1 })
        .end(),
    )
    expect(list).toEqual([
      { _id: 's1', total: 2, last: '2021-01-02' },
      { _id: 's2', total: 1, last: '2021-01-03' },
    ])
    const failure = await failureOf(Promise.resolve(db.collection('workers').aggregate().sample({ size: 1 }).end()))
    expect(failure.errMsg).toContain('$sample')
  })
})

describe('limits', () => {
  beforeAll(async () => {
    for (let page = 0; page < 11; page++)
      await Promise.all(
        Array.from({ length: 100 }, (_one, n) =>
          db.collection('workers').add({ data: { kind: 'many', n: page * 100 + n } }),
        ),
      )
  })
  test('none asked gives 100, above 1,000 gives 1,000, and both say nothing', async () => {
    expect((await answer(db.collection('workers').where({ kind: 'many' }).get())).data).toHaveLength(100)
    expect((await answer(db.collection('workers').where({ kind: 'many' }).limit(5000).get())).data).toHaveLength(1000)
    expect((await answer(db.collection('workers').where({ kind: 'many' }).count())).total).toBe(1100)
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
