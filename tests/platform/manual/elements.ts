/** Fixed cases of presence, patterns, remainders, expressions and arrays, after the pages of MongoDB's manual. */
import type { QueryPage } from './cases'

const marks = [
  { _id: 1, a: 5, b: 5, c: null },
  { _id: 2, a: 3, b: null, c: 8 },
  { _id: 3, a: null, b: 3, c: 9 },
  { _id: 4, a: 1, b: 2, c: 3 },
  { _id: 5, a: 2, c: 5 },
  { _id: 6, a: 3, b: 2 },
  { _id: 7, a: 4 },
  { _id: 8, b: 2, c: 4 },
  { _id: 9, b: 2 },
  { _id: 10, c: 6 },
]

const goods = [
  { _id: 100, sku: 'abc123', words: 'One line.' },
  { _id: 101, sku: 'abc789', words: 'First line\nSecond line' },
  { _id: 102, sku: 'xyz456', words: 'Many spaces before     line' },
  { _id: 103, sku: 'xyz789', words: 'Several\nlines of it' },
  { _id: 104, sku: 'Abc789', words: 'SKU 7' },
]

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
    page: 'query/exists',
    rows: marks,
    cases: [
      ['there, null or not', (_) => ({ a: _.exists(true) }), [1, 2, 3, 4, 5, 6, 7]],
      ['not there', (_) => ({ b: _.exists(false) }), [5, 7, 10]],
      ['there and none of these', (_) => ({ a: _.exists(true).and(_.nin([5, 3])) }), [3, 4, 5, 7]],
      ['nothing below a number', (_) => ({ 'a.b': _.exists(true) }), []],
    ],
  },
  {
    page: 'tutorial/query-for-null-fields',
    rows: [{ _id: 1, item: null }, { _id: 2 }, { _id: 3, item: [] }, { _id: 4, item: [null, 1] }, { _id: 5, item: 0 }],
    cases: [
      ['null, missing, or an element null', (_) => ({ item: _.eq(null) }), [1, 2, 4]],
      ['a bare null says the same', () => ({ item: null }), [1, 2, 4]],
      ['neither', (_) => ({ item: _.neq(null) }), [3, 5]],
      ['missing only', (_) => ({ item: _.exists(false) }), [2]],
    ],
  },
  {
    page: 'query/mod',
    rows: [
      { _id: 1, qty: 0 },
      { _id: 2, qty: 5 },
      { _id: 3, qty: 12 },
      { _id: 4, qty: 8.9 },
      { _id: 5, qty: -9 },
      { _id: 6, qty: '12' },
      { _id: 7, qty: null },
    ],
    cases: [
      ['leaves nothing over', (_) => ({ qty: _.mod(4, 0) }), [1, 3, 4]],
      ['leaves one over', (_) => ({ qty: _.mod(4, 1) }), [2]],
      ['below zero the rest is below zero', (_) => ({ qty: _.mod(4, -1) }), [5]],
      ['a divisor loses its fraction', (_) => ({ qty: _.mod(4.9, 0) }), [1, 3, 4]],
    ],
  },
  {
    page: 'query/regex',
    rows: goods,
    cases: [
      ['as LIKE %789', (_, db) => ({ sku: db.RegExp({ regexp: '789$' }) }), [101, 103, 104]],
      ['whatever the case', (_, db) => ({ sku: db.RegExp({ regexp: '^ABC', options: 'i' }) }), [100, 101, 104]],
      ['lines begin with', (_, db) => ({ words: db.RegExp({ regexp: '^S', options: 'm' }) }), [101, 103, 104]],
      ['without m the text begins with', (_, db) => ({ words: db.RegExp({ regexp: '^S' }) }), [103, 104]],
      ['a dot meets a new line', (_, db) => ({ words: db.RegExp({ regexp: 'm.*line', options: 'si' }) }), [102]],
      ['a dot over lines', (_, db) => ({ words: db.RegExp({ regexp: 'First.*Second', options: 's' }) }), [101]],
      ['a dot within a line', (_, db) => ({ words: db.RegExp({ regexp: 'First.*Second' }) }), []],
      [
        'blanks and remarks left out',
        (_, db) => ({ sku: db.RegExp({ regexp: 'abc #letters\n123 #digits', options: 'x' }) }),
        [100],
      ],
      ['options within the pattern', (_, db) => ({ sku: db.RegExp({ regexp: '(?i)a(?:b)c7' }) }), [101, 104]],
      ['text beside options', () => ({ sku: { $regex: '^abc', $options: 'i' } }), [100, 101, 104]],
      ['a point by its escape', (_, db) => ({ words: db.RegExp({ regexp: '\\.$' }) }), [100]],
    ],
  },
  {
    page: 'query/expr',
    rows: [
      { _id: 1, category: 'food', budget: 400, spent: 450 },
      { _id: 2, category: 'drinks', budget: 100, spent: 150 },
      { _id: 3, category: 'clothes', budget: 100, spent: 50 },
      { _id: 4, category: 'misc', budget: 500, spent: 300 },
      { _id: 5, category: 'travel', budget: 200, spent: 650 },
    ],
    cases: [
      ['two fields of one document', (_) => ({ $expr: _.aggregate.gt(['$spent', '$budget']) }), [1, 2, 5]],
      [
        'with a condition',
        (_) => ({
          $expr: _.aggregate.lt([
            _.aggregate.cond({
              if: _.aggregate.gte(['$budget', 400]),
              then: _.aggregate.multiply(['$spent', 0.5]),
              else: '$spent',
            }),
            200,
          ]),
        }),
        [2, 3, 4],
      ],
    ],
  },
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
