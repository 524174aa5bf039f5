/** Fixed cases of the comparison, logical, element and evaluation operators, after the pages of MongoDB's manual. */
import type { QueryPage } from './cases'

const shelf = [
  { _id: 1, item: { name: 'soap', code: '118' }, qty: 15, tags: ['bath', 'white', 'small'] },
  { _id: 2, item: { name: 'rice', code: '118' }, qty: 20, tags: ['food'] },
  { _id: 3, item: { name: 'towel', code: '407' }, qty: 25, tags: ['bath', 'white'] },
  { _id: 4, item: { name: 'scarf', code: '511' }, qty: 30, tags: ['white', 'bath'] },
  { _id: 5, item: { name: 'map', code: '000' }, qty: 20, tags: [['bath', 'white'], 'paper'] },
]

const stock = [
  { _id: 1, item: 'nuts', quantity: 30, carrier: { name: 'Swift', fee: 3 } },
  { _id: 2, item: 'bolts', quantity: 50, carrier: { name: 'Swift', fee: 4 } },
  { _id: 3, item: 'washers', quantity: 10, carrier: { name: 'Steady', fee: 1 } },
]

const prices = [
  { _id: 1, price: 1.99, sale: true, qty: 10 },
  { _id: 2, price: 1.99, sale: false, qty: 30 },
  { _id: 3, price: 9.5, sale: false, qty: 15 },
  { _id: 4, sale: true },
  { _id: 5, price: 4, qty: null },
  { _id: 6, qty: 5 },
]

const scores = [
  { _id: 1, name: 'abc', at: new Date('2021-02-01T00:00:00Z'), n: 0 },
  { _id: 2, name: 'abd', at: new Date('2021-02-05T00:00:00Z'), n: 5 },
  { _id: 3, name: 'xyz', at: '2021-02-03', n: 12 },
  { _id: 4, name: 'Abc', n: '12' },
  { _id: 5, name: null, n: true },
  { _id: 6, n: [3, 20] },
]

export const comparison: QueryPage[] = [
  {
    page: 'query/eq',
    rows: shelf,
    cases: [
      ['a field equals a value', (_) => ({ qty: _.eq(20) }), [2, 5]],
      ['a field of an embedded document equals a value', (_) => ({ 'item.name': _.eq('soap') }), [1]],
      ['an element of an array equals a value', (_) => ({ tags: _.eq('white') }), [1, 3, 4]],
      ['an array equals an array, or holds it as an element', (_) => ({ tags: _.eq(['bath', 'white']) }), [3, 5]],
      ['an embedded document equals whole and in order', (_) => ({ item: _.eq({ name: 'rice', code: '118' }) }), [2]],
      ['in another order it does not', (_) => ({ item: _.eq({ code: '118', name: 'rice' }) }), []],
      ['a pattern as a value is no search', (_, db) => ({ 'item.name': _.eq(db.RegExp({ regexp: '^s' })) }), []],
      ['a bare pattern is', (_, db) => ({ 'item.name': db.RegExp({ regexp: '^s' }) }), [1, 4]],
    ],
  },
  {
    page: 'query/ne',
    rows: stock,
    cases: [
      ['what is not equal', (_) => ({ quantity: _.neq(30) }), [2, 3]],
      ['what lacks the field counts too', (_) => ({ colour: _.neq('red') }), [1, 2, 3]],
      ['in an embedded document', (_) => ({ 'carrier.fee': _.neq(1) }), [1, 2]],
    ],
  },
  {
    page: 'query/gt',
    rows: stock,
    cases: [
      ['more', (_) => ({ quantity: _.gt(30) }), [2]],
      ['more, embedded', (_) => ({ 'carrier.fee': _.gt(2) }), [1, 2]],
      ['more or as much', (_) => ({ quantity: _.gte(30) }), [1, 2]],
      ['less', (_) => ({ quantity: _.lt(30) }), [3]],
      ['less, embedded', (_) => ({ 'carrier.fee': _.lt(4) }), [1, 3]],
      ['less or as much', (_) => ({ quantity: _.lte(30) }), [1, 3]],
      ['between', (_) => ({ quantity: _.gt(10).and(_.lt(50)) }), [1]],
      ['another type is neither more nor less', (_) => ({ quantity: _.gt('1') }), []],
      ['nothing is more than null', (_) => ({ quantity: _.gt(null) }), []],
      ['null is as much as null, and missing is null', (_) => ({ colour: _.gte(null) }), [1, 2, 3]],
    ],
  },
  {
    page: 'reference/bson-type-comparison-order',
    rows: scores,
    cases: [
      ['text by its bytes', (_) => ({ name: _.gt('abc') }), [2, 3]],
      ['capitals come first', (_) => ({ name: _.lt('abc') }), [4]],
      ['dates compare with dates only', (_) => ({ at: _.gte(new Date('2021-02-01T00:00:00Z')) }), [1, 2]],
      ['text that looks like a date is text', (_) => ({ at: _.lt('2021-03-01') }), [3]],
      ['numbers leave text and booleans out', (_) => ({ n: _.gte(0) }), [1, 2, 3, 6]],
      ['true is not 1', (_) => ({ n: 1 }), []],
      ['booleans compare with booleans', (_) => ({ n: _.gt(false) }), [5]],
      ['any element may do', (_) => ({ n: _.gt(15) }), [6]],
      ['each end by another element', (_) => ({ n: _.gt(15).and(_.lt(5)) }), [6]],
    ],
  },
  {
    page: 'query/in',
    rows: shelf,
    cases: [
      ['one of the values', (_) => ({ qty: _.in([15, 25]) }), [1, 3]],
      ['an element is one of the values', (_) => ({ tags: _.in(['food', 'paper']) }), [2, 5]],
      ['one of the arrays', (_) => ({ tags: _.in([['food'], ['white', 'bath']]) }), [2, 4]],
      ['one of the patterns', (_, db) => ({ 'item.name': _.in([db.RegExp({ regexp: '^so' }), 'map']) }), [1, 5]],
      ['null stands for missing', (_) => ({ size: _.in([null, 'L']) }), [1, 2, 3, 4, 5]],
      ['none of no values', (_) => ({ qty: _.in([]) }), []],
    ],
  },
  {
    page: 'query/nin',
    rows: shelf,
    cases: [
      ['none of the values', (_) => ({ qty: _.nin([15, 20]) }), [3, 4]],
      ['what lacks the field is none of them', (_) => ({ size: _.nin(['L']) }), [1, 2, 3, 4, 5]],
      ['no element is one of them', (_) => ({ tags: _.nin(['bath', 'food']) }), [5]],
      ['null leaves out what is missing', (_) => ({ size: _.nin([null]) }), []],
    ],
  },
  {
    page: 'query/and',
    rows: prices,
    cases: [
      ['both', (_) => _.and([{ price: _.neq(1.99) }, { price: _.exists(true) }]), [3, 5]],
      [
        'alternatives together',
        (_) => _.and([_.or([{ qty: _.lt(10) }, { qty: _.gt(20) }]), _.or([{ sale: true }, { price: _.lt(5) }])]),
        [2],
      ],
      ['on one field', (_) => ({ qty: _.and([_.gt(5), _.lt(30)]) }), [1, 3]],
    ],
  },
  {
    page: 'query/or',
    rows: prices,
    cases: [
      ['either', (_) => _.or([{ qty: _.lt(10) }, { price: 9.5 }]), [3, 6]],
      ['on one field', (_) => ({ qty: _.or(_.eq(10), _.gt(20)) }), [1, 2]],
      ['beside another field', (_) => _.and([{ sale: true }, _.or([{ qty: 10 }, { qty: null }])]), [1, 4]],
    ],
  },
  {
    page: 'query/nor',
    rows: prices,
    cases: [
      ['neither, and what lacks both', (_) => _.nor([{ price: 1.99 }, { sale: true }]), [3, 5, 6]],
      ['three of them', (_) => _.nor([{ price: 1.99 }, { qty: _.lt(20) }, { sale: true }]), [5]],
      [
        'only with the field there',
        (_) => _.nor([{ price: 1.99 }, { price: _.exists(false) }, { sale: true }, { sale: _.exists(false) }]),
        [3],
      ],
    ],
  },
  {
    page: 'query/not',
    rows: prices,
    cases: [
      ['not more than, or not there', (_) => ({ price: _.not(_.gt(1.99)) }), [1, 2, 4, 6]],
      ['not less or equal is not the same as more', (_) => ({ price: _.not(_.lte(4)) }), [3, 4, 6]],
    ],
  },
  {
    page: 'query/not#regular-expressions',
    rows: shelf,
    cases: [
      [
        'not like this',
        () => ({ 'item.name': { $not: { $regularExpression: { pattern: '^s.*', options: '' } } } }),
        [2, 3, 5],
      ],
      ['not any element', (_) => ({ tags: _.not(_.eq('white')) }), [2, 5]],
    ],
  },
]
