/** The manual’s examples of sets and of objects as pairs, reworked. */
import type { ExpressionCase } from './expressions'

const pairs = [
  { A: ['red', 'blue'], B: ['red', 'blue'] },
  { A: ['red', 'blue'], B: ['blue', 'red', 'blue'] },
  { A: ['red', 'blue'], B: ['red', 'blue', 'green'] },
  { A: ['red', 'blue'], B: ['green', 'red'] },
  { A: ['red', 'blue'], B: [] },
  { A: ['red', 'blue'], B: [['red'], ['blue']] },
  { A: ['red', 'blue'], B: [['red', 'blue']] },
  { A: [], B: [] },
  { A: [], B: ['red'] },
]

export const sets: ExpressionCase[] = [
  [
    'aggregation/arrayToObject',
    'pairs as k and v',
    [
      {
        dimensions: [
          { k: 'l', v: 25 },
          { k: 'w', v: 10 },
          { k: 'uom', v: 'cm' },
        ],
      },
    ],
    { $arrayToObject: '$dimensions' },
    [{ l: 25, w: 10, uom: 'cm' }],
  ],
  [
    'aggregation/arrayToObject',
    'pairs as arrays, the last of a name counts',
    [{}],
    {
      $arrayToObject: [
        [
          ['item', 'abc123'],
          ['price', 25],
          ['item', '123abc'],
        ],
      ],
    },
    [{ item: '123abc', price: 25 }],
  ],
  [
    'aggregation/objectToArray',
    'fields as pairs',
    [{ dimensions: { l: 25, w: 10 } }],
    { $objectToArray: '$dimensions' },
    [
      [
        { k: 'l', v: 25 },
        { k: 'w', v: 10 },
      ],
    ],
  ],
  [
    'aggregation/objectToArray',
    'there and back with a total',
    [{ instock: { warehouse1: 2500, warehouse2: 500 } }],
    {
      $arrayToObject: {
        $concatArrays: [
          { $objectToArray: '$instock' },
          [{ k: 'total', v: { $sum: { $map: { input: { $objectToArray: '$instock' }, in: '$$this.v' } } } }],
        ],
      },
    },
    [{ warehouse1: 2500, warehouse2: 500, total: 3000 }],
  ],
  [
    'aggregation/mergeObjects',
    'later fields over earlier ones, null passed over',
    [{ a: { a: 1, b: 2 }, b: { a: 3, c: 4 } }],
    [{ $mergeObjects: ['$a', null, '$b'] }, { $mergeObjects: [null, '$none'] }],
    [[{ a: 3, b: 2, c: 4 }, {}]],
  ],
  [
    'aggregation/setDifference',
    'in the second and not in the first',
    pairs,
    { $setDifference: ['$B', '$A'] },
    [[], [], ['green'], ['green'], [], [['red'], ['blue']], [['red', 'blue']], [], ['red']],
  ],
  [
    'aggregation/setEquals',
    'without order or repetition',
    pairs,
    { $setEquals: ['$A', '$B'] },
    [true, true, false, false, false, false, false, true, false],
  ],
  [
    'aggregation/setIntersection',
    'in both',
    pairs,
    { $setIntersection: ['$A', '$B'] },
    [['blue', 'red'], ['blue', 'red'], ['blue', 'red'], ['red'], [], [], [], [], []],
  ],
  [
    'aggregation/setIsSubset',
    'all of the first in the second',
    pairs,
    { $setIsSubset: ['$A', '$B'] },
    [true, true, true, false, false, false, false, true, true],
  ],
  [
    'aggregation/setUnion',
    'in either',
    pairs.slice(0, 6),
    { $setUnion: ['$A', '$B'] },
    [
      ['blue', 'red'],
      ['blue', 'red'],
      ['blue', 'green', 'red'],
      ['blue', 'green', 'red'],
      ['blue', 'red'],
      ['blue', 'red', ['blue'], ['red']],
    ],
  ],
]
