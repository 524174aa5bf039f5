/** What a function may rely on when it changes a document: every update operator, through the real wx-server-sdk. */
import { answer, closeAll, type Db, failureOf, open } from './start'

const collections = { workers: {} }

let db: Db
let _: Db['command']

beforeAll(async () => {
  ;({ db, _ } = await open({ collections }))
})
afterAll(closeAll)

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
    const failure = await failureOf(changed({ a: 1 }, { $currentDate: { a: true } }))
    expect(failure.errMsg).toContain('$currentDate')
  })
})
