/** The manual’s examples of choosing, cutting and unwinding, reworked. */
import type { PipelineCase } from './pipelines'

export const stages: PipelineCase[] = [
  {
    page: 'aggregation/match',
    shows: 'equal',
    on: 'articles',
    stages: [['match', { author: 'dave' }]],
    answer: [
      { _id: 'a1', author: 'dave', score: 80, views: 100 },
      { _id: 'a2', author: 'dave', score: 85, views: 521 },
    ],
  },
  {
    page: 'aggregation/match',
    shows: 'and a count of what matched',
    on: 'articles',
    stages: [
      ['match', { $or: [{ score: { $gt: 70, $lt: 90 } }, { views: { $gte: 1000 } }] }],
      ['group', { _id: null, count: { $sum: 1 } }],
    ],
    answer: [{ _id: null, count: 5 }],
  },
  {
    page: 'aggregation/match',
    shows: 'an expression over two fields',
    on: 'articles',
    stages: [
      ['match', { $expr: { $gt: ['$score', '$views'] } }],
      ['project', { _id: 1 }],
    ],
    answer: [{ _id: 'a5' }],
  },
  {
    page: 'aggregation/count',
    shows: 'how many passed',
    on: 'articles',
    stages: [
      ['match', { score: { $gt: 80 } }],
      ['count', 'passing_scores'],
    ],
    answer: [{ passing_scores: 3 }],
  },
  {
    page: 'aggregation/count',
    shows: 'nothing when there is nothing',
    on: 'articles',
    stages: [
      ['match', { score: 0 }],
      ['count', 'n'],
    ],
    answer: [],
  },
  {
    page: 'aggregation/unwind',
    shows: 'a document for each element',
    on: 'clothing',
    stages: [
      ['match', { _id: 1 }],
      ['unwind', '$sizes'],
    ],
    answer: ['S', 'M', 'L'].map((sizes) => ({ _id: 1, item: 'Shirt', sizes })),
  },
  {
    page: 'aggregation/unwind',
    shows: 'what is no array as one, and nothing of what is empty',
    on: 'clothing',
    stages: [
      ['unwind', { path: '$sizes' }],
      ['project', { sizes: 1 }],
    ],
    answer: [
      { _id: 1, sizes: 'S' },
      { _id: 1, sizes: 'M' },
      { _id: 1, sizes: 'L' },
      { _id: 3, sizes: 'M' },
    ],
  },
  {
    page: 'aggregation/unwind',
    shows: 'places in the array',
    on: 'clothing',
    stages: [
      ['unwind', { path: '$sizes', includeArrayIndex: 'arrayIndex' }],
      ['project', { item: 0 }],
    ],
    answer: [
      { _id: 1, sizes: 'S', arrayIndex: 0 },
      { _id: 1, sizes: 'M', arrayIndex: 1 },
      { _id: 1, sizes: 'L', arrayIndex: 2 },
      { _id: 3, sizes: 'M', arrayIndex: null },
    ],
  },
  {
    page: 'aggregation/unwind',
    shows: 'what is empty kept',
    on: 'clothing',
    stages: [
      ['match', { _id: { $gt: 1 } }],
      ['unwind', { path: '$sizes', preserveNullAndEmptyArrays: true }],
    ],
    answer: [
      { _id: 2, item: 'Shorts' },
      { _id: 3, item: 'Hat', sizes: 'M' },
      { _id: 4, item: 'Gloves' },
      { _id: 5, item: 'Scarf', sizes: null },
    ],
  },
  {
    page: 'aggregation/unwind',
    shows: 'arrays inside arrays',
    on: 'inventory',
    stages: [
      ['unwind', '$items'],
      ['unwind', '$items.tags'],
      ['group', { _id: '$items.tags', total: { $sum: '$items.price' } }],
    ],
    answer: [
      { _id: 'writing', total: 12 },
      { _id: 'office', total: 831.5 },
      { _id: 'stationary', total: 34 },
      { _id: 'school', total: 14.5 },
    ],
    inAnyOrder: true,
  },
  {
    page: 'aggregation/sort',
    shows: 'one way, then the other',
    on: 'restaurants',
    stages: [
      ['sort', { borough: 1, _id: -1 }],
      ['project', { borough: 1 }],
    ],
    answer: [
      { _id: 5, borough: 'Brooklyn' },
      { _id: 3, borough: 'Brooklyn' },
      { _id: 4, borough: 'Manhattan' },
      { _id: 1, borough: 'Manhattan' },
      { _id: 2, borough: 'Queens' },
    ],
  },
  {
    page: 'aggregation/limit',
    shows: 'the first after so many, in an order',
    on: 'restaurants',
    stages: [
      ['sort', { name: 1 }],
      ['skip', 1],
      ['limit', 2],
      ['project', { _id: 1 }],
    ],
    answer: [{ _id: 3 }, { _id: 5 }],
  },
  {
    page: 'aggregation/sample',
    shows: 'all when as many are asked for',
    on: 'animals',
    stages: [['sample', { size: 3 }]],
    answer: [{ _id: 1, dogs: 10, cats: 15 }],
  },
]
