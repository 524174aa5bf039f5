/** Fixed cases of the rarer types, after the pages of MongoDB's manual. */
import type { QueryPage } from './cases'

const long = (digits: string) => ({ $numberLong: digits })
const decimal = (digits: string) => ({ $numberDecimal: digits })
const binary = (base64: string) => ({ $binary: { base64, subType: '00' } })
const objectId = (digit: string) => ({ $oid: digit.repeat(24) })

export const types: QueryPage[] = [
  {
    page: 'reference/bson-types#numbers',
    rows: [
      { _id: 1, n: long('9007199254740993') },
      { _id: 2, n: long('9007199254740992') },
      { _id: 3, n: decimal('0.1') },
      { _id: 4, n: 0.1 },
      { _id: 5, n: decimal('2') },
      { _id: 6, n: 2 },
      { _id: 7, n: long('9223372036854775807') },
      { _id: 8, n: decimal('9007199254740993.5') },
      { _id: 9, n: { $numberDouble: 'NaN' } },
      { _id: 10, n: { $numberDouble: '-Infinity' } },
      { _id: 11, n: decimal('1E+400') },
      { _id: 12, n: { $numberDouble: 'Infinity' } },
    ],
    cases: [
      ['one beyond what a double holds', () => ({ n: { $eq: long('9007199254740993') } }), [1]],
      ['more than that', () => ({ n: { $gt: long('9007199254740993') } }), [7, 8, 11, 12]],
      [
        'more than a double can say is not infinite',
        () => ({ n: { $gt: decimal('1E+399'), $lt: decimal('Infinity') } }),
        [11],
      ],
      ['between an integer and the next', () => ({ n: { $gt: long('9007199254740993'), $lt: 1e16 } }), [8]],
      ['a decimal tenth is not the double', () => ({ n: { $eq: decimal('0.1') } }), [3]],
      ['nor the other way round', () => ({ n: 0.1 }), [4]],
      ['and the double is a little more', () => ({ n: { $gt: decimal('0.1'), $lt: 1 } }), [4]],
      ['two is two', () => ({ n: 2 }), [5, 6]],
      ['trailing zeros do not count', () => ({ n: decimal('2.00') }), [5, 6]],
      ['NaN equals NaN', () => ({ n: { $numberDouble: 'NaN' } }), [9]],
      ['NaN is less than nothing', (_) => ({ n: _.lt(0) }), [10]],
      ['all in a range', (_) => ({ n: _.gte(2).and(_.lte(10)) }), [5, 6]],
    ],
  },
  {
    page: 'reference/bson-types#objectid',
    rows: [
      { _id: 1, o: objectId('a') },
      { _id: 2, o: 'a'.repeat(24) },
      { _id: 3, o: objectId('b') },
    ],
    cases: [
      ['an id is not its digits', () => ({ o: { $eq: objectId('a') } }), [1]],
      ['nor its digits an id', () => ({ o: 'a'.repeat(24) }), [2]],
      ['ids have an order', () => ({ o: { $gt: objectId('a') } }), [3]],
    ],
  },
  {
    page: 'reference/bson-types#binary-data',
    rows: [
      { _id: 1, b: binary('AQID') },
      { _id: 2, b: binary('AQI=') },
      { _id: 3, b: 'AQID' },
    ],
    cases: [
      ['equal bytes', () => ({ b: { $eq: binary('AQID') } }), [1]],
      ['shorter comes first', () => ({ b: { $lt: binary('AQID') } }), [2]],
    ],
  },
  {
    page: 'reference/bson-types#date',
    rows: [
      { _id: 1, at: new Date('1969-12-31T23:59:59.999Z') },
      { _id: 2, at: new Date(0) },
      { _id: 3, at: new Date('2021-02-07T02:00:00.000Z') },
      { _id: 4, at: 0 },
    ],
    cases: [
      ['before 1970', (_) => ({ at: _.lt(new Date(0)) }), [1]],
      ['to the millisecond', () => ({ at: new Date('2021-02-07T02:00:00.000Z') }), [3]],
      [
        'server dates lie later than all these',
        (_, db) => ({ at: _.lt(Reflect.apply(db.serverDate, db, [{ offset: -1000 }])) }),
        [1, 2, 3],
      ],
    ],
  },
]
