/** The manual’s examples of arithmetic, reworked. */
import type { ExpressionCase } from './expressions'

const one = [{}]

export const numbers: ExpressionCase[] = [
  [
    'aggregation/abs',
    'the size of a difference',
    [
      { start: 50, end: 80 },
      { start: 75, end: 40 },
      { start: 90, end: 70 },
    ],
    { $abs: { $subtract: ['$start', '$end'] } },
    [30, 35, 20],
  ],
  [
    'aggregation/abs',
    'all 64 bits',
    one,
    { $toString: { $abs: { $toLong: '-9223372036854775807' } } },
    ['9223372036854775807'],
  ],
  [
    'aggregation/add',
    'numbers',
    [
      { price: 10, fee: 2 },
      { price: 20, fee: 1 },
      { price: 5, fee: 0 },
    ],
    { $add: ['$price', '$fee'] },
    [12, 21, 5],
  ],
  [
    'aggregation/add',
    'three days to a date',
    [{ date: new Date('2014-03-01T08:00:00Z') }, { date: new Date('2014-03-15T09:00:00Z') }],
    { $add: ['$date', 3 * 24 * 60 * 60000] },
    [new Date('2014-03-04T08:00:00Z'), new Date('2014-03-18T09:00:00Z')],
  ],
  ['aggregation/add', 'null for a missing part', [{ price: 1 }], { $add: ['$price', '$fee'] }, [null]],
  [
    'aggregation/ceil',
    'up to a whole number',
    [{ value: 9.25 }, { value: 8.73 }, { value: 4.32 }, { value: -5.34 }],
    { $ceil: '$value' },
    [10, 9, 5, -5],
  ],
  ['aggregation/divide', 'hours in working days', [{ hours: 80 }, { hours: 40 }], { $divide: ['$hours', 8] }, [10, 5]],
  [
    'aggregation/exp',
    'a rate compounded',
    [{ rate: 0.08 }, { rate: 0 }],
    { $trunc: [{ $subtract: [{ $exp: '$rate' }, 1] }, 12] },
    [0.083287067674, 0],
  ],
  [
    'aggregation/floor',
    'down to a whole number',
    [{ value: 9.25 }, { value: 8.73 }, { value: 4.32 }, { value: -5.34 }],
    { $floor: '$value' },
    [9, 8, 4, -6],
  ],
  ['aggregation/ln', 'the natural logarithm of e', one, { $ln: Math.E }, [1]],
  ['aggregation/log', 'to base two', one, { $log: [1024, 2] }, [10]],
  [
    'aggregation/log',
    'the bits a number takes',
    [{ int: 5 }, { int: 2 }, { int: 23 }, { int: 10 }],
    { $floor: { $add: [1, { $log: ['$int', 2] }] } },
    [3, 2, 5, 4],
  ],
  [
    'aggregation/log10',
    'the pH of a sample',
    [{ h3o: 0.0025 }, { h3o: 0.001 }, { h3o: 0.02 }],
    { $trunc: [{ $multiply: [-1, { $log10: '$h3o' }] }, 10] },
    [2.6020599913, 3, 1.6989700043],
  ],
  [
    'aggregation/mod',
    'hours left after whole tasks',
    [
      { hours: 80, tasks: 7 },
      { hours: 40, tasks: 4 },
    ],
    { $mod: ['$hours', '$tasks'] },
    [3, 0],
  ],
  ['aggregation/mod', 'the sign of what is divided', one, { $mod: [-13, 9] }, [-4]],
  [
    'aggregation/multiply',
    'price and quantity',
    [
      { price: 10, quantity: 2 },
      { price: 20, quantity: 1 },
      { price: 5, quantity: 10 },
    ],
    { $multiply: ['$price', '$quantity'] },
    [20, 20, 50],
  ],
  [
    'aggregation/multiply',
    '64-bit integers exactly',
    one,
    { $toString: { $multiply: [3037000499, 3037000499] } },
    ['9223372030926249001'],
  ],
  [
    'aggregation/pow',
    'a variance from a deviation',
    [{ scores: [85, 88, 92] }, { scores: [78, 71] }],
    { $trunc: [{ $pow: [{ $stdDevPop: '$scores' }, 2] }, 8] },
    [8.22222222, 12.25],
  ],
  ['aggregation/pow', 'zero to the zeroth', one, { $pow: [0, 0] }, [1]],
  [
    'aggregation/sqrt',
    'the distance of two points',
    [
      { p1: { x: 5, y: 8 }, p2: { x: 0, y: 5 } },
      { p1: { x: -2, y: 1 }, p2: { x: 1, y: 5 } },
      { p1: { x: 4, y: 4 }, p2: { x: 4, y: 0 } },
    ],
    {
      $sqrt: {
        $add: [{ $pow: [{ $subtract: ['$p2.y', '$p1.y'] }, 2] }, { $pow: [{ $subtract: ['$p2.x', '$p1.x'] }, 2] }],
      },
    },
    [5.830951894845301, 5, 4],
  ],
  [
    'aggregation/subtract',
    'numbers',
    [
      { price: 10, fee: 2, discount: 5 },
      { price: 20, fee: 1, discount: 2 },
    ],
    { $subtract: [{ $add: ['$price', '$fee'] }, '$discount'] },
    [7, 19],
  ],
  [
    'aggregation/subtract',
    'two dates in milliseconds',
    [{ from: new Date('2014-03-01T08:00:00Z'), to: new Date('2014-03-01T08:05:00Z') }],
    { $subtract: ['$to', '$from'] },
    [300000],
  ],
  [
    'aggregation/subtract',
    'milliseconds from a date',
    [{ date: new Date('2014-03-01T08:00:00Z') }],
    { $subtract: ['$date', 5 * 60 * 1000] },
    [new Date('2014-03-01T07:55:00Z')],
  ],
  [
    'aggregation/trunc',
    'towards zero',
    [{ value: 19.25 }, { value: 28.73 }, { value: 34.32 }, { value: -45.34 }],
    { $trunc: '$value' },
    [19, 28, 34, -45],
  ],
  [
    'aggregation/trunc',
    'to a place after the point',
    [{ value: 19.25 }, { value: 28.73 }, { value: 34.32 }, { value: -45.39 }],
    { $trunc: ['$value', 1] },
    [19.2, 28.7, 34.3, -45.3],
  ],
  ['aggregation/trunc', 'to a place before the point', [{ value: 1234.5678 }], { $trunc: ['$value', -2] }, [1200]],
]
