/** Whether SQL over an index runs the first stages, or nothing does, or mingo runs all: a pipeline's answer is the same. */
import fc from 'fast-check'
import { aggregate } from 'mingo'
import type { Cloud } from '../../platform/cloud'
import { type Document, decodeText, encode } from '../../platform/cloud/db/values'
import { runs } from '../property'
import { removeFolders, start } from './start'
import { Wire } from './wire'

const indexes = [
  {
    name: 'an',
    keys: [
      ['a', 1],
      ['n', -1],
    ],
  },
  { name: 'tags', keys: [['tags', 1]] },
  { name: 'deep', keys: [['deep.x', 1]] },
]

const number = fc.constantFrom(0, 1, 2, 3, 10, 0.5, -1.5)
const word = fc.constantFrom('a', 'b', 'ab', '')
const scalar = fc.oneof(number, word)
const row = fc.record(
  {
    a: word,
    n: number,
    tags: fc.array(word, { maxLength: 3 }),
    deep: fc.record({ x: scalar, y: number }, { requiredKeys: ['y'] }),
    rows: fc.array(fc.record({ k: word, v: number }), { maxLength: 3 }),
    mixed: fc.oneof(scalar, fc.constant(null), fc.boolean(), fc.constant(new Date(86_400_000))),
    at: fc.constantFrom(new Date(0), new Date('2021-02-11T16:00:00Z'), new Date('2020-12-31T23:59:59.999Z')),
  },
  { requiredKeys: ['a', 'n', 'at', 'tags', 'rows', 'deep'] },
)
const rows = fc.sample(row, { seed: 2021, numRuns: 120 }).map((one, n) => ({ _id: n, ...one }))

let cloud: Cloud
const wire = new Wire(() => cloud)
beforeAll(async () => {
  cloud = await start({ collections: { indexed: { indexes }, plain: {} } })
  await wire.insert('indexed', rows)
  await wire.insert('plain', rows)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const op = (name: string, ...parts: fc.Arbitrary<unknown>[]) => fc.tuple(...parts).map((list) => ({ [name]: list }))
const amount = fc.oneof(fc.constantFrom('$n', '$deep.y', '$none'), number)
const text = fc.oneof(fc.constantFrom('$a'), word)
const numeric = fc.oneof(
  op('$add', amount, amount),
  op('$subtract', amount, amount),
  op('$multiply', amount, amount),
  op('$divide', amount, fc.constantFrom(2, 4)),
  op('$mod', amount, fc.constantFrom(2, 3)),
  fc.constantFrom<unknown>({ $abs: '$n' }, { $ceil: '$n' }, { $floor: '$n' }, { $size: '$tags' }, { $sum: '$rows.v' }),
  fc.constantFrom<unknown>(
    { $strLenCP: '$a' },
    { $indexOfArray: ['$tags', 'a'] },
    { $avg: '$rows.v' },
    { $year: '$at' },
  ),
)
const condition = fc.oneof(
  op('$gt', amount, amount),
  op('$lte', amount, amount),
  op('$eq', text, text),
  fc.constantFrom<unknown>({ $in: ['a', '$tags'] }, { $isArray: '$tags' }, { $not: [{ $gt: ['$n', 1] }] }),
)
const list = fc.constantFrom<unknown>(
  { $map: { input: '$rows', as: 'row', in: { $add: ['$$row.v', 1] } } },
  { $filter: { input: '$rows', as: 'row', cond: { $gte: ['$$row.v', 1] } } },
  { $concatArrays: ['$tags', ['z']] },
  { $slice: ['$tags', 2] },
  { $reverseArray: '$tags' },
  { $setUnion: [[], []] },
  { $reduce: { input: '$rows', initialValue: '', in: { $concat: ['$$value', '$$this.k'] } } },
  { $zip: { inputs: ['$tags', '$rows.v'] } },
  { $range: [0, { $size: '$tags' }] },
)
const expression = fc.oneof(
  numeric,
  condition,
  list,
  fc.tuple(condition, numeric, text).map((three) => ({ $cond: three })),
  fc.tuple(fc.constantFrom('$mixed', '$deep.x'), word).map((two) => ({ $ifNull: two })),
  fc.constantFrom<unknown>(
    '$deep',
    '$deep.x',
    '$rows.k',
    { x: '$a', y: ['$n'] },
    { $toUpper: '$a' },
    { $concat: ['$a', 'x'] },
  ),
  fc.constantFrom<unknown>({ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' } }, { $dayOfYear: '$at' }),
)

const filter = fc.oneof(
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), number)
    .map(([sign, n]) => ({ n: { [sign]: n } })),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => ({ a: { $in: words } })),
  word.map((one) => ({ tags: one })),
  scalar.map((one) => ({ 'deep.x': one })),
  fc.tuple(word, number).map(([a, n]) => ({ $or: [{ a }, { n }] })),
  condition.map((one) => ({ $expr: one })),
)
const accumulator = fc.oneof(
  fc
    .tuple(fc.constantFrom('$sum', '$avg', '$min', '$max', '$push', '$first', '$last'), amount)
    .map(([name, one]) => ({ [name]: one })),
  fc.constantFrom<object>({ $sum: 1 }, { $push: '$a' }, { $push: { a: '$a' } }, { $stdDevPop: '$n' }),
)
const stage = fc.oneof(
  { weight: 3, arbitrary: filter.map((one) => ({ $match: one })) },
  { weight: 2, arbitrary: fc.tuple(expression, expression).map(([x, y]) => ({ $addFields: { x, 'deep.z': y } })) },
  { weight: 1, arbitrary: expression.map((x) => ({ $project: { a: 1, n: 1, tags: 1, rows: 1, at: 1, deep: 1, x } })) },
  { weight: 1, arbitrary: fc.constant({ $project: { mixed: 0, 'deep.x': 0 } }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((n) => ({ $limit: n })) },
  { weight: 1, arbitrary: fc.nat(20).map((n) => ({ $skip: n })) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'n').map((path) => ({ $sort: { [path]: 1, _id: 1 } })) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'n').map((path) => ({ $sort: { [path]: -1, _id: -1 } })) },
)
const ending = fc.oneof(
  { weight: 3, arbitrary: fc.constant<object[]>([]) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('$a', '$n', null), accumulator).map(([_id, x]) => [{ $group: { _id, x } }]),
  },
  { weight: 1, arbitrary: fc.constant<object[]>([{ $count: 'total' }]) },
  {
    weight: 1,
    arbitrary: fc.constant<object[]>([{ $unwind: '$tags' }, { $group: { _id: '$tags', x: { $sum: '$n' } } }]),
  },
  { weight: 1, arbitrary: fc.constant<object[]>([{ $sortByCount: '$a' }, { $sort: { count: -1, _id: 1 } }]) },
  {
    weight: 1,
    arbitrary: fc.constant<object[]>([{ $bucket: { groupBy: '$n', boundaries: [-2, 0, 1, 5], default: 'more' } }]),
  },
  {
    weight: 1,
    arbitrary: fc.constant<object[]>([
      { $match: { n: 3 } },
      { $lookup: { from: 'indexed', localField: 'a', foreignField: 'a', as: 'same' } },
      { $project: { a: 1, sum: { $sum: '$same.n' } } },
    ]),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a', 'n', 'tags', 'deep.x').map((field) => [
      { $match: { n: { $in: [3, 10] } } },
      { $addFields: { given: `$${field}` } },
      {
        $lookup: {
          from: 'indexed',
          let: { given: '$given' },
          pipeline: [{ $match: { $expr: { $eq: [`$${field}`, '$$given'] } } }, { $count: 'same' }],
          as: 'same',
        },
      },
    ]),
  },
)
/** In an order that leaves nothing to chance before a page is cut. */
const beginning = fc
  .tuple(
    fc.array(filter, { maxLength: 2 }),
    fc.constantFrom(
      { _id: 1 },
      { a: 1, n: -1, _id: 1 },
      { a: -1, n: 1, _id: -1 },
      { 'deep.x': 1, _id: 1 },
      { n: 1, _id: 1 },
    ),
  )
  .map(([filters, order]) => [...filters.map((one) => ({ $match: one })), { $sort: order }])
const pipeline = fc
  .tuple(beginning, fc.array(stage, { maxLength: 4 }), ending)
  .map(([first, stages, last]) => [...first, ...stages, ...last, { $limit: 1000 }])

test('with an index, without, and as mingo runs it', async () => {
  await fc.assert(
    fc.asyncProperty(pipeline, async (stages) => {
      const [quick, slow] = await Promise.all(
        ['indexed', 'plain'].map((name) => wire.aggregate(name, within(name, stages))),
      )
      expect(inOrder(quick)).toEqual(inOrder(slow))
      if (!isRunOtherwise(stages)) expect(inOrder(quick)).toEqual(inOrder(theirs(stages)))
    }),
    runs(250),
  )
})

/** Where mingo 7.2 runs a pipeline otherwise than the manual says; each was looked at by hand. */
const OTHERWISE: [sign: RegExp, what: string][] = [
  [/"\$bucket"/, 'puts a value that equals a boundary into the bucket below it'],
  [/"\$zip"/, 'takes an empty array for a very long one'],
  [/"\$deep"/, 'puts one object in two places, and changes both'],
  [/"(x|deep\.z)":\{"x":"\$a"/, 'writes an object over an array where MongoDB writes it into each element'],
  [/"\$count"/, 'answers a zero where MongoDB answers no document'],
  [
    /"\$(none|deep\.x)"/,
    'takes what is missing for a value: pushes it, orders it, compares it with numbers as JavaScript does',
  ],
]

const isRunOtherwise = (stages: object[]): boolean => OTHERWISE.some(([sign]) => sign.test(Wire.text(stages)))

/** Lookups look into the collection itself. */
const within = (name: string, stages: object[]): object[] =>
  JSON.parse(JSON.stringify(stages).replaceAll('"from":"indexed"', `"from":"${name}"`))

const toValue = (plain: object): Document => decodeText(Wire.text(plain), new Date(0))

function theirs(stages: object[]): object[] {
  const documents = rows.map(toValue)
  const found = aggregate(documents, stages.map(toValue), { collectionResolver: () => rows.map(toValue) })
  return found.map((one) => JSON.parse(encode(toValue(one))))
}

/** Groups come in an order nobody promises, and so do fields; the last digits of a double depend on the way to it. */
const inOrder = (documents: object[]): unknown[] => documents.map((one) => JSON.stringify(one, canonical)).sort()

function canonical(key: string, value: unknown): unknown {
  if (key === '$numberDouble') return Number(value).toPrecision(12)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
