/** Fixed cases of the update operators on arrays, after the pages of MongoDB's manual. */
import type { UpdatePage } from './cases'

const grades = () => ({
  grades: [
    { grade: 80, mean: 75, std: 8 },
    { grade: 85, mean: 90, std: 5 },
    { grade: 85, mean: 85, std: 8 },
  ],
})

export const arrayUpdates: UpdatePage[] = [
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
  {
    page: 'update/push',
    cases: [
      { name: 'one', before: { s: [44] }, change: (_) => ({ s: _.push(89) }), after: { s: [44, 89] } },
      { name: 'several', before: { s: [44] }, change: (_) => ({ s: _.push([90, 92]) }), after: { s: [44, 90, 92] } },
      { name: 'what is missing begins', before: {}, change: (_) => ({ s: _.push([1]) }), after: { s: [1] } },
      {
        name: 'with every modifier',
        before: {
          q: [
            { w: 1, n: 10 },
            { w: 2, n: 8 },
            { w: 3, n: 5 },
            { w: 4, n: 6 },
          ],
        },
        change: (_) => ({
          q: _.push({
            each: [
              { w: 5, n: 8 },
              { w: 6, n: 7 },
              { w: 7, n: 6 },
            ],
            sort: { n: -1 },
            slice: 3,
          }),
        }),
        after: {
          q: [
            { w: 1, n: 10 },
            { w: 2, n: 8 },
            { w: 5, n: 8 },
          ],
        },
      },
      { name: 'onto no array fails', before: { s: 1 }, change: (_) => ({ s: _.push(2) }), after: /must be an array/ },
    ],
  },
  {
    page: 'update/position',
    cases: [
      {
        name: 'at the front',
        before: { s: [100] },
        change: (_) => ({ s: _.unshift([50, 60]) }),
        after: { s: [50, 60, 100] },
      },
      {
        name: 'in the middle',
        before: { s: [50, 60, 70, 100] },
        change: (_) => ({ s: _.push({ each: [20, 30], position: 2 }) }),
        after: { s: [50, 60, 20, 30, 70, 100] },
      },
      {
        name: 'from the end',
        before: { s: [50, 60, 20, 30] },
        change: (_) => ({ s: _.push({ each: [90, 80], position: -2 }) }),
        after: { s: [50, 60, 90, 80, 20, 30] },
      },
      {
        name: 'past the end',
        before: { s: [1] },
        change: (_) => ({ s: _.push({ each: [2], position: 9 }) }),
        after: { s: [1, 2] },
      },
    ],
  },
  {
    page: 'update/slice',
    cases: [
      {
        name: 'the last five',
        before: { s: [40, 50, 60] },
        change: (_) => ({ s: _.push({ each: [80, 78, 86], slice: -5 }) }),
        after: { s: [50, 60, 80, 78, 86] },
      },
      {
        name: 'the first three',
        before: { s: [89, 90] },
        change: (_) => ({ s: _.push({ each: [100, 20], slice: 3 }) }),
        after: { s: [89, 90, 100] },
      },
      {
        name: 'of what is there alone',
        before: { s: [89, 70, 100, 20] },
        change: (_) => ({ s: _.push({ each: [], slice: -3 }) }),
        after: { s: [70, 100, 20] },
      },
      {
        name: 'nothing stays',
        before: { s: [1] },
        change: (_) => ({ s: _.push({ each: [2], slice: 0 }) }),
        after: { s: [] },
      },
    ],
  },
  {
    page: 'update/sort',
    cases: [
      {
        name: 'by a field of the elements',
        before: {
          q: [
            { id: 1, n: 6 },
            { id: 2, n: 9 },
          ],
        },
        change: (_) => ({
          q: _.push({
            each: [
              { id: 3, n: 8 },
              { id: 4, n: 7 },
            ],
            sort: { n: 1 },
          }),
        }),
        after: {
          q: [
            { id: 1, n: 6 },
            { id: 4, n: 7 },
            { id: 3, n: 8 },
            { id: 2, n: 9 },
          ],
        },
      },
      {
        name: 'whole elements',
        before: { t: [89, 70] },
        change: (_) => ({ t: _.push({ each: [40, 60], sort: 1 }) }),
        after: { t: [40, 60, 70, 89] },
      },
      {
        name: 'of what is there alone',
        before: { t: [89, 70, 100] },
        change: (_) => ({ t: _.push({ each: [], sort: -1 }) }),
        after: { t: [100, 89, 70] },
      },
    ],
  },
  {
    page: 'update/positional',
    cases: [
      {
        name: 'the element the query found',
        before: { grades: [85, 80, 80] },
        where: () => ({ grades: 80 }),
        change: () => ({ 'grades.$': 82 }),
        after: { grades: [85, 82, 80] },
      },
      {
        name: 'a field of it',
        before: grades(),
        where: () => ({ 'grades.grade': 85 }),
        change: () => ({ 'grades.$.std': 6 }),
        after: { grades: [grades().grades[0], { grade: 85, mean: 90, std: 6 }, grades().grades[2]] },
      },
      {
        name: 'found by several fields',
        before: grades(),
        where: (_) => ({ grades: _.elemMatch({ grade: _.lte(90), mean: _.lt(90), std: 8 }) }),
        change: (_) => ({ 'grades.$.std': _.inc(1) }),
        after: { grades: [{ grade: 80, mean: 75, std: 9 }, grades().grades[1], grades().grades[2]] },
      },
      {
        name: 'found by nothing',
        before: { grades: [1] },
        change: () => ({ 'grades.$': 2 }),
        after: /did not find the match/,
      },
      {
        name: 'twice in a path',
        before: { a: [1] },
        where: () => ({ a: 1 }),
        change: () => ({ 'a.$.b.$': 2 }),
        after: /Too many positional/,
      },
    ],
  },
  {
    page: 'update/positional-all',
    cases: [
      {
        name: 'every element',
        before: { grades: [85, 82, 80] },
        change: (_) => ({ 'grades.$[]': _.inc(10) }),
        after: { grades: [95, 92, 90] },
      },
      {
        name: 'a field of every element',
        before: grades(),
        change: (_) => ({ 'grades.$[].std': _.inc(-2) }),
        after: { grades: grades().grades.map((one) => ({ ...one, std: one.std - 2 })) },
      },
      {
        name: 'elements of elements',
        before: { g: [{ q: [10, 8] }, { q: [5] }] },
        change: (_) => ({ 'g.$[].q.$[]': _.inc(2) }),
        after: { g: [{ q: [12, 10] }, { q: [7] }] },
      },
      { name: 'what is not there', before: {}, change: () => ({ 'g.$[]': 1 }), after: /must exist/ },
      { name: 'what is no array', before: { g: 1 }, change: () => ({ 'g.$[]': 1 }), after: /non-array/ },
      {
        name: 'filtered ones, which the SDK cannot name',
        before: { g: [1] },
        change: () => ({ 'g.$[one]': 1 }),
        after: /g\.\$\[one\].*not supported/,
      },
    ],
  },
]
