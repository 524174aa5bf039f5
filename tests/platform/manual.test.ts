/** MongoDB's manual, page by page: what it says is found, shown and changed, is. With an index and without. */
import type { Cloud } from '../../platform/cloud'
import type { Database, Row } from './manual/cases'
import { queries, updates, views } from './manual/pages'
import { answer, connect, failureOf, removeFolders, start } from './start'

const single = [
  'qty',
  'quantity',
  'tags',
  'price',
  'sku',
  'n',
  'v',
  'a',
  'name',
  'results',
  'dim',
  'instock.qty',
  'at',
  'o',
  'b',
  'item',
  'item.name',
  'qty.num',
]
const indexes = [
  ...single.map((path) => ({ name: `by_${path.replace('.', '_')}`, keys: [[path, 1]] })),
  {
    name: 'by_town',
    keys: [
      ['town', 1],
      ['name', -1],
    ],
  },
  { name: 'by_place', keys: [['place', '2dsphere']] },
]

let cloud: Cloud
let db: Database
beforeAll(async () => {
  cloud = await start({ collections: { indexed: { indexes }, plain: { indexes: indexes.slice(-1) }, changes: {} } })
  db = await connect(cloud)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const both = ['indexed', 'plain'] as const

async function store(rows: Row[]): Promise<void> {
  for (const name of both) {
    await db.collection(name).where({}).remove()
    for (const data of rows) await answer(db.collection(name).add({ data }))
  }
}

describe.each(queries)('$page', ({ rows, cases }) => {
  beforeAll(() => store(rows))
  test.each(cases)('%s', async (_name, where, found) => {
    const asked = where(db.command, db)
    const isNear = JSON.stringify(asked).includes('geoNear')
    for (const name of both) {
      const { data } = await answer(db.collection(name).where(asked).get())
      const ids = data.map((row) => row._id)
      expect(isNear ? ids : ids.sort((one, other) => Number(one) - Number(other))).toEqual(found)
      expect((await answer(db.collection(name).where(asked).count())).total).toBe(found.length)
    }
  })
})

describe.each(views)('$page', ({ rows, cases }) => {
  beforeAll(() => store(rows))
  test.each(cases)('$name', async ({ where, order = [], skip, limit, field, answer: wanted }) => {
    for (const name of both) {
      let asked = db.collection(name).where(where?.(db.command, db) ?? {})
      for (const [path, way] of order) asked = asked.orderBy(path, way)
      if (skip !== undefined) asked = asked.skip(skip)
      if (limit !== undefined) asked = asked.limit(limit)
      if (field) asked = asked.field(field)
      expect((await answer(asked.get())).data).toEqual(wanted)
    }
  })
})

/** Every number with its type, as the wire has it: the SDK would round the long ones. */
async function storedText(): Promise<Record<string, unknown>> {
  const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'changes', queryType: 'WHERE' })
  const got = await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()
  const { _id, ...rest } = JSON.parse(got.data.list[0])
  return rest
}

const isExact = (after: object): boolean => /\$number(Long|Decimal)/.test(JSON.stringify(after))

describe.each(updates)('$page', ({ cases }) => {
  test.each(cases)('$name', async ({ before, where, change, after }) => {
    await db.collection('changes').where({}).remove()
    await answer(db.collection('changes').add({ data: { _id: 'one', ...before } }))
    const filter = { _id: 'one', ...where?.(db.command, db) }
    const changing = Promise.resolve(
      db
        .collection('changes')
        .where(filter)
        .update({ data: change(db.command, db) }),
    )
    if (after instanceof RegExp) {
      expect((await failureOf(changing)).errMsg).toMatch(after)
      return
    }
    await changing
    const { _id, ...rest } = (await answer(db.collection('changes').doc('one').get())).data
    expect(isExact(after) ? await storedText() : rest).toEqual(after)
  })
})

test('there are enough of them', () => {
  const asked = queries.reduce((sum, { cases }) => sum + cases.length, 0)
  const shown = views.reduce((sum, { cases }) => sum + cases.length, 0)
  const changed = updates.reduce((sum, { cases }) => sum + cases.length, 0)
  expect(asked + shown + changed).toBeGreaterThanOrEqual(180)
})
