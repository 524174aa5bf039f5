/** What an index is good for: it is used, also for lists, elements and beginnings. */
import type { Cloud } from '../../platform/cloud'
import { answer, closeAll, type Db, failureOf, open } from './start'

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
}

let cloud: Cloud
let db: Db
let _: Db['command']
beforeAll(async () => {
  ;({ cloud, db, _ } = await open({ collections }))
})
afterAll(closeAll)

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
