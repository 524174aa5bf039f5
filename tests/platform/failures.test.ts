/** Every failure of the database the SDK knows by name arrives under that name. */
import type { Cloud } from '../../platform/cloud'
import { answer, connect, failureOf, removeFolders, start } from './start'

let cloud: Cloud
let db: Awaited<ReturnType<typeof connect>>
let _: typeof db.command
beforeAll(async () => {
  cloud = await start({ collections: { things: { indexes: [{ name: 'one', keys: [['key', 1]], unique: true }] } } })
  db = await connect(cloud)
  _ = db.command
  await db.collection('things').add({ data: { _id: 'one', key: 1, list: [1], text: 'a' } })
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const things = () => db.collection('things')
const one = () => things().doc('one')
/** Past the SDK's types, as a careless function would. */
const addPlain = (data: object) => things().add({ data })

const REQUEST_FAILED = -502001
const INVALID_COMMAND = -502002
const NO_COLLECTION = -502005
/** The SDK's createCollection drops the code of a failure and keeps its words. */
const NO_CODE = -1

test.each<[string, () => unknown, number, RegExp]>([
  ['reading a collection that is not there', () => db.collection('nowhere').get(), NO_COLLECTION, /nowhere/],
  ['counting in it', () => db.collection('nowhere').count(), NO_COLLECTION, /nowhere/],
  ['adding to it', () => db.collection('nowhere').add({ data: { a: 1 } }), NO_COLLECTION, /nowhere/],
  [
    'updating in it',
    () =>
      db
        .collection('nowhere')
        .doc('x')
        .update({ data: { a: 1 } }),
    NO_COLLECTION,
    /nowhere/,
  ],
  ['removing from it', () => db.collection('nowhere').where({ a: 1 }).remove(), NO_COLLECTION, /nowhere/],
  ['making a collection twice', () => db.createCollection('things'), NO_CODE, /Table exist/],
  ['a name no collection may have', () => db.createCollection('1 $'), NO_CODE, /not a name/],
  ['an id twice', () => things().add({ data: { _id: 'one', key: 2 } }), REQUEST_FAILED, /E11000.*_id_.*"one"/],
  ['a unique value twice', () => things().add({ data: { key: 1 } }), REQUEST_FAILED, /E11000.*index: one.*key: 1/],
  ['no id at all', () => addPlain({ _id: null, key: 3 }), REQUEST_FAILED, /_id/],
  ['a list as an id', () => addPlain({ _id: [1], key: 3 }), REQUEST_FAILED, /_id/],
  ['a field with a dollar', () => things().add({ data: { key: 4, deep: { $no: 1 } } }), REQUEST_FAILED, /\$no/],
  [
    'more than 16 MB',
    () => things().add({ data: { key: 5, text: 'x'.repeat(17 * 2 ** 20) } }),
    REQUEST_FAILED,
    /16 MB/,
  ],
  [
    'a query operator nobody knows',
    () =>
      things()
        .where({ a: { $where: '1' } })
        .get(),
    INVALID_COMMAND,
    /\$where/,
  ],
  [
    'a text search',
    () =>
      things()
        .where({ $text: { $search: 'a' } })
        .get(),
    INVALID_COMMAND,
    /\$text/,
  ],
  [
    'a geo operator not known',
    () =>
      things()
        .where({
          a: {
            $geoWithin: {
              $box: [
                [0, 0],
                [1, 1],
              ],
            },
          },
        })
        .get(),
    INVALID_COMMAND,
    /\$box/,
  ],
  [
    'a regular expression that is none',
    () =>
      things()
        .where({ a: db.RegExp({ regexp: '(' }) })
        .get(),
    REQUEST_FAILED,
    /Regular expression/,
  ],
  [
    'an escape only PCRE knows',
    () =>
      things()
        .where({ a: { $regex: 'a\\Z' } })
        .get(),
    INVALID_COMMAND,
    /\\Z/,
  ],
  [
    'a class only PCRE knows',
    () =>
      things()
        .where({ a: { $regex: '[[:alpha:]]' } })
        .get(),
    INVALID_COMMAND,
    /\[\[:/,
  ],
  [
    'a list operator without a list',
    () =>
      things()
        .where({ a: { $in: 1 } })
        .get(),
    REQUEST_FAILED,
    /\$in needs an array/,
  ],
  ['no alternatives', () => things().where(_.or([])).get(), REQUEST_FAILED, /nonempty array/],
  [
    'a remainder of zero',
    () =>
      things()
        .where({ a: _.mod(0, 1) })
        .get(),
    REQUEST_FAILED,
    /divisor cannot be 0/,
  ],
  [
    'a remainder without one',
    () =>
      things()
        .where({ a: { $mod: [4] } })
        .get(),
    REQUEST_FAILED,
    /not enough elements/,
  ],
  [
    'a size below nothing',
    () =>
      things()
        .where({ a: _.size(-1) })
        .get(),
    REQUEST_FAILED,
    /non-negative/,
  ],
  [
    'options without a pattern',
    () =>
      things()
        .where({ a: { $options: 'i' } })
        .get(),
    REQUEST_FAILED,
    /needs a \$regex/,
  ],
  [
    'a pattern to be unlike',
    () =>
      things()
        .where({ a: _.neq(db.RegExp({ regexp: 'a' })) })
        .get(),
    REQUEST_FAILED,
    /RegEx/,
  ],
  [
    'fields kept and left out',
    () => things().field({ a: true, b: false }).get(),
    REQUEST_FAILED,
    /exclusion and inclusion/,
  ],
  ['a field and one below it', () => things().field({ a: 1, 'a.b': 1 }).get(), REQUEST_FAILED, /Path collision/],
  [
    'a projection nobody knows',
    () =>
      things()
        .field({ a: { $meta: 'x' } })
        .get(),
    INVALID_COMMAND,
    /\$meta/,
  ],
  [
    'an update operator nobody knows',
    () => one().update({ data: { $currentDate: { a: true } } }),
    INVALID_COMMAND,
    /\$currentDate/,
  ],
  [
    'another id',
    () =>
      things()
        .where({ key: 1 })
        .update({ data: { $set: { _id: 'two' } } }),
    REQUEST_FAILED,
    /immutable field '_id'/,
  ],
  [
    'one field twice',
    () => one().update({ data: { $set: { a: 1 }, $inc: { a: 1 } } }),
    REQUEST_FAILED,
    /conflict at 'a'/,
  ],
  ['a number to text', () => one().update({ data: { text: _.inc(1) } }), REQUEST_FAILED, /non-numeric/],
  ['an element to text', () => one().update({ data: { text: _.push([1]) } }), REQUEST_FAILED, /must be an array/],
  [
    'a push nobody knows',
    () => one().update({ data: { $push: { list: { $each: [1], $at: 0 } } } }),
    INVALID_COMMAND,
    /\$at/,
  ],
  ['a path with a gap', () => one().update({ data: { 'a..b': 1 } }), REQUEST_FAILED, /empty field name/],
  [
    'a number no 64 bits hold',
    () => one().update({ data: { n: { $numberLong: '9223372036854775808' } } }),
    REQUEST_FAILED,
    /64-bit/,
  ],
])('%s', async (_name, act, errCode, words) => {
  const before = (await answer(one().get())).data
  expect(await failureOf(Promise.resolve(act()))).toMatchObject({ errCode, errMsg: expect.stringMatching(words) })
  expect((await answer(one().get())).data).toEqual(before)
})
