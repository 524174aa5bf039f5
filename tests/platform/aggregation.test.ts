/** Every stage and operator the SDK lists answers as MongoDB's manual says, asked through the real wx-server-sdk. */
import type { Cloud } from '../../platform/cloud'
import { collections, expressions, pipelines } from './manual/aggregation'
import { connect, removeFolders, start } from './start'
import { Wire } from './wire'

let cloud: Cloud
const wire = new Wire(() => cloud)
let db: Awaited<ReturnType<typeof connect>>

beforeAll(async () => {
  const names = [...Object.keys(collections), 'given']
  const places = { indexes: [{ name: 'byPlace', keys: [['location', '2dsphere']] }] }
  const stock = { indexes: [{ name: 'bySku', keys: [['sku', 1]] }] }
  cloud = await start({ collections: { ...Object.fromEntries(names.map((name) => [name, {}])), places, stock } })
  db = await connect(cloud)
  for (const [name, rows] of Object.entries(collections)) await wire.insert(name, rows)
  const given = expressions.flatMap(([, , documents], at) =>
    documents.map((data, row) => ({ ...data, given: at, row })),
  )
  await wire.insert('given', given)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

type Chain = Record<string, ((value: unknown) => Chain) | undefined> & { end(): Promise<{ list: object[] }> }

async function run(on: string, steps: [stage: string, value: unknown][]): Promise<object[]> {
  let chain: Chain = Object.create(db.collection(on).aggregate())
  for (const [stage, value] of steps) {
    const next = chain[stage]?.(value)
    if (!next) throw new Error(`the SDK has no stage ${stage}`)
    chain = next
  }
  return (await chain.end()).list
}

describe('expressions of the manual', () => {
  const cases = expressions.map((one, at) => [`${one[0]}: ${one[1]}`, at, one] as const)
  test.each(cases)('%s', async (_name, at, [, , , expression, answers]) => {
    const found = await run('given', [
      ['match', { given: at }],
      ['sort', { row: 1 }],
      ['project', { _id: 0, answer: expression }],
      ['limit', 100],
    ])
    expect(found).toEqual(answers.map((one) => (one === undefined ? {} : { answer: one })))
  })
})

describe('pipelines of the manual', () => {
  const cases = pipelines.map((one) => [`${one.page}: ${one.shows}`, one] as const)
  test.each(cases)('%s', async (_name, { on, stages: steps, answer: wanted, inAnyOrder }) => {
    const found = await run(on, steps)
    if (inAnyOrder)
      expect(new Set(found.map((one) => JSON.stringify(one)))).toEqual(
        new Set(wanted.map((one) => JSON.stringify(one))),
      )
    else expect(found).toEqual(wanted)
  })
})

test('a lookup may be written with the SDK’s own pipeline()', async () => {
  // The SDK's own types know neither pipeline nor expr.
  const _ = Object(db.command)
  const $ = _.aggregate
  const pipeline = $.pipeline()
    .match(_.expr($.and([$.eq(['$sku', '$$item']), $.gte(['$instock', 100])])))
    .project({ _id: 0, instock: $.multiply(['$instock', 2]) })
    .done()
  const found = await run('orders', [
    ['match', { _id: 1 }],
    ['lookup', { from: 'stock', let: { item: '$item' }, pipeline, as: 'stock' }],
    ['project', { stock: 1 }],
  ])
  expect(found).toEqual([{ _id: 1, stock: [{ instock: 240 }] }])
})

test('the table is as long as it has to be', () =>
  expect(expressions.length + pipelines.length).toBeGreaterThanOrEqual(150))
