/** Fixed cases of asking about arrays and embedded documents, after the pages of MongoDB's manual. */
import type { QueryPage } from './cases'

const results = [
  { _id: 1, results: [82, 85, 88] },
  { _id: 2, results: [75, 88, 89] },
  {
    _id: 3,
    results: [
      { product: 'abc', score: 10 },
      { product: 'xyz', score: 5 },
    ],
  },
  {
    _id: 4,
    results: [
      { product: 'abc', score: 8 },
      { product: 'xyz', score: 7 },
    ],
  },
  { _id: 5, results: { product: 'xyz', score: 9 } },
  { _id: 6, results: [[81, 3], [90]] },
]

const boxes = [
  {
    _id: 1,
    tags: ['school', 'book', 'bag', 'tape'],
    qty: [
      { size: 'S', num: 10, colour: 'blue' },
      { size: 'M', num: 45, colour: 'blue' },
      { size: 'L', num: 100, colour: 'green' },
    ],
  },
  {
    _id: 2,
    tags: ['tape', 'book'],
    qty: [
      { size: '6', num: 100, colour: 'green' },
      { size: '6', num: 50, colour: 'blue' },
    ],
  },
  { _id: 3, tags: ['school', 'tape'], qty: [{ size: 'M', num: 100, colour: 'green' }] },
  { _id: 4, tags: 'book', qty: [] },
]

const warehouse = [
  {
    _id: 1,
    item: 'journal',
    instock: [
      { at: 'A', qty: 5 },
      { at: 'C', qty: 15 },
    ],
    dim: [14, 21],
  },
  { _id: 2, item: 'notebook', instock: [{ at: 'C', qty: 5 }], dim: [14, 21] },
  {
    _id: 3,
    item: 'paper',
    instock: [
      { at: 'A', qty: 60 },
      { at: 'B', qty: 15 },
    ],
    dim: [14, 21],
  },
  {
    _id: 4,
    item: 'planner',
    instock: [
      { at: 'A', qty: 40 },
      { at: 'B', qty: 5 },
    ],
    dim: [22.85, 30],
  },
  {
    _id: 5,
    item: 'card',
    instock: [
      { at: 'B', qty: 15 },
      { at: 'C', qty: 35 },
    ],
    dim: [10, 15.25],
  },
]

export const elements: QueryPage[] = [
  {
    page: 'query/all',
    rows: boxes,
    cases: [
      ['every one of them', (_) => ({ tags: _.all(['tape', 'school', 'book']) }), [1]],
      ['in any order', (_) => ({ tags: _.all(['book', 'tape']) }), [1, 2]],
      ['a single value is a list of one', (_) => ({ tags: _.all(['book']) }), [1, 2, 4]],
      ['of nothing, nothing', (_) => ({ tags: _.all([]) }), []],
      [
        'each by an element of its own',
        () => ({
          qty: {
            $all: [{ $elemMatch: { size: 'M', num: { $gt: 50 } } }, { $elemMatch: { num: 100, colour: 'green' } }],
          },
        }),
        [3],
      ],
      ['a field of the elements', (_) => ({ 'qty.num': _.all([50, 100]) }), [2]],
    ],
  },
  {
    page: 'query/elemMatch',
    rows: results,
    cases: [
      ['one element meets both', () => ({ results: { $elemMatch: { $gte: 80, $lt: 85 } } }), [1]],
      ['one embedded document meets both', (_) => ({ results: _.elemMatch({ product: 'xyz', score: _.gte(6) }) }), [4]],
      ['one field alone', (_) => ({ results: _.elemMatch({ product: 'xyz' }) }), [3, 4]],
      ['without it, each by any element', (_) => ({ 'results.product': 'xyz', 'results.score': _.gte(8) }), [3, 4, 5]],
      ['elements that are arrays', () => ({ results: { $elemMatch: { $elemMatch: { $gte: 90 } } } }), [6]],
      ['an element is not looked into', () => ({ results: { $elemMatch: { $gt: 89, $lt: 95 } } }), []],
      [
        'alternatives for one element',
        () => ({ results: { $elemMatch: { $or: [{ score: 10 }, { product: 'xyz', score: 7 }] } } }),
        [3, 4],
      ],
    ],
  },
  {
    page: 'query/size',
    rows: boxes,
    cases: [
      ['so many', (_) => ({ tags: _.size(2) }), [2, 3]],
      ['none', (_) => ({ qty: _.size(0) }), [4]],
      ['what is no array has no size', (_) => ({ tags: _.size(1) }), []],
    ],
  },
  {
    page: 'tutorial/query-arrays',
    rows: warehouse,
    cases: [
      ['the whole array', (_) => ({ dim: _.eq([14, 21]) }), [1, 2, 3]],
      ['any element in a range', (_) => ({ dim: _.gt(25) }), [4]],
      ['one above, one below', (_) => ({ dim: _.gt(15).and(_.lt(20)) }), [1, 2, 3, 5]],
      ['one element between', () => ({ dim: { $elemMatch: { $gt: 22, $lt: 30 } } }), [4]],
      ['the element at a place', (_) => ({ 'dim.1': _.gt(25) }), [4]],
    ],
  },
  {
    page: 'tutorial/query-array-of-documents',
    rows: warehouse,
    cases: [
      ['a whole element', (_) => ({ instock: _.eq({ at: 'A', qty: 5 }) }), [1]],
      ['in another order it is none', (_) => ({ instock: _.eq({ qty: 5, at: 'A' }) }), []],
      ['the field of the element at a place', (_) => ({ 'instock.0.qty': _.lte(20) }), [1, 2, 5]],
      ['the field of any element', (_) => ({ 'instock.qty': _.lte(20) }), [1, 2, 3, 4, 5]],
      ['one element meets all', (_) => ({ instock: _.elemMatch({ qty: 5, at: 'A' }) }), [1]],
      ['one element in a range', () => ({ instock: { $elemMatch: { qty: { $gt: 10, $lte: 20 } } } }), [1, 3, 5]],
      ['each by any element', () => ({ 'instock.qty': { $gt: 10, $lte: 20 } }), [1, 3, 4, 5]],
      ['two fields by any elements', () => ({ 'instock.qty': 5, 'instock.at': 'A' }), [1, 4]],
    ],
  },
  {
    page: 'tutorial/query-embedded-documents',
    rows: [
      { _id: 1, item: 'journal', size: { h: 14, w: 21, unit: 'cm' } },
      { _id: 2, item: 'notebook', size: { h: 8.5, w: 11, unit: 'in' } },
      { _id: 3, item: 'paper', size: { h: 8.5, w: 11, unit: 'in' } },
      { _id: 4, item: 'planner', size: { h: 22.85, w: 30, unit: 'cm' } },
    ],
    cases: [
      ['a nested field', () => ({ 'size.unit': 'in' }), [2, 3]],
      ['the SDK flattens a nested object', (_) => ({ size: { unit: 'cm', h: _.lt(15) } }), [1]],
      ['the whole object', (_) => ({ size: _.eq({ h: 14, w: 21, unit: 'cm' }) }), [1]],
      ['several at once', (_) => ({ 'size.h': _.lt(15), 'size.unit': 'in', item: 'paper' }), [3]],
    ],
  },
]
