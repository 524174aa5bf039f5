/** A unique index stays unique over arrays, element by element. */
import fc from 'fast-check'
import type { Cloud } from '../../platform/cloud'
import { runs } from '../property'
import { answer, closeAll, connect, type Db, failureOf, newBuild, newFolder, open, start } from './start'

const index = (name: string, keys: [string, unknown][], unique = false) => ({ name, keys, unique })
const collections = {
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
}

let cloud: Cloud
let db: Db
let _: Db['command']
beforeAll(async () => {
  ;({ cloud, db, _ } = await open({ collections }))
})
afterAll(closeAll)

const add = (name: string, data: object) => Promise.resolve(db.collection(name).add({ data }))
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

test('any writes one after the other leave no element with two documents, and refuse no other', async () => {
  await db.collection('codes').where({}).remove()
  const element = fc.constantFrom<unknown>('A', 'B', 'C', 1, 1.5, null, ['A'], { x: 1 })
  const codes = fc.oneof(element, fc.array(element, { maxLength: 3 }))
  const write = fc.record({ id: fc.constantFrom('p', 'q', 'r'), codes })
  /** What an index has of a value: its elements, or of none a mark of its own. */
  const keysOf = (value: unknown): string[] =>
    Array.isArray(value)
      ? (value.length > 0 ? value : ['empty!']).map((one) => JSON.stringify(one))
      : [JSON.stringify(value)]
  await fc.assert(
    fc.asyncProperty(fc.array(write, { maxLength: 6 }), async (writes) => {
      await db.collection('codes').where({}).remove()
      const held = new Map<string, string[]>()
      for (const { id, codes } of writes) {
        const others = new Set([...held].flatMap(([other, keys]) => (other === id ? [] : keys)))
        const isFree = !keysOf(codes).some((key) => others.has(key))
        const set = db
          .collection('codes')
          .doc(id)
          .set({ data: { codes, owner: id } })
        const isDone = await Promise.resolve(set).then(
          () => true,
          () => false,
        )
        expect(isDone).toBe(isFree)
        if (isFree) held.set(id, keysOf(codes))
      }
    }),
    runs(60),
  )
})
