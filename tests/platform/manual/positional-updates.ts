/** Fixed cases of changing elements of an array, after the pages of MongoDB's manual. */
import type { UpdatePage } from './cases'

const grades = () => ({
  grades: [
    { grade: 80, mean: 75, std: 8 },
    { grade: 85, mean: 90, std: 5 },
    { grade: 85, mean: 85, std: 8 },
  ],
})

export const positionalUpdates: UpdatePage[] = [
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
