/** What a function may rely on when it asks: run through the real wx-server-sdk over its own wire. */
import type { Cloud } from '../../platform/cloud'
import { answer, closeAll, type Db, failureOf, open } from './start'

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
}

let cloud: Cloud
let db: Db
let _: Db['command']

const ids = (rows: { _id?: unknown }[]): unknown[] => rows.map((row) => row._id)
beforeAll(async () => {
  ;({ cloud, db, _ } = await open({ collections }))
})
afterAll(closeAll)

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
          .where({ at: { $type: 'string' } })
          .get(),
      ),
    )
    expect(failure).toMatchObject({ errCode: -502002, errMsg: expect.stringContaining('$type') })
  })

  test('a query over an index uses it, for its order too', () => {
    const { plan, isExact, isSorted } = cloud.explain('workers', { siteId: 's1' }, { createdAt: -1 })
    expect(plan.join()).toContain('SEARCH')
    expect(plan.join()).toContain('_bySite')
    expect(plan.join()).not.toContain('TEMP B-TREE')
    expect([isExact, isSorted]).toEqual([true, true])
  })

  test('aggregation matches, groups and sorts; an operator it does not have is refused by name', async () => {
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
    const failure = await failureOf(
      Promise.resolve(
        db
          .collection('workers')
          .aggregate()
          .project({ x: { $function: {} } })
          .end(),
      ),
    )
    expect(failure.errMsg).toContain('$function')
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

test('however long a list or however many alternatives, the same is found', async () => {
  await db.collection('workers').add({ data: { _id: 'listed', siteId: 'wanted', tags: ['wanted'] } })
  const many = Array.from({ length: 20_000 }, (_one, n) => `x${n}`)
  for (const path of ['siteId', 'tags'])
    for (const list of [
      [...many, 'wanted'],
      [null, ...many.slice(0, 1500), 'wanted'],
      [['x'], ...many.slice(0, 5000), 'wanted'],
    ])
      expect(await idsFound({ _id: 'listed', [path]: _.in(list) })).toEqual(['listed'])
  const alternatives = many.slice(0, 1500).map((siteId) => ({ siteId }))
  expect(await idsFound(_.or([...alternatives, { siteId: 'wanted' }]))).toEqual(['listed'])
  expect(await idsFound(_.and([...alternatives.map(() => ({ siteId: 'wanted' })), { tags: 'wanted' }]))).toEqual([
    'listed',
  ])
  expect(await idsFound(_.and([{ siteId: _.nin(many) }, { tags: 'wanted' }]))).toEqual(['listed'])
})

const idsFound = async (where: object): Promise<unknown[]> =>
  ids((await answer(db.collection('workers').where(where).get())).data)
