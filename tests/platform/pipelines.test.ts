/** How much a pipeline answers, and which values it leaves whole. */
import type { Cloud } from '../../platform/cloud'
import { removeFolders, start } from './start'
import { Wire } from './wire'

let cloud: Cloud
const wire = new Wire(() => cloud)
const run = (name: string, ...stages: object[]) => wire.aggregate(name, stages)

beforeAll(async () => {
  cloud = await start({ collections: { many: {}, typed: {} } })
  const many = Array.from({ length: 700 }, (_, n) => ({ n }))
  await wire.insert('many', many)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

describe('how much is answered', () => {
  const endless = [{ $limit: 1 }, { $project: { n: { $range: [0, 10_050] } } }, { $unwind: '$n' }]

  test('twenty without a limit, ten thousand at the most', async () => {
    expect(await run('many', { $match: {} })).toHaveLength(20)
    expect(await run('many', { $group: { _id: '$n' } })).toHaveLength(20)
    expect(await run('many', { $limit: 500 })).toHaveLength(500)
    expect(await run('many', ...endless)).toHaveLength(10_000)
  })

  test('what runs before the end sees everything', async () => {
    const counted = async (...stages: object[]) => (await run('many', ...stages, { $count: 'n' }))[0]?.n.$numberInt
    expect(await counted()).toBe('700')
    expect(await counted({ $project: { n: 1 } })).toBe('700')
    expect(await counted(...endless)).toBe('10050')
    expect(await counted({ $skip: 695 })).toBe('5')
    expect(await run('many', { $sort: { n: -1 } }, { $skip: 650 }, { $limit: 100 })).toHaveLength(50)
    expect(await run('many', { $limit: 7 }, { $limit: 5 }, { $skip: 3 }, { $group: { _id: '$n' } })).toHaveLength(2)
  })

  test('a sample is drawn from all, each once', async () => {
    const drawn = await run('many', { $sample: { size: 500 } }, { $group: { _id: '$n' } }, { $count: 'different' })
    expect(drawn).toEqual([{ different: { $numberInt: '500' } }])
  })
})

describe('values', () => {
  const typed = {
    _id: { $oid: '5ab9cbfa31c2ab715d42129e' },
    long: { $numberLong: '9007199254740993' },
    decimal: { $numberDecimal: '0.10' },
    date: { $date: { $numberLong: '1612656000123' } },
    bytes: { $binary: { base64: 'AQI=', subType: '00' } },
    pattern: { $regularExpression: { pattern: '^a', options: 'i' } },
    double: { $numberDouble: '0.1' },
    nothing: null,
  }
  beforeAll(() => wire.insert('typed', [typed]))

  test('of every type pass through every stage as they are', async () => {
    const fields = Object.fromEntries(Object.keys(typed).map((key) => [key, 1]))
    expect(await run('typed', { $project: fields })).toEqual([typed])
    expect(await run('typed', { $sort: { none: 1 } }, { $addFields: { more: 1 } }, { $project: { more: 0 } })).toEqual([
      typed,
    ])
    expect(await run('typed', { $group: { _id: '$$ROOT' } })).toEqual([{ _id: typed }])
    expect(await run('typed', { $replaceRoot: { newRoot: { copy: '$$ROOT' } } })).toEqual([{ copy: typed }])
  })

  test('long integers and decimals are reckoned exactly', async () => {
    const sums = {
      $add: ['$long', 1],
      $subtract: ['$long', '$long'],
      $multiply: ['$decimal', 3],
      $divide: ['$decimal', 3],
    }
    const project = Object.fromEntries(Object.entries(sums).map(([name, list]) => [name.slice(1), { [name]: list }]))
    expect(await run('typed', { $project: { _id: 0, ...project, mod: { $mod: ['$long', 10] } } })).toEqual([
      {
        add: { $numberLong: '9007199254740994' },
        subtract: { $numberInt: '0' },
        multiply: { $numberDecimal: '0.30' },
        divide: { $numberDecimal: '0.03333333333333333333333333333333333' },
        mod: { $numberInt: '3' },
      },
    ])
    const gathered = { _id: null, sum: { $sum: '$long' }, avg: { $avg: '$decimal' }, max: { $max: '$long' } }
    expect(await run('typed', { $group: gathered })).toEqual([
      { _id: null, sum: typed.long, avg: { $numberDecimal: '0.10' }, max: typed.long },
    ])
  })

  test('numbers that are equal are one group, whatever their type', async () => {
    const numbers = [1, { $toDecimal: '1.0' }, { $toDouble: '1' }, { $toLong: '1' }, { $toDecimal: '1.5' }, 1.5]
    const grouped = await run('typed', { $project: { n: numbers } }, { $unwind: '$n' }, { $sortByCount: '$n' })
    expect(grouped.map(({ count }: { count: unknown }) => count)).toEqual([{ $numberInt: '4' }, { $numberInt: '2' }])
  })
})
