/** Fixed cases of reckoning with a field, after the pages of MongoDB's manual. */
import type { UpdatePage } from './cases'

const long = (digits: string) => ({ $numberLong: digits })
const decimal = (digits: string) => ({ $numberDecimal: digits })

export const numberUpdates: UpdatePage[] = [
  {
    page: 'update/inc',
    cases: [
      {
        name: 'up, down and embedded',
        before: { qty: 10, metrics: { orders: 2 } },
        change: (_) => ({ qty: _.inc(-2), 'metrics.orders': _.inc(1) }),
        after: { qty: 8, metrics: { orders: 3 } },
      },
      { name: 'what is missing starts at nothing', before: {}, change: (_) => ({ n: _.inc(5) }), after: { n: 5 } },
      { name: 'null is not a number', before: { n: null }, change: (_) => ({ n: _.inc(1) }), after: /non-numeric/ },
      { name: 'nor is text', before: { n: '1' }, change: (_) => ({ n: _.inc(1) }), after: /non-numeric/ },
      { name: 'an amount must be one', before: { n: 1 }, change: () => ({ $inc: { n: '1' } }), after: /non-numeric/ },
      {
        name: 'beyond what a double holds, exactly',
        before: { n: long('9007199254740993') },
        change: (_) => ({ n: _.inc(2) }),
        after: { n: long('9007199254740995') },
      },
      {
        name: 'from what a double holds to what it does not',
        before: { n: 9007199254740991 },
        change: (_) => ({ n: _.inc(2) }),
        after: { n: long('9007199254740993') },
      },
      {
        name: 'not past 64 bits',
        before: { n: long('9223372036854775807') },
        change: (_) => ({ n: _.inc(1) }),
        after: /64-bit/,
      },
      {
        name: 'a decimal stays one',
        before: { n: decimal('0.1') },
        change: () => ({ $inc: { n: decimal('0.2') } }),
        after: { n: decimal('0.3') },
      },
      {
        name: 'doubles add as doubles',
        before: { n: 0.1 },
        change: (_) => ({ n: _.inc(0.2) }),
        after: { n: 0.1 + 0.2 },
      },
    ],
  },
  {
    page: 'update/mul',
    cases: [
      {
        name: 'a price and a count',
        before: { price: 10.5, qty: 25 },
        change: (_) => ({ price: _.mul(2), qty: _.mul(2) }),
        after: { price: 21, qty: 50 },
      },
      { name: 'what is missing becomes zero', before: {}, change: (_) => ({ n: _.mul(100) }), after: { n: 0 } },
      {
        name: 'whole numbers exactly',
        before: { n: 3037000500 },
        change: (_) => ({ n: _.mul(3037000499) }),
        after: { n: long('9223372033963249500') },
      },
      {
        name: 'decimals exactly, to 34 digits',
        before: { n: decimal('1.1') },
        change: () => ({ $mul: { n: decimal('1.1') } }),
        after: { n: decimal('1.21') },
      },
      {
        name: 'a decimal and a whole number',
        before: { n: 5 },
        change: () => ({ $mul: { n: decimal('0.5') } }),
        after: { n: decimal('2.5') },
      },
    ],
  },
  {
    page: 'update/min',
    cases: [
      {
        name: 'less replaces',
        before: { high: 800, low: 200 },
        change: (_) => ({ low: _.min(150) }),
        after: { high: 800, low: 150 },
      },
      {
        name: 'more does not',
        before: { high: 800, low: 200 },
        change: (_) => ({ low: _.min(250) }),
        after: { high: 800, low: 200 },
      },
      { name: 'what is missing is set', before: {}, change: (_) => ({ low: _.min(5) }), after: { low: 5 } },
      {
        name: 'dates',
        before: { at: new Date('2021-02-05') },
        change: (_) => ({ at: Reflect.apply(_.min, _, [new Date('2021-02-01')]) }),
        after: { at: new Date('2021-02-01') },
      },
      { name: 'across types by their order', before: { v: 'a' }, change: (_) => ({ v: _.min(9) }), after: { v: 9 } },
      { name: 'null is less than a number', before: { v: null }, change: (_) => ({ v: _.min(1) }), after: { v: null } },
    ],
  },
  {
    page: 'update/max',
    cases: [
      { name: 'more replaces', before: { high: 800 }, change: (_) => ({ high: _.max(950) }), after: { high: 950 } },
      { name: 'less does not', before: { high: 800 }, change: (_) => ({ high: _.max(700) }), after: { high: 800 } },
      {
        name: 'text is more than a number',
        before: { v: 9 },
        change: (_) => ({ v: Reflect.apply(_.max, _, ['']) }),
        after: { v: '' },
      },
    ],
  },
  {
    page: 'update/bit',
    cases: [
      { name: 'and', before: { n: 13 }, change: () => ({ $bit: { n: { and: 10 } } }), after: { n: 8 } },
      { name: 'or', before: { n: 3 }, change: () => ({ $bit: { n: { or: 5 } } }), after: { n: 7 } },
      { name: 'xor', before: { n: 1 }, change: () => ({ $bit: { n: { xor: 5 } } }), after: { n: 4 } },
      {
        name: 'through the command',
        before: { n: 13 },
        change: (_) => ({ n: Reflect.apply(_.bit, _, [{ and: 10 }]) }),
        after: { n: 8 },
      },
      { name: 'what is missing is zero', before: {}, change: () => ({ $bit: { n: { or: 6 } } }), after: { n: 6 } },
      {
        name: 'of 64 bits',
        before: { n: long('4611686018427387904') },
        change: () => ({ $bit: { n: { or: 1 } } }),
        after: { n: long('4611686018427387905') },
      },
      {
        name: 'whole numbers only',
        before: { n: 1.5 },
        change: () => ({ $bit: { n: { or: 1 } } }),
        after: /non-integral/,
      },
      {
        name: 'no other operation',
        before: { n: 1 },
        change: () => ({ $bit: { n: { nand: 1 } } }),
        after: /only supports/,
      },
    ],
  },
]
