/** The manual’s examples of fields kept, left out and added, reworked. */
import { choosing } from './expressions'
import type { PipelineCase } from './pipelines'

export const fields: PipelineCase[] = [
  {
    page: 'aggregation/project',
    shows: 'fields kept, with the id',
    on: 'books',
    stages: [
      ['match', { _id: 1 }],
      ['project', { title: 1, author: 1 }],
    ],
    answer: [{ _id: 1, title: 'abc123', author: { last: 'zzz', first: 'aaa' } }],
  },
  {
    page: 'aggregation/project',
    shows: 'fields kept, without the id',
    on: 'books',
    stages: [
      ['match', { _id: 1 }],
      ['project', { _id: 0, title: 1, author: 1 }],
    ],
    answer: [{ title: 'abc123', author: { last: 'zzz', first: 'aaa' } }],
  },
  {
    page: 'aggregation/project',
    shows: 'fields left out, nested ones too',
    on: 'books',
    stages: [
      ['match', { _id: 1 }],
      ['project', { 'author.first': 0, lastModified: 0, copies: 0 }],
    ],
    answer: [{ _id: 1, title: 'abc123', isbn: '0001122223334', author: { last: 'zzz' } }],
  },
  {
    page: 'aggregation/project',
    shows: 'a nested object says the same',
    on: 'books',
    stages: [
      ['match', { _id: 1 }],
      ['project', { author: { first: 0 }, lastModified: 0, isbn: 0, copies: 0 }],
    ],
    answer: [{ _id: 1, title: 'abc123', author: { last: 'zzz' } }],
  },
  {
    page: 'aggregation/project',
    shows: 'a field left out when it is empty',
    on: 'books',
    stages: [
      [
        'project',
        {
          title: 1,
          'author.first': 1,
          'author.last': 1,
          'author.middle': { $cond: choosing({ $eq: ['', '$author.middle'] }, '$$REMOVE', '$author.middle') },
        },
      ],
    ],
    answer: [
      { _id: 1, title: 'abc123', author: { last: 'zzz', first: 'aaa' } },
      { _id: 2, title: 'Baked Goods', author: { last: 'xyz', first: 'abc' } },
      { _id: 3, title: 'Ice Cream', author: { last: 'xyz', first: 'abc', middle: 'mmm' } },
    ],
  },
  {
    page: 'aggregation/project',
    shows: 'a field inside objects and inside arrays of them',
    on: 'bookmarks',
    stages: [['project', { 'stop.title': 1 }]],
    answer: [
      { _id: 1, stop: { title: 'book1' } },
      { _id: 2, stop: [{ title: 'book2' }, { title: 'book3' }] },
    ],
  },
  {
    page: 'aggregation/project',
    shows: 'computed fields and parts of a text',
    on: 'books',
    stages: [
      ['match', { _id: 1 }],
      [
        'project',
        {
          title: 1,
          isbn: { prefix: { $substr: ['$isbn', 0, 3] }, group: { $substr: ['$isbn', 3, 2] } },
          lastName: '$author.last',
          copiesSold: '$copies',
        },
      ],
    ],
    answer: [{ _id: 1, title: 'abc123', isbn: { prefix: '000', group: '11' }, lastName: 'zzz', copiesSold: 5 }],
  },
  {
    page: 'aggregation/project',
    shows: 'a new array, null where a field is missing',
    on: 'animals',
    stages: [['project', { _id: 0, array: ['$dogs', '$cats', '$fish'] }]],
    answer: [{ array: [10, 15, null] }],
  },
  {
    page: 'aggregation/addFields',
    shows: 'totals, and a total of totals',
    on: 'scores',
    stages: [
      ['addFields', { totalHomework: { $sum: '$homework' }, totalQuiz: { $sum: '$quiz' } }],
      ['addFields', { totalScore: { $add: ['$totalHomework', '$totalQuiz', '$extraCredit'] } }],
      ['project', { homework: 0, quiz: 0 }],
    ],
    answer: [
      { _id: 1, student: 'Maya', extraCredit: 0, totalHomework: 25, totalQuiz: 18, totalScore: 43 },
      { _id: 2, student: 'Ryan', extraCredit: 8, totalHomework: 16, totalQuiz: 16, totalScore: 40 },
    ],
  },
  {
    page: 'aggregation/addFields',
    shows: 'a field inside an object that may be missing',
    on: 'vehicles',
    stages: [['addFields', { 'specs.fuel_type': 'unleaded' }]],
    answer: [
      { _id: 1, type: 'car', specs: { doors: 4, wheels: 4, fuel_type: 'unleaded' } },
      { _id: 2, type: 'motorcycle', specs: { doors: 0, wheels: 2, fuel_type: 'unleaded' } },
      { _id: 3, type: 'jet ski', specs: { fuel_type: 'unleaded' } },
    ],
  },
  {
    page: 'aggregation/addFields',
    shows: 'over a field that is there',
    on: 'animals',
    stages: [['addFields', { cats: 20 }]],
    answer: [{ _id: 1, dogs: 10, cats: 20 }],
  },
  {
    page: 'aggregation/addFields',
    shows: 'one field in the place of another',
    on: 'people',
    stages: [
      ['match', { _id: 3 }],
      ['addFields', { _id: '$name', name: '$age' }],
    ],
    answer: [{ _id: 'Maria', name: 25, age: 25 }],
  },
  {
    page: 'aggregation/addFields',
    shows: 'an element at an array’s end',
    on: 'scores',
    stages: [
      ['match', { _id: 1 }],
      ['addFields', { homework: { $concatArrays: ['$homework', [7]] } }],
      ['project', { homework: 1 }],
    ],
    answer: [{ _id: 1, homework: [10, 5, 10, 7] }],
  },
  {
    page: 'aggregation/replaceRoot',
    shows: 'a nested object, or a new one where there is none',
    on: 'people',
    stages: [['replaceRoot', { newRoot: { $mergeObjects: [{ dogs: 0, cats: 0, birds: 0, fish: 0 }, '$pets'] } }]],
    answer: [
      { dogs: 2, cats: 1, birds: 0, fish: 0 },
      { dogs: 0, cats: 1, birds: 0, fish: 3 },
      { dogs: 0, cats: 0, birds: 0, fish: 0 },
    ],
  },
  {
    page: 'aggregation/replaceRoot',
    shows: 'an object made anew',
    on: 'people',
    stages: [
      ['match', { _id: 1 }],
      ['replaceRoot', { newRoot: { full: { $concat: ['$name', ' ', '!'] }, age: '$age' } }],
    ],
    answer: [{ full: 'Arlene !', age: 34 }],
  },
]
