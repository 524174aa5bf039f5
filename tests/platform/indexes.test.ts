/** What an index is good for: it is used, also for lists, arrays and places, and a unique one stays unique. */
import type { Cloud } from '../../platform/cloud'
import { answer, connect, failureOf, newBuild, newFolder, removeFolders, start } from './start'

const index = (name: string, keys: [string, unknown][], unique = false) => ({ name, keys, unique })
const collections = {
  things: {
    indexes: [
      index('byKind', [
        ['kind', 1],
        ['at', -1],
      ]),
      index('byTag', [['tags', 1]]),
      index('bySize', [['rows.size', 1]]),
      index('byName', [['name', 1]]),
      index('byBoth', [
        ['left', 1],
        ['right', 1],
      ]),
    ],
  },
  codes: {
    indexes: [
      index('oneCode', [['codes', 1]], true),
      index(
        'onePair',
        [
          ['owner', 1],
          ['cards.number', 1],
        ],
        true,
      ),
    ],
  },
  sites: {
    indexes: [
      index('byPlace', [['place', '2dsphere']]),
      index('byKindAndPlace', [
        ['kind', 1],
        ['around', '2dsphere'],
      ]),
    ],
  },
  plain: {},
}

let cloud: Cloud
let db: Awaited<ReturnType<typeof connect>>
let _: typeof db.command
beforeAll(async () => {
  cloud = await start({ collections })
  db = await connect(cloud)
  _ = db.command
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const add = (name: string, data: object) => Promise.resolve(db.collection(name).add({ data }))
const idsIn = async (name: string, where: object): Promise<unknown[]> =>
  (await answer(db.collection(name).where(where).get())).data.map((row) => row._id).sort()
const planOf = (name: string, query: Parameters<Cloud['explain']>[1], order = {}): string => {
  const { plan } = cloud.explain(name, query, order)
  return plan.join('; ')
}

describe('a query uses its index', () => {
  test('for a list of values and an order, walking once for each value and merging', async () => {
    for (let n = 0; n < 30; n++) await add('things', { _id: `k${n}`, kind: `kind${n % 3}`, at: n })
    const plan = planOf('things', { kind: { $in: ['kind0', 'kind2'] } }, { at: -1 })
    expect(plan).toMatch(/MERGE.*_byKind.*_byKind/)
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN/)
    const asked = db
      .collection('things')
      .where({ kind: _.in(['kind2', 'kind0', 'kind2', 'none']) })
      .orderBy('at', 'desc')
    expect((await answer(asked.skip(1).limit(4).get())).data.map(({ at }) => at)).toEqual([27, 26, 24, 23])
  })

  test.each([
    ['an element', { tags: 'a' }, '_value'],
    ['all of several elements', { tags: { $all: ['a', 'b'] } }, '_value'],
    ['a field of one element', { rows: { $elemMatch: { size: 3, colour: 'red' } } }, '_bySize'],
    ['text that begins so', { name: { $regex: '^ab' } }, '_byName'],
  ])('for %s', async (_name, query, used) => {
    await db.collection('things').where({ _id: 'multi' }).remove()
    await add('things', { _id: 'multi', tags: ['a', 'b'], rows: [{ size: 3, colour: 'red' }], name: 'abc' })
    expect(planOf('things', query)).toContain(used)
    expect(await idsIn('things', query)).toEqual(['multi'])
  })

  test('for a pattern with a beginning, as a range', async () => {
    const pattern = /^ab/
    expect(planOf('things', { name: pattern })).toContain('_byName')
    expect(await idsIn('things', { name: db.RegExp({ regexp: '^ab' }) })).toEqual(['multi'])
  })

  test('two arrays side by side do not stand in one', async () => {
    const failure = await failureOf(add('things', { left: [1], right: [2] }))
    expect(failure.errMsg).toContain('cannot index parallel arrays')
    await add('things', { _id: 'oneArray', left: [1, 2], right: 3 })
    expect(await idsIn('things', { left: 2, right: 3 })).toEqual(['oneArray'])
  })
})

describe('a unique index over arrays', () => {
  beforeEach(async () => {
    await db.collection('codes').where({}).remove()
  })

  test('refuses an element another document has, alone or in a list', async () => {
    await add('codes', { _id: 'first', codes: ['A', 'B', 'A'], owner: 1 })
    for (const codes of ['A', ['C', 'B'], [['B'], 'A']])
      expect(await failureOf(add('codes', { codes, owner: 2 }))).toMatchObject({
        errCode: -502001,
        errMsg: expect.stringMatching(/E11000 duplicate key.*oneCode/),
      })
    await add('codes', { codes: ['C'], owner: 3 })
  })

  test('tells an empty list from null, and knows each once', async () => {
    await add('codes', { codes: [], owner: 1 })
    await add('codes', { owner: 2 })
    for (const data of [
      { codes: [], owner: 3 },
      { codes: null, owner: 4 },
    ])
      expect((await failureOf(add('codes', data))).errMsg).toContain('E11000')
  })

  test('takes the fields of one element together', async () => {
    const card = (owner: string, ...numbers: number[]) => ({
      owner,
      codes: numbers.map((number) => `${owner}${number}`),
      cards: numbers.map((number) => ({ number })),
    })
    await add('codes', card('li', 1, 2))
    await add('codes', card('wu', 3))
    expect((await failureOf(add('codes', { ...card('li', 4, 2), codes: ['x'] }))).errMsg).toContain('onePair')
    await add('codes', card('li', 5))
  })

  test('lets a document keep its own, and sets free what it gives up', async () => {
    await add('codes', { _id: 'one', codes: ['A', 'B'], owner: 1 })
    await answer(
      db
        .collection('codes')
        .doc('one')
        .update({ data: { codes: ['B', 'C'] } }),
    )
    await add('codes', { _id: 'two', codes: 'A', owner: 2 })
    expect(
      (
        await failureOf(
          Promise.resolve(
            db
              .collection('codes')
              .doc('two')
              .update({ data: { codes: _.set(['C']) } }),
          ),
        )
      ).errMsg,
    ).toContain('E11000')
    await db.collection('codes').doc('one').remove()
    expect(
      (
        await answer(
          db
            .collection('codes')
            .doc('two')
            .update({ data: { codes: ['C'] } }),
        )
      ).stats.updated,
    ).toBe(1)
  })

  test('is not made of documents that break it', async () => {
    const dataDir = newFolder()
    const first = await start({ collections: { lists: {} } }, { dataDir })
    const earlier = await connect(first)
    for (const codes of ['A', ['B', 'A']]) await earlier.collection('lists').add({ data: { codes } })
    await first.stop()
    const distDir = await newBuild({ collections: { lists: { indexes: [index('one', [['codes', 1]], true)] } } })
    await expect(start({}, { dataDir, distDir })).rejects.toThrow(/index of lists cannot be made.*E11000/)
    await connect(cloud)
  })
})

describe('an index of places', () => {
  const near = (longitude: number, latitude: number, maxDistance = 1000) =>
    _.geoNear({ geometry: new db.Geo.Point(longitude, latitude), maxDistance })

  beforeAll(async () => {
    for (let n = 0; n < 40; n++)
      await add('sites', {
        _id: `s${String(n).padStart(2, '0')}`,
        place: new db.Geo.Point(121 + n / 100, 31),
        kind: n % 2,
      })
    await add('sites', { _id: 'none' })
  })

  test('is used, and the nearest come first', async () => {
    const { plan } = cloud.explain('sites', { place: { $geoWithin: { $centerSphere: [[121.1, 31], 0.0003] } } })
    expect(plan.join()).toMatch(/VIRTUAL TABLE INDEX/)
    const { data } = await answer(
      db
        .collection('sites')
        .where({ place: near(121.104, 31, 2400) })
        .get(),
    )
    expect(data.map((row) => row._id)).toEqual(['s10', 's11', 's09', 's12', 's08'])
  })

  test('gives the first few of however many, without a limit of distance', async () => {
    const asked = db.collection('sites').where({ kind: 1, place: _.geoNear({ geometry: new db.Geo.Point(121, 31) }) })
    expect((await answer(asked.skip(1).limit(3).get())).data.map((row) => row._id)).toEqual(['s03', 's05', 's07'])
  })

  test('lets an order of its own stand before the distance', async () => {
    const asked = db
      .collection('sites')
      .where({ place: near(121.104, 31, 2400) })
      .orderBy('_id', 'desc')
    expect((await answer(asked.get())).data.map((row) => row._id)).toEqual(['s12', 's11', 's10', 's09', 's08'])
  })

  test('follows a document that moves and one that goes', async () => {
    await add('sites', { _id: 'moving', place: new db.Geo.Point(10, 50) })
    expect(await idsIn('sites', { place: near(10, 50) })).toEqual(['moving'])
    await answer(
      db
        .collection('sites')
        .doc('moving')
        .update({ data: { place: _.set(new db.Geo.Point(20, 60).toJSON()) } }),
    )
    expect([await idsIn('sites', { place: near(10, 50) }), await idsIn('sites', { place: near(20, 60) })]).toEqual([
      [],
      ['moving'],
    ])
    await db.collection('sites').doc('moving').remove()
    expect(await idsIn('sites', { place: near(20, 60) })).toEqual([])
  })

  test('finds across the 180th meridian and at the pole', async () => {
    await add('sites', { _id: 'west', place: new db.Geo.Point(-179.999, 0) })
    await add('sites', { _id: 'pole', place: new db.Geo.Point(90, 89.9999) })
    expect(await idsIn('sites', { place: near(179.999, 0) })).toEqual(['west'])
    expect(await idsIn('sites', { place: near(-90, 89.9999) })).toEqual(['pole'])
  })

  test('finds any place of a list', async () => {
    const places = [new db.Geo.Point(1, 1).toJSON(), new db.Geo.Point(2, 2).toJSON()]
    await add('sites', { _id: 'two', place: places })
    expect(await idsIn('sites', { place: near(2, 2) })).toEqual(['two'])
  })

  test('refuses what is no place, and a search by distance where there is none', async () => {
    expect((await failureOf(add('sites', { place: { type: 'Point', coordinates: [200, 0] } }))).errMsg).toContain(
      "Can't extract geo keys",
    )
    const asked = Promise.resolve(
      db
        .collection('plain')
        .where({ place: near(1, 1) })
        .get(),
    )
    expect(await failureOf(asked)).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('unable to find index'),
    })
  })
})
