/** Fixed cases of setting, taking out and renaming fields, after the pages of MongoDB's manual. */
import type { UpdatePage } from './cases'

const item = () => ({
  sku: 'abc123',
  qty: 250,
  price: { now: 1, was: 2 },
  tags: ['a', 'b'],
  ratings: [{ by: 'xyz', n: 4 }],
})
export const fieldUpdates: UpdatePage[] = [
  {
    page: 'update/set',
    cases: [
      {
        name: 'top fields, old and new',
        before: item(),
        change: (_) => ({ qty: 500, maker: 'M', tags: ['c'] }),
        after: { ...item(), qty: 500, maker: 'M', tags: ['c'] },
      },
      {
        name: 'a nested object merges',
        before: item(),
        change: () => ({ price: { now: 3 } }),
        after: { ...item(), price: { now: 3, was: 2 } },
      },
      {
        name: '_.set replaces it',
        before: item(),
        change: (_) => ({ price: _.set({ now: 3 }) }),
        after: { ...item(), price: { now: 3 } },
      },
      {
        name: 'a place in an array',
        before: item(),
        change: () => ({ 'tags.1': 'rain', 'ratings.0.n': 2 }),
        after: { ...item(), tags: ['a', 'rain'], ratings: [{ by: 'xyz', n: 2 }] },
      },
      {
        name: 'parents that are missing',
        before: {},
        change: () => ({ 'a.b.c': 1 }),
        after: { a: { b: { c: 1 } } },
      },
      {
        name: 'a place past the end fills up with null',
        before: { a: [1] },
        change: () => ({ 'a.3': 4 }),
        after: { a: [1, null, null, 4] },
      },
      { name: 'below a number', before: { a: 1 }, change: () => ({ 'a.b': 1 }), after: /Cannot create field 'b'/ },
      {
        name: 'a name in an array',
        before: { a: [1] },
        change: () => ({ 'a.b': 1 }),
        after: /Cannot create field 'b'/,
      },
      {
        name: 'a path and its parent',
        before: {},
        change: () => ({ $set: { a: 1 }, $inc: { 'a.b': 1 } }),
        after: /would create a conflict at 'a'/,
      },
    ],
  },
  {
    page: 'update/unset',
    cases: [
      {
        name: 'fields go',
        before: item(),
        change: (_) => ({ qty: _.remove(), price: { was: _.remove() }, nobody: _.remove() }),
        after: { sku: 'abc123', price: { now: 1 }, tags: ['a', 'b'], ratings: [{ by: 'xyz', n: 4 }] },
      },
      {
        name: 'an element becomes null and keeps its place',
        before: { a: [1, 2, 3] },
        change: (_) => ({ 'a.1': _.remove() }),
        after: { a: [1, null, 3] },
      },
      { name: 'below what is not there', before: { a: 1 }, change: (_) => ({ 'a.b.c': _.remove() }), after: { a: 1 } },
    ],
  },
  {
    page: 'update/rename',
    cases: [
      {
        name: 'fields, one in another',
        before: { nick: 'Mo', name: { first: 'g' } },
        change: (_) => ({ nick: _.rename('alias'), 'name.first': _.rename('name.fname') }),
        after: { alias: 'Mo', name: { fname: 'g' } },
      },
      {
        name: 'to another parent',
        before: { a: { x: 1 } },
        change: (_) => ({ 'a.x': _.rename('b.y') }),
        after: { a: {}, b: { y: 1 } },
      },
      {
        name: 'a name that was there is replaced',
        before: { a: 1, b: 2 },
        change: (_) => ({ a: _.rename('b') }),
        after: { b: 1 },
      },
      {
        name: 'what is not there changes nothing',
        before: { b: 2 },
        change: (_) => ({ a: _.rename('b') }),
        after: { b: 2 },
      },
      { name: 'not to itself', before: { a: 1 }, change: (_) => ({ a: _.rename('a') }), after: /must differ/ },
      {
        name: 'not within an array',
        before: { a: [{ x: 1 }] },
        change: (_) => ({ 'a.0.x': _.rename('b') }),
        after: /array/,
      },
    ],
  },
]
