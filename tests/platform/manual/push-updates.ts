/** Fixed cases of pushing into an array, after the pages of MongoDB's manual. */
import type { UpdatePage } from './cases'

export const pushUpdates: UpdatePage[] = [
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
]
