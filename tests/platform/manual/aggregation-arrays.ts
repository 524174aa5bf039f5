/** The manual’s examples of what is in an array, reworked. */
import type { ExpressionCase } from './expressions'

const favourites = [
  { name: 'dave123', favorites: ['chocolate', 'cake', 'butter', 'apples'] },
  { name: 'li', favorites: ['apples', 'pudding', 'pie'] },
  { name: 'ahn', favorites: ['pears', 'pecans', 'chocolate', 'cherries'] },
  { name: 'ty', favorites: ['ice cream'] },
]

export const arrays: ExpressionCase[] = [
  [
    'aggregation/arrayElemAt',
    'the first and the last',
    favourites,
    [{ $arrayElemAt: ['$favorites', 0] }, { $arrayElemAt: ['$favorites', -1] }],
    [
      ['chocolate', 'apples'],
      ['apples', 'pie'],
      ['pears', 'cherries'],
      ['ice cream', 'ice cream'],
    ],
  ],
  ['aggregation/arrayElemAt', 'nothing past the end', [{ a: [1, 2, 3] }], { $arrayElemAt: ['$a', 15] }, [undefined]],
  [
    'aggregation/first-array-element',
    'the first of an array, of none, of what is missing',
    [{ a: [1, 2, 3] }, { a: [] }, {}],
    { $first: '$a' },
    [1, undefined, null],
  ],
  [
    'aggregation/last-array-element',
    'the last of an array, of an array of arrays, of none',
    [{ a: [1, 2, 3] }, { a: [[1], [2, 3]] }, { a: [] }],
    { $last: '$a' },
    [3, [2, 3], undefined],
  ],
  [
    'aggregation/concatArrays',
    'one after the other, nested ones kept',
    [
      { instock: ['chocolate'], ordered: ['butter', 'apples'] },
      { instock: ['apples', 'pudding'], ordered: [['pie']] },
      { instock: ['ice cream'] },
    ],
    { $concatArrays: ['$instock', '$ordered'] },
    [['chocolate', 'butter', 'apples'], ['apples', 'pudding', ['pie']], null],
  ],
  [
    'aggregation/in',
    'an element of an array; an array is one',
    [{ in_stock: ['bananas', 'apples'] }, { in_stock: [['bananas', 'apples']] }, { in_stock: [] }],
    { $in: ['bananas', '$in_stock'] },
    [true, false, false],
  ],
  [
    'aggregation/indexOfArray',
    'the first place of a value',
    [
      { items: ['one', 'two', 'three'] },
      { items: [1, 2] },
      { items: [null, null, 2] },
      { items: null },
      { items: [2] },
    ],
    { $indexOfArray: ['$items', 2] },
    [-1, 1, 2, null, 0],
  ],
  [
    'aggregation/indexOfArray',
    'between two places',
    [{}],
    [
      { $indexOfArray: [['a', 'abc'], 'a'] },
      { $indexOfArray: [['a', 'abc', 'de', ['de']], ['de']] },
      { $indexOfArray: [[1, 2], 5] },
      {
        $indexOfArray: [
          [1, 2, 3],
          [1, 2],
        ],
      },
      { $indexOfArray: [[10, 9, 9, 8, 9], 9, 3] },
      { $indexOfArray: [['a', 'abc', 'b'], 'b', 0, 1] },
      { $indexOfArray: [['a', 'abc', 'b'], 'b', 1, 0] },
      { $indexOfArray: [['a', 'abc', 'b'], 'b', 20] },
    ],
    [[0, 3, -1, -1, 4, -1, -1, -1]],
  ],
  [
    'aggregation/isArray',
    'an array or not',
    [{ a: ['hello'] }, { a: 'hello' }, {}],
    [{ $isArray: '$a' }, { $isArray: ['$a'] }, { $isArray: [['$a']] }],
    [
      [true, true, true],
      [false, false, true],
      [false, false, true],
    ],
  ],
  [
    'aggregation/size',
    'how many colours',
    [{ colors: ['blue', 'black', 'red'] }, { colors: [] }],
    { $size: '$colors' },
    [3, 0],
  ],
]
