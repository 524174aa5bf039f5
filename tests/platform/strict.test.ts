/** A strict cloud refuses what no index serves: the query that would read a whole collection in the real one fails the test that asks it. */
import type { Cloud } from '../../platform/cloud'
import { removeFolders, start } from './start'

let strict: Cloud
let lenient: Cloud

const things = {
  indexes: [
    {
      name: 'placeNewest',
      keys: [
        ['place', 1],
        ['state', 1],
        ['at', -1],
      ],
    },
    { name: 'byTag', keys: [['tags.id', 1]] },
    {
      name: 'byWake',
      keys: [
        ['wakeAt', 1],
        ['at', 1],
      ],
    },
  ],
}

beforeAll(async () => {
  const built = { functions: { query: {} }, collections: { things } }
  ;[strict, lenient] = [await start(built, { strict: true }), await start(built)]
})
afterAll(async () => {
  await Promise.all([strict.stop(), lenient.stop()])
  removeFolders()
})

type Asked = { act?: string; where?: object; order?: [string, 'asc' | 'desc'][]; lookup?: object }
const ask = (cloud: Cloud, { act = 'find', ...asked }: Asked) =>
  cloud.call('query', { openid: 'oDev', event: { act, ...asked } })

/** Documents whose field equals the place of the one at hand. */
const through = (field: string): object => ({
  let: { place: '$place' },
  pipeline: [{ $match: { $expr: { $and: [{ $eq: [`$${field}`, '$$place'] }, { $gt: ['$size', 1] }] } } }],
})

const served: [string, Asked][] = [
  ['one document', { where: { _id: 'a', place: 'p' } }],
  ['documents by their ids', { where: { _id: { op: ['in', ['a', 'b']] } } }],
  ['the first fields of an index', { where: { place: 'p' } }],
  ['its first fields, and more that it sifts', { where: { place: 'p', colour: 'red', size: { op: ['neq', 3] } } }],
  ['the order after equal fields', { where: { place: 'p', state: 's' }, order: [['at', 'desc']] }],
  ['that order backwards', { where: { place: 'p', state: 's' }, order: [['at', 'asc']] }],
  [
    'an order that repeats an equal field',
    {
      where: { place: 'p', state: 's' },
      order: [
        ['place', 'asc'],
        ['at', 'desc'],
      ],
    },
  ],
  [
    'a list of values before the order',
    { where: { place: 'p', state: { op: ['in', ['s', 't']] } }, order: [['at', 'desc']] },
  ],
  ['a range on the first field, in its order', { where: { wakeAt: { op: ['lte', 'z'] } }, order: [['wakeAt', 'asc']] }],
  [
    'an order alone, for a page of it',
    {
      order: [
        ['wakeAt', 'desc'],
        ['at', 'desc'],
      ],
    },
  ],
  ['a field of the members of a list', { where: { 'tags.id': 'x' } }],
  ['alternatives that each have an index', { where: { op: ['or', { place: 'p' }, { 'tags.id': 'x' }] } }],
  ['an aggregation that begins so', { act: 'aggregate', where: { place: 'p', state: 's' }, order: [['at', 'desc']] }],
  ['a lookup', { act: 'aggregate', where: { place: 'p' }, lookup: { localField: 'place', foreignField: 'place' } }],
  ['a lookup through variables', { act: 'aggregate', where: { place: 'p' }, lookup: through('place') }],
  ['an update', { act: 'update', where: { place: 'p', colour: 'red' } }],
]

const unserved: [string, Asked][] = [
  ['everything', {}],
  ['how many there are of everything', { act: 'count' }],
  ['a field without an index', { where: { colour: 'red' } }],
  ['a field that is not the first of its index', { where: { state: 's' } }],
  ['what a field is not', { where: { place: { op: ['neq', 'p'] } } }],
  ['an order the index has not', { where: { place: 'p' }, order: [['size', 'asc']] }],
  ['an order over a field left out', { where: { place: 'p' }, order: [['at', 'desc']] }],
  [
    'an order of mixed directions',
    {
      order: [
        ['wakeAt', 'asc'],
        ['at', 'desc'],
      ],
    },
  ],
  ['a range on one field in the order of another', { where: { wakeAt: { op: ['lte', 'z'] } }, order: [['at', 'asc']] }],
  ['alternatives of which one has none', { where: { op: ['or', { place: 'p' }, { colour: 'red' }] } }],
  ['an update', { act: 'update', where: { colour: 'red' } }],
  ['a removal', { act: 'remove', where: { colour: 'red' } }],
  ['an aggregation', { act: 'aggregate', where: { colour: 'red' } }],
  ['a lookup', { act: 'aggregate', where: { place: 'p' }, lookup: { localField: 'state', foreignField: 'state' } }],
  ['a lookup through variables', { act: 'aggregate', where: { place: 'p' }, lookup: through('colour') }],
]

test.each(served)('an index serves %s', async (_name, asked) => {
  expect(await ask(strict, asked)).toBe('served')
})

test.each(unserved)('no index serves %s: refused by the strict cloud, answered by the other', async (_name, asked) => {
  expect(await ask(strict, asked)).toContain('no index serves this query: things: ')
  expect(await ask(lenient, asked)).toBe('served')
})

test('whoever looks from outside a function is not held to it', async () => {
  const answer = await fetch(`${strict.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'database.calculateDocument', collectionName: 'things', query: '{"colour":"red"}' }),
  })
  expect(await answer.json()).toMatchObject({ data: { total: 0 } })
})
