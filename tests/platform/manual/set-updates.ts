/** Fixed cases of adding to an array what it lacks and taking out of it, after the pages of MongoDB's manual. */
import type { UpdatePage } from './cases'

export const setUpdates: UpdatePage[] = [
  {
    page: 'update/addToSet',
    cases: [
      {
        name: 'a value not yet there',
        before: { t: ['a', 'b'] },
        change: (_) => ({ t: _.addToSet('c') }),
        after: { t: ['a', 'b', 'c'] },
      },
      {
        name: 'a value already there',
        before: { t: ['a', 'b'] },
        change: (_) => ({ t: _.addToSet('b') }),
        after: { t: ['a', 'b'] },
      },
      {
        name: 'each of several',
        before: { t: ['a', 'b'] },
        change: (_) => ({ t: _.addToSet({ $each: ['c', 'a', 'd'] }) }),
        after: { t: ['a', 'b', 'c', 'd'] },
      },
      {
        name: 'an array goes in as one',
        before: { t: ['a'] },
        change: (_) => ({ t: _.addToSet(['c', 'd']) }),
        after: { t: ['a', ['c', 'd']] },
      },
      {
        name: 'objects are the same field by field, in order',
        before: { t: [{ x: 1, y: 2 }] },
        change: (_) => ({ t: _.addToSet({ y: 2, x: 1 }) }),
        after: {
          t: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        },
      },
      {
        name: 'what is no array fails',
        before: { t: 'a' },
        change: (_) => ({ t: _.addToSet('b') }),
        after: /must be an array/,
      },
      { name: 'what is missing begins', before: {}, change: (_) => ({ t: _.addToSet('b') }), after: { t: ['b'] } },
    ],
  },
  {
    page: 'update/pop',
    cases: [
      { name: 'the last', before: { s: [8, 9, 10] }, change: (_) => ({ s: _.pop() }), after: { s: [8, 9] } },
      { name: 'the first', before: { s: [8, 9, 10] }, change: (_) => ({ s: _.shift() }), after: { s: [9, 10] } },
      { name: 'of none', before: { s: [] }, change: (_) => ({ s: _.pop() }), after: { s: [] } },
      { name: 'of no array fails', before: { s: 1 }, change: (_) => ({ s: _.pop() }), after: /must be an array/ },
      { name: 'only one', before: { s: [1] }, change: () => ({ $pop: { s: 2 } }), after: /1 or -1/ },
    ],
  },
  {
    page: 'update/pull',
    cases: [
      {
        name: 'one of the values',
        before: { fruits: ['apples', 'pears', 'grapes'], veg: ['carrots', 'carrots'] },
        change: (_) => ({ fruits: _.pull(_.in(['apples', 'grapes'])), veg: _.pull('carrots') }),
        after: { fruits: ['pears'], veg: [] },
      },
      {
        name: 'what meets a condition',
        before: { votes: [3, 5, 6, 7, 7, 8] },
        change: (_) => ({ votes: _.pull(_.gte(6)) }),
        after: { votes: [3, 5] },
      },
      {
        name: 'embedded documents, each by itself',
        before: {
          r: [
            { item: 'A', score: 5 },
            { item: 'B', score: 8 },
            { item: 'B', score: 8, note: 'x' },
          ],
        },
        change: (_) => ({ r: _.pull({ score: 8, item: 'B' }) }),
        after: { r: [{ item: 'A', score: 5 }] },
      },
      {
        name: 'embedded documents by what their arrays hold',
        before: {
          r: [
            {
              a: [
                { q: 1, n: 4 },
                { q: 2, n: 6 },
              ],
            },
            {
              a: [
                { q: 1, n: 8 },
                { q: 2, n: 9 },
              ],
            },
          ],
        },
        change: () => ({ $pull: { r: { a: { $elemMatch: { q: 2, n: { $gte: 8 } } } } } }),
        after: {
          r: [
            {
              a: [
                { q: 1, n: 4 },
                { q: 2, n: 6 },
              ],
            },
          ],
        },
      },
      {
        name: 'an array only when it is the same',
        before: { t: [['a', 'b'], ['b', 'a'], 'a'] },
        change: (_) => ({ t: _.pull(['a', 'b']) }),
        after: { t: [['b', 'a'], 'a'] },
      },
      {
        name: 'text like a pattern',
        before: { t: ['ab', 'cd'] },
        change: () => ({ $pull: { t: { $regex: '^a' } } }),
        after: { t: ['cd'] },
      },
    ],
  },
  {
    page: 'update/pullAll',
    cases: [
      {
        name: 'every one of the values',
        before: { s: [0, 2, 5, 5, 1, 0] },
        change: (_) => ({ s: _.pullAll([0, 5]) }),
        after: { s: [2, 1] },
      },
      {
        name: 'documents exactly',
        before: { s: [{ a: 1, b: 2 }, { a: 1 }] },
        change: (_) => ({ s: _.pullAll([{ a: 1 }]) }),
        after: { s: [{ a: 1, b: 2 }] },
      },
    ],
  },
]
