/** The manual's examples of comparing, choosing, literals and variables, reworked. */
import { branch, choosing, type ExpressionCase } from './expressions'

const stock = [
  { item: 'abc1', qty: 300 },
  { item: 'abc2', qty: 200 },
  { item: 'xyz1', qty: 250 },
]

const answers = [
  { responses: [true] },
  { responses: [true, false] },
  { responses: [] },
  { responses: [1, true, 'seven'] },
  { responses: [0] },
  { responses: [[]] },
  { responses: [[0]] },
  { responses: [[false]] },
  { responses: [null] },
]

export const choices: ExpressionCase[] = [
  ['aggregation/eq', 'equal numbers', stock, { $eq: ['$qty', 250] }, [false, false, true]],
  ['aggregation/eq', 'null is not what is missing', [{ a: null }, {}], { $eq: ['$a', null] }, [true, false]],
  [
    'aggregation/eq',
    'arrays as one value',
    [{ a: [1, 2] }],
    [{ $eq: ['$a', [1, 2]] }, { $eq: ['$a', 1] }],
    [[true, false]],
  ],
  ['aggregation/ne', 'different numbers', stock, { $ne: ['$qty', 250] }, [true, true, false]],
  ['aggregation/gt', 'greater', stock, { $gt: ['$qty', 250] }, [true, false, false]],
  ['aggregation/gte', 'greater or equal', stock, { $gte: ['$qty', 250] }, [true, false, true]],
  ['aggregation/lt', 'less', stock, { $lt: ['$qty', 250] }, [false, true, false]],
  ['aggregation/lte', 'less or equal', stock, { $lte: ['$qty', 250] }, [false, true, true]],
  ['aggregation/cmp', 'one way, the other, or equal', stock, { $cmp: ['$qty', 250] }, [1, -1, 0]],
  [
    'bson-type-comparison-order',
    'types in their order',
    [{ values: [null, 5, 'a', { a: 1 }, [1], true, new Date(0)] }],
    {
      $map: {
        input: { $range: [0, 6] },
        as: 'at',
        in: {
          $lt: [{ $arrayElemAt: ['$values', '$$at'] }, { $arrayElemAt: ['$values', { $add: ['$$at', 1] }] }],
        },
      },
    },
    [[true, true, true, true, true, true]],
  ],
  [
    'aggregation/and',
    'every argument true',
    [{}],
    [
      { $and: [1, 'green'] },
      { $and: [] },
      { $and: [[null], [false], [0]] },
      { $and: [null, true] },
      { $and: [0, true] },
    ],
    [[true, true, true, false, false]],
  ],
  [
    'aggregation/and',
    'a range',
    stock,
    { $and: [{ $gt: ['$qty', 100] }, { $lt: ['$qty', 250] }] },
    [false, true, false],
  ],
  [
    'aggregation/or',
    'one argument true',
    [{}],
    [{ $or: [true, false] }, { $or: [[false], false] }, { $or: [null, 0, '$none'] }, { $or: [] }],
    [[true, true, false, false]],
  ],
  [
    'aggregation/not',
    'the opposite; an array is true',
    [{}],
    [{ $not: [true] }, { $not: [[false]] }, { $not: [false] }, { $not: [null] }, { $not: [0] }],
    [[false, false, true, true, true]],
  ],
  [
    'aggregation/cond',
    'a discount by quantity',
    stock,
    { $cond: choosing({ $gte: ['$qty', 250] }, 30, 20) },
    [30, 20, 30],
  ],
  ['aggregation/cond', 'in the short form', stock, { $cond: [{ $gte: ['$qty', 250] }, 30, 20] }, [30, 20, 30]],
  [
    'aggregation/ifNull',
    'a word for what is null or missing',
    [{ description: 'product 1' }, { description: null }, {}],
    { $ifNull: ['$description', 'Unspecified'] },
    ['product 1', 'Unspecified', 'Unspecified'],
  ],
  [
    'aggregation/switch',
    'the first branch that holds',
    [{ scores: [87, 86, 97] }, { scores: [71, 64, 91] }, { scores: [91, 84, 97] }],
    {
      $switch: {
        branches: [
          branch({ $gte: [{ $avg: '$scores' }, 90] }, 'great'),
          branch({ $and: [{ $gte: [{ $avg: '$scores' }, 80] }, { $lt: [{ $avg: '$scores' }, 90] }] }, 'well'),
          branch({ $lt: [{ $avg: '$scores' }, 80] }, 'more work'),
        ],
        default: 'no scores',
      },
    },
    ['great', 'more work', 'great'],
  ],
  [
    'aggregation/switch',
    'the default',
    [{ a: 1 }],
    { $switch: { branches: [branch({ $eq: ['$a', 2] }, 'two')], default: 'none' } },
    ['none'],
  ],
  ['aggregation/literal', 'a dollar in a price', [{ price: '$1' }], { $eq: ['$price', { $literal: '$1' }] }, [true]],
  ['aggregation/literal', 'a one that is no inclusion', [{}], { $literal: 1 }, [1]],
  ['aggregation/literal', 'an operator as a value', [{}], { $literal: { $add: [2, 3] } }, [{ $add: [2, 3] }]],
  [
    'aggregation/let',
    'two names in one expression',
    [
      { price: 10, tax: 0.5, isReduced: true },
      { price: 10, tax: 0.25, isReduced: false },
    ],
    {
      $let: {
        vars: { total: { $add: ['$price', '$tax'] }, rate: { $cond: choosing('$isReduced', 0.5, 1) } },
        in: { $multiply: ['$$total', '$$rate'] },
      },
    },
    [5.25, 10.25],
  ],
  [
    'aggregation/let',
    'a name hides the one outside only inside',
    [{ a: 1 }],
    {
      $let: {
        vars: { low: 1, high: '$$ROOT.a' },
        in: { $add: ['$$low', { $let: { vars: { low: 10 }, in: '$$low' } }, '$$high', '$$low'] },
      },
    },
    [13],
  ],
  [
    'aggregation-variables',
    'the whole document, and a field of it',
    [{ a: { b: 2 } }],
    ['$$ROOT.a.b', '$$CURRENT.a', '$a.b'],
    [[2, { b: 2 }, 2]],
  ],
  ['aggregation-variables', 'a field taken out', [{ a: 1 }], { $cond: [true, '$$REMOVE', 1] }, [undefined]],
  [
    'aggregation/allElementsTrue',
    'of no element too',
    answers,
    { $allElementsTrue: ['$responses'] },
    [true, false, true, true, false, true, true, true, false],
  ],
  [
    'aggregation/anyElementTrue',
    'of no element never',
    answers,
    { $anyElementTrue: ['$responses'] },
    [true, true, false, true, false, true, true, true, false],
  ],
  [
    'field-paths',
    'through an array, and never by its position',
    [{ rows: [{ n: 1 }, { m: 2 }, { n: 3 }, 4] }],
    ['$rows.n', '$rows.0'],
    [[[1, 3], []]],
  ],
]
