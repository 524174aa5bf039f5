/** Fixed cases of presence, patterns, remainders and expressions, after the pages of MongoDB's manual. */
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
  { _id: 105, sku: '', words: '𠮷' },
]

export const presence: QueryPage[] = [
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
      ['a whole character, however far out', (_, db) => ({ words: db.RegExp({ regexp: '^.$' }) }), [105]],
      ['a needless backslash', (_, db) => ({ sku: db.RegExp({ regexp: 'abc\\-?123' }) }), [100]],
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
            _.aggregate.cond([_.aggregate.gte(['$budget', 400]), _.aggregate.multiply(['$spent', 0.5]), '$spent']),
            200,
          ]),
        }),
        [2, 3, 4],
      ],
    ],
  },
]
