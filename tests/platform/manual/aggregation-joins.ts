/** The manual’s examples of looking into other collections and of being near, reworked. */
import type { PipelineCase } from './pipelines'

export const joins: PipelineCase[] = [
  {
    page: 'aggregation/lookup',
    shows: 'equal fields; what is missing equals null',
    on: 'orders',
    stages: [
      ['lookup', { from: 'stock', localField: 'item', foreignField: 'sku', as: 'docs' }],
      ['project', { docs: '$docs._id' }],
    ],
    answer: [
      { _id: 1, docs: [1, 3] },
      { _id: 2, docs: [4] },
      { _id: 3, docs: [5, 6] },
    ],
  },
  {
    page: 'aggregation/lookup',
    shows: 'each element of an array',
    on: 'classes',
    stages: [
      ['lookup', { from: 'members', localField: 'enrollmentlist', foreignField: 'name', as: 'info' }],
      ['project', { names: '$info.name' }],
    ],
    answer: [
      { _id: 1, names: ['artie', 'pandabear', 'giraffe2'] },
      { _id: 2, names: ['artie', 'giraffe1'] },
    ],
  },
  {
    page: 'aggregation/lookup',
    shows: 'the other document’s fields under this one’s',
    on: 'orders',
    stages: [
      ['match', { _id: 2 }],
      ['lookup', { from: 'stock', localField: 'item', foreignField: 'sku', as: 'fromItems' }],
      ['replaceRoot', { newRoot: { $mergeObjects: [{ $arrayElemAt: ['$fromItems', 0] }, '$$ROOT'] } }],
      ['project', { fromItems: 0, specs: 0 }],
    ],
    answer: [{ _id: 2, sku: 'pecans', warehouse: 'A', instock: 70, item: 'pecans', price: 20, ordered: 1 }],
  },
  {
    page: 'aggregation/lookup',
    shows: 'several conditions, through variables',
    on: 'orders',
    stages: [
      ['match', { _id: { $lt: 3 } }],
      [
        'lookup',
        {
          from: 'stock',
          let: { item: '$item', ordered: '$ordered' },
          pipeline: [
            { $match: { $expr: { $and: [{ $eq: ['$sku', '$$item'] }, { $gte: ['$instock', '$$ordered'] }] } } },
            { $project: { sku: 0, _id: 0 } },
          ],
          as: 'stockdata',
        },
      ],
      ['project', { stockdata: 1 }],
    ],
    answer: [
      { _id: 1, stockdata: [{ warehouse: 'A', instock: 120 }] },
      { _id: 2, stockdata: [{ warehouse: 'A', instock: 70 }] },
    ],
  },
  {
    page: 'aggregation/lookup',
    shows: 'the same for every document, when nothing is let',
    on: 'absences',
    stages: [
      [
        'lookup',
        {
          from: 'holidays',
          pipeline: [
            { $match: { year: 2018 } },
            { $project: { _id: 0, date: { name: '$name', date: '$date' } } },
            { $replaceRoot: { newRoot: '$date' } },
            { $limit: 2 },
          ],
          as: 'holidays',
        },
      ],
      ['project', { holidays: 1 }],
    ],
    answer: [1, 2].map((_id) => ({
      _id,
      holidays: [
        { name: 'New Years', date: new Date('2018-01-01') },
        { name: 'Pi Day', date: new Date('2018-03-14') },
      ],
    })),
  },
  {
    page: 'aggregation/lookup',
    shows: 'nothing in a collection that does not exist',
    on: 'animals',
    stages: [['lookup', { from: 'nowhere', localField: 'dogs', foreignField: 'dogs', as: 'found' }]],
    answer: [{ _id: 1, dogs: 10, cats: 15, found: [] }],
  },
  {
    page: 'aggregation/geoNear',
    shows: 'within a distance and of a kind, with the place it was measured to',
    on: 'places',
    stages: [
      [
        'geoNear',
        {
          near: { longitude: -73.99279, latitude: 40.719296 },
          distanceField: 'dist.calculated',
          maxDistance: 2,
          query: { category: 'Parks' },
          includeLocs: 'dist.location',
          spherical: true,
        },
      ],
      ['project', { name: 1, 'dist.location': 1, near: { $lt: ['$dist.calculated', 1] } }],
    ],
    answer: [
      {
        _id: 2,
        name: 'Sara D. Roosevelt Park',
        dist: { location: { type: 'Point', coordinates: [-73.9928, 40.7193] } },
        near: true,
      },
    ],
  },
  {
    page: 'aggregation/geoNear',
    shows: 'the nearest first, beyond a distance, at most so many',
    on: 'places',
    stages: [
      [
        'geoNear',
        {
          near: { longitude: -73.99279, latitude: 40.719296 },
          distanceField: 'km',
          distanceMultiplier: 0.001,
          minDistance: 2,
          key: 'location',
          limit: 5,
        },
      ],
      ['project', { km: { $trunc: '$km' } }],
    ],
    answer: [
      { _id: 1, km: 5 },
      { _id: 3, km: 13 },
    ],
  },
]
