/** What a pipeline refuses and in which words: what this cloud does not have, and what MongoDB does not take. */
import type { Cloud } from '../../platform/cloud'
import { connect, failureOf, removeFolders, start } from './start'
import { Wire } from './wire'

let cloud: Cloud
let db: Awaited<ReturnType<typeof connect>>
const wire = new Wire(() => cloud)
const refusal = (name: string, ...stages: object[]): Promise<string> => wire.refusal(name, stages)

beforeAll(async () => {
  cloud = await start({ collections: { things: {}, many: {}, empty: {} } })
  db = await connect(cloud)
  await wire.insert('things', [{ _id: 1, n: 0, words: ['a'], deep: { x: 1 } }])
  const many = Array.from({ length: 700 }, (_, n) => ({ n }))
  await wire.insert('many', many)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

describe('what is not there', () => {
  test.each<[string, object]>([
    ['$facet', { $facet: { a: [] } }],
    ['$graphLookup', { $graphLookup: {} }],
    ['$out', { $out: 'other' }],
    ['$set', { $set: { a: 1 } }],
    ['$function', { $project: { a: { $function: {} } } }],
    ['$regexMatch', { $project: { a: { $cond: [{ $and: [true, { $regexMatch: {} }] }, 1, 2] } } }],
    ['$getField', { $addFields: { 'a.b': { $map: { input: [], in: { $getField: 'a' } } } } }],
    ['$top', { $group: { _id: null, a: { $top: {} } } }],
    ['$unionWith', { $lookup: { from: 'things', pipeline: [{ $unionWith: 'x' }], as: 'a' } }],
    ['$where', { $match: { $where: 'true' } }],
    ['$rand', { $match: { $expr: { $lt: [0.5, { $rand: {} }] } } }],
  ])('%s is refused by its name, before anything is read', async (name, stage) => {
    const answer = await refusal('empty', stage)
    expect(answer).toContain('DATABASE_INVALID_OPERRATOR')
    expect(answer).toContain(name)
  })

  test('the SDK says so in words, and gives the failures of a pipeline no number of their own', async () => {
    const asked = db
      .collection('empty')
      .aggregate()
      .project({ a: { $sin: 1 } })
      .end()
    const { errCode, errMsg } = await failureOf(Promise.resolve(asked))
    expect(errCode).toBe(-1)
    expect(errMsg).toContain('$sin')
  })
})

describe('what MongoDB refuses', () => {
  test.each<[string, object[], RegExp]>([
    ['a division by zero', [{ $project: { a: { $divide: [1, '$n'] } } }], /divide by zero/],
    [
      'a sum of words',
      [{ $project: { a: { $add: ['$words', 1] } } }],
      /\$add only supports numeric or date types, not array/,
    ],
    ['too many arguments', [{ $project: { a: { $abs: [1, 2] } } }], /\$abs takes exactly 1 arguments/],
    ['a variable nobody gave', [{ $project: { a: '$$none' } }], /undefined variable: none/],
    [
      'an unknown argument',
      [{ $project: { a: { $filter: { input: [], cond: true, limits: 1 } } } }],
      /\$filter: limits/,
    ],
    ['the size of what is no array', [{ $project: { a: { $size: '$n' } } }], /must be an array, but was of type: int/],
    ['keeping and leaving out', [{ $project: { a: 1, b: 0 } }], /mix of inclusion and exclusion/],
    ['two parts in one place', [{ $project: { 'a.b': 1, a: 1 } }], /collision/],
    ['an empty projection', [{ $project: {} }], /nonempty/],
    ['a group without a key', [{ $group: { n: { $sum: 1 } } }], /must include an _id/],
    ['a group field that gathers nothing', [{ $group: { _id: null, n: '$n' } }], /'n' must be an accumulator object/],
    ['boundaries out of order', [{ $bucket: { groupBy: '$n', boundaries: [5, 1] } }], /ascending order/],
    ['what is in no bucket', [{ $bucket: { groupBy: '$n', boundaries: [5, 9] } }], /no default/],
    [
      'buckets of an unknown series',
      [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R6' } }],
      /granularity 'R6'/,
    ],
    ['unwinding what is no path', [{ $unwind: 'words' }], /prefixed with a '\$'/],
    ['a root that is no object', [{ $replaceRoot: { newRoot: '$n' } }], /must evaluate to an object/],
    ['a limit of none', [{ $limit: 0 }], /must be positive/],
    ['a skip backwards', [{ $skip: -1 }], /non-negative/],
    ['a count under a path', [{ $count: 'a.b' }], /non-empty string/],
    ['a sort by nothing', [{ $sort: {} }], /at least one sort key/],
    ['$geoNear later on', [{ $match: {} }, { $geoNear: {} }], /only valid as the first stage/],
    [
      '$geoNear without an index',
      [{ $geoNear: { near: { type: 'Point', coordinates: [0, 0] }, distanceField: 'd' } }],
      /2dsphere index/,
    ],
    [
      '$nearSphere in a match',
      [{ $match: { at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [0, 0] } } } } }],
      /nearSphere/,
    ],
    [
      'a lookup that says both',
      [{ $lookup: { from: 'a', localField: 'a', foreignField: 'b', pipeline: [], as: 'c' } }],
      /localField/,
    ],
    [
      'a zone nobody knows',
      [{ $project: { a: { $hour: { date: new Date(0), timezone: 'Mars/Here' } } } }],
      /Mars\/Here/,
    ],
    ['half of a character', [{ $project: { a: { $substrBytes: ['é', 0, 1] } } }], /middle of a UTF-8 character/],
    ['a text that is no number', [{ $project: { a: { $toInt: 'x' } } }], /Failed to parse int 'x'/],
    ['a list without end', [{ $project: { a: { $range: [0, 2_000_000_000] } } }], /larger than the 16 MB/],
    [
      'a list that doubles for ever',
      [
        {
          $project: {
            a: {
              $reduce: { input: { $range: [0, 60] }, initialValue: [1], in: { $concatArrays: ['$$value', '$$value'] } },
            },
          },
        },
      ],
      /larger than the 16 MB/,
    ],
    ['stages that are none', [{ $sample: { size: 'x' } }], /Expected an integer/],
  ])('%s', async (_name, stages, words) => {
    const answer = await refusal('things', ...stages)
    expect(answer).toMatch(words)
    expect(answer).toMatch(/DATABASE_REQUEST_FAILED|INVALID_PARAM/)
  })

  test('a group that would hold more than 100 MB', async () => {
    const long = {
      $reduce: { input: { $range: [0, 15] }, initialValue: 'words', in: { $concat: ['$$value', '$$value'] } },
    }
    const answer = await refusal('many', { $limit: 700 }, { $group: { _id: '$n', a: { $push: long } } })
    expect(answer).toMatch(/memory limit for \$group/)
  })

  test('an answer of more than 16 MB', async () => {
    const long = {
      $reduce: { input: { $range: [0, 15] }, initialValue: 'words', in: { $concat: ['$$value', '$$value'] } },
    }
    expect(await refusal('many', { $limit: 200 }, { $addFields: { a: long } })).toMatch(/larger than 16777216 bytes/)
  })
})

test('every operator the SDK has a word for is one this cloud has', async () => {
  const command: Record<string, unknown> = { ...db.command.aggregate }
  const names = Object.keys(command).filter((name) => name !== 'pipeline')
  expect(names.length).toBeGreaterThan(80)
  for (const name of names) {
    const make = command[name]
    const [operator = ''] = Object.keys(typeof make === 'function' ? make({}) : {})
    const inGroup = await refusal('empty', { $group: { _id: null, a: { [operator]: {} } } })
    const inProject = await refusal('empty', { $project: { a: { [operator]: {} } } })
    expect([inGroup, inProject].every((answer) => answer.includes('is not supported'))).toBe(false)
  }
})
