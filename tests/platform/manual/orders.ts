/** Fixed cases of orders, after the pages of MongoDB's manual. */
import type { ViewPage } from './cases'

const shops = [
  { _id: 1, name: 'Orchard', town: 'Queens' },
  { _id: 2, name: 'Rose', town: 'Brooklyn' },
  { _id: 3, name: 'Empire', town: 'Brooklyn' },
  { _id: 4, name: 'Stan', town: 'Manhattan' },
  { _id: 5, name: 'Jane', town: 'Brooklyn' },
]

const mixed = [
  { _id: 1, v: 'b' },
  { _id: 2, v: 3 },
  { _id: 3, v: { x: 1 } },
  { _id: 4, v: null },
  { _id: 5 },
  { _id: 6, v: [] },
  { _id: 7, v: true },
  { _id: 8, v: new Date(0) },
  { _id: 9, v: [9, 2] },
  { _id: 10, v: { x: 1, y: 0 } },
  { _id: 11, v: 'B' },
  { _id: 12, v: { $oid: 'a'.repeat(24) } },
  { _id: 13, v: { $binary: { base64: 'AQ==', subType: '00' } } },
]

const ids = (...list: number[]): object[] => list.map((_id) => ({ _id }))
const onlyId = { _id: true }

export const orders: ViewPage[] = [
  {
    page: 'method/cursor.sort',
    rows: shops,
    cases: [
      {
        name: 'one field, then the id',
        order: [
          ['town', 'asc'],
          ['_id', 'asc'],
        ],
        field: onlyId,
        answer: ids(2, 3, 5, 4, 1),
      },
      {
        name: 'two fields, each its way',
        order: [
          ['town', 'desc'],
          ['name', 'asc'],
        ],
        field: onlyId,
        answer: ids(1, 4, 3, 5, 2),
      },
      { name: 'skip and limit', order: [['name', 'asc']], skip: 1, limit: 2, field: onlyId, answer: ids(5, 1) },
      { name: 'a skip past the end', order: [['name', 'asc']], skip: 9, answer: [] },
      {
        name: 'a list of values and an order',
        where: (_) => ({ town: _.in(['Queens', 'Brooklyn']) }),
        order: [['name', 'desc']],
        limit: 3,
        field: onlyId,
        answer: ids(2, 1, 5),
      },
    ],
  },
  {
    page: 'reference/bson-type-comparison-order#sort',
    rows: mixed,
    cases: [
      {
        name: 'up, an array by its least element, an empty one before null',
        order: [
          ['v', 'asc'],
          ['_id', 'asc'],
        ],
        field: onlyId,
        answer: ids(6, 4, 5, 9, 2, 11, 1, 3, 10, 13, 12, 7, 8),
      },
      {
        name: 'down, an array by its greatest element',
        order: [
          ['v', 'desc'],
          ['_id', 'asc'],
        ],
        field: onlyId,
        answer: ids(8, 7, 12, 13, 10, 3, 1, 11, 9, 2, 4, 5, 6),
      },
    ],
  },
]
