/** The manual’s examples of gathering, reworked. */
import type { PipelineCase } from './pipelines'

const total = { $sum: { $multiply: ['$price', '$quantity'] } }

const day = { $dateToString: { format: '%Y-%m-%d', date: '$date' } }

export const groups: PipelineCase[] = [
  {
    page: 'aggregation/group',
    shows: 'everything as one',
    on: 'sales',
    stages: [['group', { _id: null, count: { $sum: 1 } }]],
    answer: [{ _id: null, count: 8 }],
  },
  {
    page: 'aggregation/group',
    shows: 'every value once',
    on: 'sales',
    stages: [['group', { _id: '$item' }]],
    answer: [{ _id: 'abc' }, { _id: 'jkl' }, { _id: 'xyz' }, { _id: 'def' }],
    inAnyOrder: true,
  },
  {
    page: 'aggregation/group',
    shows: 'only groups over an amount',
    on: 'sales',
    stages: [
      ['group', { _id: '$item', totalSaleAmount: total }],
      ['match', { totalSaleAmount: { $gte: 100 } }],
    ],
    answer: [
      { _id: 'abc', totalSaleAmount: 170 },
      { _id: 'xyz', totalSaleAmount: 150 },
      { _id: 'def', totalSaleAmount: 112.5 },
    ],
    inAnyOrder: true,
  },
  {
    page: 'aggregation/group',
    shows: 'total, average and number by day, the largest first',
    on: 'sales',
    stages: [
      ['match', { date: { $gte: new Date('2014-01-01'), $lt: new Date('2015-01-01') } }],
      ['group', { _id: day, totalSaleAmount: total, averageQuantity: { $avg: '$quantity' }, count: { $sum: 1 } }],
      ['sort', { totalSaleAmount: -1 }],
    ],
    answer: [
      { _id: '2014-04-04', totalSaleAmount: 200, averageQuantity: 15, count: 2 },
      { _id: '2014-03-15', totalSaleAmount: 50, averageQuantity: 10, count: 1 },
      { _id: '2014-03-01', totalSaleAmount: 40, averageQuantity: 1.5, count: 2 },
    ],
  },
  {
    page: 'aggregation/group',
    shows: 'an object as the key',
    on: 'sales',
    stages: [
      ['group', { _id: { month: { $month: '$date' }, year: { $year: '$date' } }, items: { $sum: 1 } }],
      ['sort', { '_id.year': 1, '_id.month': 1 }],
      ['limit', 2],
    ],
    answer: [
      { _id: { month: 3, year: 2014 }, items: 3 },
      { _id: { month: 4, year: 2014 }, items: 2 },
    ],
  },
  {
    page: 'aggregation/group',
    shows: 'titles by author',
    on: 'library',
    stages: [['group', { _id: '$author', books: { $push: '$title' } }]],
    answer: [
      { _id: 'Homer', books: ['The Odyssey', 'Iliad'] },
      { _id: 'Dante', books: ['The Banquet', 'Divine Comedy', 'Eclogues'] },
    ],
    inAnyOrder: true,
  },
  {
    page: 'aggregation/group',
    shows: 'whole documents by author, and what they come to',
    on: 'library',
    stages: [
      ['match', { author: 'Homer' }],
      ['group', { _id: '$author', books: { $push: '$$ROOT' } }],
      ['addFields', { totalCopies: { $sum: '$books.copies' } }],
    ],
    answer: [
      {
        _id: 'Homer',
        books: [
          { _id: 7000, title: 'The Odyssey', author: 'Homer', copies: 10 },
          { _id: 7020, title: 'Iliad', author: 'Homer', copies: 10 },
        ],
        totalCopies: 20,
      },
    ],
  },
  {
    page: 'aggregation/addToSet',
    shows: 'each value once',
    on: 'sales',
    stages: [
      ['match', { date: { $lt: new Date('2014-04-01') } }],
      ['group', { _id: { $month: '$date' }, items: { $addToSet: '$item' } }],
    ],
    answer: [{ _id: 3, items: ['abc', 'jkl', 'xyz'] }],
  },
  {
    page: 'aggregation/first',
    shows: 'of each group in its order, and the last',
    on: 'sales',
    stages: [
      ['sort', { item: 1, date: 1 }],
      ['group', { _id: '$item', first: { $first: '$date' }, last: { $last: '$date' } }],
      ['match', { _id: { $in: ['abc', 'xyz'] } }],
    ],
    answer: [
      { _id: 'abc', first: new Date('2014-03-01T08:00:00Z'), last: new Date('2016-02-06T20:20:13Z') },
      { _id: 'xyz', first: new Date('2014-03-15T09:00:00Z'), last: new Date('2014-04-04T11:21:39.736Z') },
    ],
    inAnyOrder: true,
  },
  {
    page: 'aggregation/max',
    shows: 'and the least, of each group',
    on: 'sales',
    stages: [
      ['group', { _id: '$item', most: { $max: '$quantity' }, least: { $min: '$quantity' } }],
      ['sort', { _id: 1 }],
    ],
    answer: [
      { _id: 'abc', most: 10, least: 2 },
      { _id: 'def', most: 10, least: 5 },
      { _id: 'jkl', most: 1, least: 1 },
      { _id: 'xyz', most: 20, least: 10 },
    ],
  },
  {
    page: 'aggregation/push',
    shows: 'objects; a field that is missing is left out of them',
    on: 'measures',
    stages: [['group', { _id: null, all: { $push: { n: '$n' } }, some: { $push: '$n' } }]],
    answer: [{ _id: null, all: [{ n: 1 }, { n: 'x' }, {}], some: [1, 'x'] }],
  },
  {
    page: 'aggregation/mergeObjects',
    shows: 'the objects of a group',
    on: 'measures',
    stages: [
      ['group', { _id: null, merged: { $mergeObjects: '$merged' }, sum: { $sum: '$n' }, avg: { $avg: '$none' } }],
    ],
    answer: [{ _id: null, merged: { a: 3, b: 2 }, sum: 1, avg: null }],
  },
  {
    page: 'aggregation/stdDevPop',
    shows: 'of the scores of each quiz',
    on: 'quizzes',
    stages: [
      ['group', { _id: '$quiz', dev: { $stdDevPop: '$score' } }],
      ['project', { dev: { $trunc: ['$dev', 9] } }],
      ['sort', { _id: 1 }],
    ],
    answer: [
      { _id: 1, dev: 8.041558721 },
      { _id: 2, dev: 8.041558721 },
    ],
  },
  {
    page: 'aggregation/stdDevSamp',
    shows: 'of a sample',
    on: 'quizzes',
    stages: [
      ['match', { quiz: 1 }],
      ['group', { _id: null, dev: { $stdDevSamp: '$score' } }],
      ['project', { dev: { $trunc: ['$dev', 8] } }],
    ],
    answer: [{ _id: null, dev: 9.8488578 }],
  },
]
