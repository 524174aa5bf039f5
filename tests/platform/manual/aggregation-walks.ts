/** The manual’s examples of walking through arrays and cutting them, reworked. */
import type { ExpressionCase } from './expressions'

const favourites = [
  { name: 'dave123', favorites: ['chocolate', 'cake', 'butter', 'apples'] },
  { name: 'li', favorites: ['apples', 'pudding', 'pie'] },
  { name: 'ahn', favorites: ['pears', 'pecans', 'chocolate', 'cherries'] },
  { name: 'ty', favorites: ['ice cream'] },
]

export const walks: ExpressionCase[] = [
  [
    'aggregation/filter',
    'the items at a price',
    [
      {
        items: [
          { id: 43, price: 2 },
          { id: 2, price: 240 },
        ],
      },
      {
        items: [
          { id: 23, price: 110 },
          { id: 103, price: 5 },
          { id: 38, price: 300 },
        ],
      },
      { items: null },
    ],
    { $filter: { input: '$items', as: 'item', cond: { $gte: ['$$item.price', 100] } } },
    [
      [{ id: 2, price: 240 }],
      [
        { id: 23, price: 110 },
        { id: 38, price: 300 },
      ],
      null,
    ],
  ],
  [
    'aggregation/map',
    'two added to each',
    [{ quizzes: [5, 6, 7] }, { quizzes: [] }, { quizzes: [3, 8, 9] }],
    { $map: { input: '$quizzes', as: 'grade', in: { $add: ['$$grade', 2] } } },
    [[7, 8, 9], [], [5, 10, 11]],
  ],
  [
    'aggregation/map',
    'nothing becomes null',
    [{ q: [{ a: 1 }, {}] }],
    { $map: { input: '$q', in: '$$this.a' } },
    [[1, null]],
  ],
  [
    'aggregation/range',
    'from, up to but without, by steps',
    [{ distance: 42 }, { distance: 88 }, { distance: 20 }],
    { $range: [0, '$distance', 25] },
    [[0, 25], [0, 25, 50, 75], [0]],
  ],
  [
    'aggregation/range',
    'downwards, and not at all',
    [{}],
    [{ $range: [0, 10, 2] }, { $range: [10, 0, -2] }, { $range: [0, 10, -2] }, { $range: [0, 5] }],
    [[[0, 2, 4, 6, 8], [10, 8, 6, 4, 2], [], [0, 1, 2, 3, 4]]],
  ],
  [
    'aggregation/reduce',
    'a text and a product',
    [{ words: ['a', 'b', 'c'], numbers: [1, 2, 3, 4] }],
    [
      { $reduce: { input: '$words', initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
      {
        $reduce: {
          input: '$numbers',
          initialValue: { sum: 5, product: 2 },
          in: { sum: { $add: ['$$value.sum', '$$this'] }, product: { $multiply: ['$$value.product', '$$this'] } },
        },
      },
    ],
    [['abc', { sum: 15, product: 48 }]],
  ],
  [
    'aggregation/reduce',
    'arrays in one',
    [
      {
        arr: [
          [3, 4],
          [5, 6],
        ],
      },
    ],
    { $reduce: { input: '$arr', initialValue: [1, 2], in: { $concatArrays: ['$$value', '$$this'] } } },
    [[1, 2, 3, 4, 5, 6]],
  ],
  [
    'aggregation/reverseArray',
    'the whole, not what is nested',
    [
      { a: [1, 2, 3] },
      {
        a: [
          [1, 2],
          [3, 4],
        ],
      },
      { a: [] },
      {},
    ],
    { $reverseArray: '$a' },
    [
      [3, 2, 1],
      [
        [3, 4],
        [1, 2],
      ],
      [],
      null,
    ],
  ],
  [
    'aggregation/slice',
    'the first three',
    favourites,
    { $slice: ['$favorites', 3] },
    [['chocolate', 'cake', 'butter'], ['apples', 'pudding', 'pie'], ['pears', 'pecans', 'chocolate'], ['ice cream']],
  ],
  [
    'aggregation/slice',
    'from a place, from the end, past both',
    [{}],
    [
      { $slice: [[1, 2, 3], 1, 1] },
      { $slice: [[1, 2, 3], -2] },
      { $slice: [[1, 2, 3], 15, 2] },
      { $slice: [[1, 2, 3], -15, 2] },
    ],
    [[[2], [2, 3], [], [1, 2]]],
  ],
  [
    'aggregation/zip',
    'a matrix turned over',
    [
      {
        matrix: [
          [0, 1],
          [2, 3],
          [4, 5],
        ],
      },
    ],
    {
      $zip: {
        inputs: [{ $arrayElemAt: ['$matrix', 0] }, { $arrayElemAt: ['$matrix', 1] }, { $arrayElemAt: ['$matrix', 2] }],
      },
    },
    [
      [
        [0, 2, 4],
        [1, 3, 5],
      ],
    ],
  ],
  [
    'aggregation/zip',
    'as long as the longest, with stand-ins',
    [{}],
    [
      { $zip: { inputs: [['a'], ['b'], ['c']] } },
      { $zip: { inputs: [['a'], ['b', 'c']] } },
      { $zip: { inputs: [[1], [2, 3]], useLongestLength: true } },
      { $zip: { inputs: [[1], [2, 3], [4]], useLongestLength: true, defaults: ['a', 'b', 'c'] } },
    ],
    [
      [
        [['a', 'b', 'c']],
        [['a', 'b']],
        [
          [1, 2],
          [null, 3],
        ],
        [
          [1, 2, 4],
          ['a', 3, 'c'],
        ],
      ],
    ],
  ],
]
