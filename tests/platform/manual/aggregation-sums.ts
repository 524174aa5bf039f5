/** The manual’s examples of what several numbers come to, reworked. */
import type { ExpressionCase } from './expressions'

export const sums: ExpressionCase[] = [
  [
    'aggregation/sum',
    'of one array its elements',
    [
      { quizzes: [10, 6, 7], labs: [5, 8], final: 80, midterm: 75 },
      { quizzes: [9, 10], labs: [8, 8], final: 95, midterm: 80 },
    ],
    [{ $sum: '$quizzes' }, { $sum: '$labs' }, { $sum: ['$final', '$midterm'] }],
    [
      [23, 13, 155],
      [19, 16, 175],
    ],
  ],
  ['aggregation/sum', 'nothing of arrays among several arguments', [{ list: [1, 2] }], { $sum: ['$list', 3] }, [3]],
  [
    'aggregation/avg',
    'of an array, of several fields, of no numbers',
    [{ quizzes: [10, 6, 7], final: 80, midterm: 75, words: ['a'] }],
    [{ $trunc: [{ $avg: '$quizzes' }, 6] }, { $avg: ['$final', '$midterm'] }, { $avg: '$words' }],
    [[7.666666, 77.5, null]],
  ],
  [
    'aggregation/max',
    'of an array and of several fields',
    [{ quizzes: [10, 6, 7], final: 80, midterm: 75 }],
    [{ $max: '$quizzes' }, { $max: ['$final', '$midterm'] }, { $max: '$none' }],
    [[10, 80, null]],
  ],
  [
    'aggregation/min',
    'leaves out null and what is missing',
    [{ quizzes: [10, null, 7], final: 80 }],
    [{ $min: '$quizzes' }, { $min: ['$final', '$midterm'] }],
    [[7, 80]],
  ],
  [
    'aggregation/stdDevPop',
    'of the scores in an array',
    [{ scores: [87, 80, 86] }, { scores: [2, 'x'] }, { scores: [] }],
    { $trunc: [{ $stdDevPop: '$scores' }, 10] },
    [3.0912061651, 0, null],
  ],
  [
    'aggregation/stdDevSamp',
    'needs two numbers',
    [{ scores: [4, 2] }, { scores: [4] }],
    { $stdDevSamp: '$scores' },
    [Math.SQRT2, null],
  ],
]
