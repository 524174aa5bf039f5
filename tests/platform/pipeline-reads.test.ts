/** How much a pipeline reads and holds: an index spares it the collection, and its bounds stop it in time. */

import { readStages, runAggregation } from '../../platform/cloud/db/aggregate'
import { Budget } from '../../platform/cloud/db/aggregate/budget'
import { Reader } from '../../platform/cloud/db/read'
import { Schema } from '../../platform/cloud/db/schema'
import { Store } from '../../platform/cloud/db/store'
import { encode } from '../../platform/cloud/db/values'
import { newFolder, removeFolders } from './start'

const ROWS = 3000

/** Counts what it reads out of SQLite. */
class CountingStore extends Store {
  read = 0

  override all(...asked: Parameters<Store['all']>): ReturnType<Store['all']> {
    const rows = super.all(...asked)
    this.read += rows.length
    return rows
  }
}

let store: CountingStore
let schema: Schema

const keys = (...paths: string[]): [string, 1][] => paths.map((path) => [path, 1])
beforeAll(() => {
  store = new CountingStore(newFolder())
  schema = new Schema(store)
  const index = (name: string, ...paths: string[]) => ({ name, keys: keys(...paths), unique: false })
  schema.apply({
    moves: { indexes: [index('byState', 'state', 'at'), index('bySite', 'site')] },
    sites: { indexes: [index('byCode', 'code')] },
  })
  store.writeNow(() => {
    for (let n = 0; n < ROWS; n++) {
      const site = { _id: `s${n}`, code: n }
      schema.get('sites').insert({ document: site, text: encode(site) }, n)
      const move = { _id: `m${n}`, state: n % 3 === 0 ? 'open' : 'done', at: n, site: n }
      schema.get('moves').insert({ document: move, text: encode(move) }, n)
    }
  })
})
afterAll(() => {
  store.close()
  removeFolders()
})

function run(stages: Record<string, unknown>[], limits?: { milliseconds: number; stageBytes: number }) {
  const wire = stages.flatMap((stage) =>
    Object.entries(stage).map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
  )
  const opened = { reader: new Reader(store), collection: (name: string) => schema.get(name) }
  store.read = 0
  const list = runAggregation(opened, schema.get('moves'), readStages(wire, new Date(0)), limits)
  return { list, read: store.read }
}

test('a page of a sorted match reads a page', () => {
  const { list, read } = run([
    { $match: { state: 'open' } },
    { $match: { at: { $gte: 300 } } },
    { $sort: { at: 1 } },
    { $skip: 10 },
    { $limit: 20 },
  ])
  expect(list).toHaveLength(20)
  expect(read).toBe(20)
})

test('a page of a sorted match that is then worked on reads a page', () => {
  const { read } = run([
    { $match: { state: 'open' } },
    { $sort: { at: -1 } },
    { $limit: 20 },
    { $project: { at: 1 } },
    { $sort: { at: 1 } },
  ])
  expect(read).toBe(20)
})

test('a limit reaches through stages that keep the number of documents', () => {
  const { list, read } = run([
    { $match: { state: 'open' } },
    { $sort: { at: 1 } },
    { $addFields: { more: 1 } },
    { $skip: 10 },
    { $project: { at: 1 } },
    { $limit: 20 },
  ])
  expect(list[0]).toContain('"m30"')
  expect(list).toHaveLength(20)
  expect(read).toBe(30)
})

test('a count is counted where the documents are', () => {
  const { list, read } = run([{ $match: { state: 'open' } }, { $sort: { at: 1 } }, { $count: 'n' }])
  expect(list).toEqual(['{"n":{"$numberInt":"1000"}}'])
  expect(read).toBe(0)
})

test('a lookup asks the other collection’s index', () => {
  const { list, read } = run([
    { $match: { state: 'open' } },
    { $sort: { at: 1 } },
    { $limit: 20 },
    { $lookup: { from: 'sites', localField: 'site', foreignField: 'code', as: 'sites' } },
  ])
  expect(list).toHaveLength(20)
  expect(read).toBe(40)
})

test('a lookup through variables asks the index too', () => {
  const pipeline = [{ $match: { $expr: { $and: [{ $eq: ['$code', '$$site'] }, { $gt: ['$code', -1] }] } } }]
  const { list, read } = run([
    { $match: { state: 'open' } },
    { $sort: { at: 1 } },
    { $limit: 20 },
    { $lookup: { from: 'sites', let: { site: '$site' }, pipeline, as: 'sites' } },
    { $match: { 'sites.0.code': { $gte: 0 } } },
  ])
  expect(list).toHaveLength(20)
  expect(read).toBe(40)
})

test('a variable that came to nothing finds what has nothing, by the index', () => {
  const pipeline = [{ $match: { $expr: { $eq: ['$code', '$$none'] } } }]
  const { list, read } = run([
    { $match: { state: 'open', at: { $lt: 9 } } },
    { $lookup: { from: 'sites', let: { none: '$none' }, pipeline, as: 'sites' } },
    { $match: { sites: [] } },
  ])
  expect(list).toHaveLength(3)
  expect(read).toBe(3)
})

test('a lookup without an index reads the other collection once', () => {
  const { read } = run([
    { $match: { state: 'open' } },
    { $sort: { at: 1 } },
    { $limit: 20 },
    { $lookup: { from: 'moves', localField: 'at', foreignField: 'at', as: 'same' } },
  ])
  expect(read).toBe(20 + ROWS)
})

test('a limit stops the reading', () => {
  const { read } = run([{ $match: { at: { $mod: [2, 1] } } }, { $project: { at: 1 } }, { $limit: 10 }])
  expect(read).toBeLessThan(200)
})

test('a stage that holds more than it may is stopped, by its name', () => {
  const limits = { milliseconds: 10_000, stageBytes: 10_000 }
  const stages: [string, Record<string, unknown>][] = [
    ['$sort', { $sort: { none: 1 } }],
    ['$group', { $group: { _id: '$at' } }],
    ['$group', { $group: { _id: null, all: { $push: '$$ROOT' } } }],
    ['$bucketAuto', { $bucketAuto: { groupBy: '$at', buckets: 3 } }],
    ['$sample', { $sample: { size: 2000 } }],
    ['$lookup', { $lookup: { from: 'moves', localField: 'none', foreignField: 'none', as: 'all' } }],
  ]
  for (const [name, stage] of stages)
    expect(() => run([{ $project: { at: 1 } }, stage, { $count: 'n' }], limits)).toThrow(`memory limit for ${name}`)
})

test('a sort of which only a page is wanted holds no more than that', () => {
  const limits = { milliseconds: 10_000, stageBytes: 20_000 }
  const { list } = run([{ $project: { at: 1 } }, { $sort: { at: -1 } }, { $limit: 10 }], limits)
  expect(list.map((text) => JSON.parse(text)._id)).toEqual(Array.from({ length: 10 }, (_, n) => `m${ROWS - 1 - n}`))
})

test('a pipeline without end is stopped when its time is over', () => {
  const every = { $range: [0, 1000] }
  const endless = [0, 1, 2].reduce<object>((inner) => ({ $map: { input: every, in: inner } }), { $literal: 1 })
  expect(() => run([{ $project: { a: endless } }], { milliseconds: 0, stageBytes: 10_000 })).toThrow(
    /exceeded time limit/,
  )
})

test('time is looked at now and then, and only what is over it fails', () => {
  let now = 0
  const budget = new Budget({ milliseconds: 100, stageBytes: 0 }, () => now)
  const work = (): void => {
    for (let step = 0; step < 1000; step++) budget.tick()
  }
  now = 100
  expect(work).not.toThrow()
  now = 101
  expect(work).toThrow(/0.1 s/)
})
