/** Fixed cases of projections, after the pages of MongoDB's manual. */
import type { ViewPage } from './cases'

const blog = [
  {
    _id: 1,
    post: 1,
    notes: [{ n: 0, votes: [1, 2] }, { n: 1, votes: [3, 4] }, { n: 2 }],
    meta: { author: 'W', lang: 'zh' },
  },
]

const school = [
  {
    _id: 1,
    zip: '63109',
    students: [
      { name: 'john', class: 102, age: 10 },
      { name: 'jess', class: 102, age: 11 },
      { name: 'jeff', class: 108, age: 15 },
    ],
    extra: { meals: { hot: true, cold: false }, bus: 2 },
  },
  { _id: 2, zip: '63110', students: [{ name: 'ajax', class: 100, age: 7 }] },
]

const grades = [
  { _id: 1, semester: 1, grades: [70, 87, 90] },
  { _id: 2, semester: 1, grades: [90, 88, 92] },
  { _id: 3, semester: 2, grades: [85, 100, 90] },
]

export const projections: ViewPage[] = [
  {
    page: 'tutorial/project-fields-from-query-results',
    rows: school,
    cases: [
      {
        name: 'named fields and the id',
        where: () => ({ _id: 2 }),
        field: { zip: true },
        answer: [{ _id: 2, zip: '63110' }],
      },
      { name: 'without the id', where: () => ({ _id: 2 }), field: { zip: 1, _id: 0 }, answer: [{ zip: '63110' }] },
      { name: 'all but', where: () => ({ _id: 2 }), field: { students: 0 }, answer: [{ _id: 2, zip: '63110' }] },
      {
        name: 'a nested field',
        where: () => ({ _id: 1 }),
        field: { 'extra.bus': 1 },
        answer: [{ _id: 1, extra: { bus: 2 } }],
      },
      {
        name: 'a nested field, written nested',
        where: () => ({ _id: 1 }),
        field: { extra: { meals: { hot: 1 } } },
        answer: [{ _id: 1, extra: { meals: { hot: true } } }],
      },
      {
        name: 'all but a nested field',
        where: () => ({ _id: 1 }),
        field: { 'extra.meals.cold': 0, students: 0 },
        answer: [{ _id: 1, zip: '63109', extra: { meals: { hot: true }, bus: 2 } }],
      },
      {
        name: 'a field of each element',
        where: () => ({ _id: 1 }),
        field: { 'students.name': 1 },
        answer: [{ _id: 1, students: [{ name: 'john' }, { name: 'jess' }, { name: 'jeff' }] }],
      },
      {
        name: 'all but a field of each element',
        where: () => ({ _id: 2 }),
        field: { 'students.age': 0 },
        answer: [{ _id: 2, zip: '63110', students: [{ name: 'ajax', class: 100 }] }],
      },
      { name: 'a field nobody has', where: () => ({ _id: 2 }), field: { colour: 1 }, answer: [{ _id: 2 }] },
    ],
  },
  {
    page: 'projection/slice',
    rows: blog,
    cases: [
      {
        name: 'the first so many, and every other field',
        field: { notes: { $slice: 1 } },
        answer: [{ _id: 1, post: 1, notes: [{ n: 0, votes: [1, 2] }], meta: { author: 'W', lang: 'zh' } }],
      },
      {
        name: 'the last so many',
        field: { post: 1, notes: { $slice: -1 } },
        answer: [{ _id: 1, post: 1, notes: [{ n: 2 }] }],
      },
      {
        name: 'after so many, so many',
        field: { post: 1, notes: { $slice: [1, 1] } },
        answer: [{ _id: 1, post: 1, notes: [{ n: 1, votes: [3, 4] }] }],
      },
      {
        name: 'so many before the end, so many',
        field: { post: 1, notes: { $slice: [-2, 1] } },
        answer: [{ _id: 1, post: 1, notes: [{ n: 1, votes: [3, 4] }] }],
      },
      {
        name: 'further back than it is long',
        field: { post: 1, notes: { $slice: [-9, 1] } },
        answer: [{ _id: 1, post: 1, notes: [{ n: 0, votes: [1, 2] }] }],
      },
      {
        name: 'past the end',
        field: { post: 1, notes: { $slice: [5, 2] } },
        answer: [{ _id: 1, post: 1, notes: [] }],
      },
      {
        name: 'beside fields left out',
        field: { meta: 0, notes: { $slice: 1 } },
        answer: [{ _id: 1, post: 1, notes: [{ n: 0, votes: [1, 2] }] }],
      },
      {
        name: 'what is no array stays',
        field: { post: { $slice: 1 }, notes: 0, meta: 0 },
        answer: [{ _id: 1, post: 1 }],
      },
    ],
  },
  {
    page: 'projection/elemMatch',
    rows: school,
    cases: [
      {
        name: 'the first element that meets it',
        field: { _id: 1, students: { $elemMatch: { class: 102 } } },
        answer: [{ _id: 1, students: [{ name: 'john', class: 102, age: 10 }] }, { _id: 2 }],
      },
      {
        name: 'by several fields',
        where: () => ({ zip: '63109' }),
        field: { students: { $elemMatch: { class: 102, age: { $gt: 10 } } } },
        answer: [{ _id: 1, students: [{ name: 'jess', class: 102, age: 11 }] }],
      },
    ],
  },
  {
    page: 'projection/positional',
    rows: grades,
    cases: [
      {
        name: 'the element the query found',
        where: (_) => ({ semester: 1, grades: _.gte(85) }),
        field: { 'grades.$': 1 },
        answer: [
          { _id: 1, grades: [87] },
          { _id: 2, grades: [90] },
        ],
      },
      {
        name: 'with $elemMatch',
        where: () => ({ semester: 1, grades: { $elemMatch: { $gt: 80, $lt: 90 } } }),
        field: { 'grades.$': 1, _id: 0 },
        answer: [{ grades: [87] }, { grades: [88] }],
      },
    ],
  },
]
