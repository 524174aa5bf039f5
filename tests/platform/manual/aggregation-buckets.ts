/** The manual’s examples of buckets and counts, reworked. */
import type { PipelineCase } from './pipelines'

const bounds = (...edges: [min: number, max: number, count: number][]): object[] =>
  edges.map(([min, max, count]) => ({ _id: { min, max }, count }))

const granularity = (name: string, answer: object[]): PipelineCase => ({
  page: 'aggregation/bucketAuto',
  shows: `boundaries of the series ${name}`,
  on: 'hundred',
  stages: [['bucketAuto', { groupBy: '$_id', buckets: 5, granularity: name }]],
  answer,
})

export const buckets: PipelineCase[] = [
  {
    page: 'aggregation/sortByCount',
    shows: 'tags by how often they come',
    on: 'paintings',
    stages: [
      ['unwind', '$tags'],
      ['sortByCount', '$tags'],
      ['match', { count: { $gt: 2 } }],
      ['sort', { count: -1, _id: 1 }],
    ],
    answer: [
      { _id: 'painting', count: 6 },
      { _id: 'oil', count: 4 },
      { _id: 'Expressionism', count: 3 },
    ],
  },
  {
    page: 'aggregation/bucket',
    shows: 'by year, then only what is large',
    on: 'artists',
    stages: [
      [
        'bucket',
        {
          groupBy: '$born',
          boundaries: [1840, 1850, 1860, 1870, 1880],
          default: 'Other',
          output: {
            count: { $sum: 1 },
            artists: { $push: { name: { $concat: ['$first', ' ', '$last'] }, born: '$born' } },
          },
        },
      ],
      ['match', { count: { $gt: 3 } }],
    ],
    answer: [
      {
        _id: 1860,
        count: 4,
        artists: [
          { name: 'Emil Bernard', born: 1868 },
          { name: 'Joszef Rippl-Ronai', born: 1861 },
          { name: 'Alfred Maurer', born: 1868 },
          { name: 'Edvard Munch', born: 1863 },
        ],
      },
    ],
  },
  {
    page: 'aggregation/bucket',
    shows: 'what has no price or too high a one',
    on: 'paintings',
    stages: [
      [
        'bucket',
        {
          groupBy: '$price',
          boundaries: [0, 200, 400],
          default: 'Other',
          output: { count: { $sum: 1 }, titles: { $push: '$title' } },
        },
      ],
    ],
    answer: [
      { _id: 0, count: 4, titles: ['The Pillars of Society', 'Dancer', 'The Great Wave off Kanagawa', 'Blue Flower'] },
      { _id: 200, count: 2, titles: ['Melancholy III', 'Composition VII'] },
      { _id: 'Other', count: 2, titles: ['The Persistence of Memory', 'The Scream'] },
    ],
  },
  {
    page: 'aggregation/bucketAuto',
    shows: 'as even as can be',
    on: 'paintings',
    stages: [
      ['match', { price: { $exists: true } }],
      ['bucketAuto', { groupBy: '$price', buckets: 4 }],
    ],
    answer: bounds([76.5, 167.5, 2], [167.5, 280, 2], [280, 483, 2], [483, 483, 1]),
  },
  {
    page: 'aggregation/bucketAuto',
    shows: 'without a granularity',
    on: 'hundred',
    stages: [['bucketAuto', { groupBy: '$_id', buckets: 5 }]],
    answer: bounds([0, 20, 20], [20, 40, 20], [40, 60, 20], [60, 80, 20], [80, 99, 20]),
  },
  granularity('R20', bounds([0, 20, 20], [20, 40, 20], [40, 63, 23], [63, 90, 27], [90, 100, 10])),
  granularity('E24', bounds([0, 20, 20], [20, 43, 23], [43, 68, 25], [68, 91, 23], [91, 100, 9])),
  granularity('1-2-5', bounds([0, 20, 20], [20, 50, 30], [50, 100, 50])),
  granularity('POWERSOF2', bounds([0, 32, 32], [32, 64, 32], [64, 128, 36])),
]
