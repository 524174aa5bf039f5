/** Whether SQL over an index decides, or the matching rules, or mingo: the answer is the same. */
import { EJSON } from 'bson'
import fc from 'fast-check'
import { find, updateMany } from 'mingo'
import type { Cloud } from '../../platform/cloud'
import { type Document, decodeText, encode } from '../../platform/cloud/db/values'
import { runs } from '../property'
import { document, filter, order, update } from './arbitraries'
import { isReadOtherwise, isWrittenOtherwise } from './manual/divergences'
import { connect, removeFolders, start } from './start'

const keys = (...fields: string[]) => fields.map((field) => (field.startsWith('-') ? [field.slice(1), -1] : [field, 1]))
const indexes = [
  { name: 'a', keys: keys('a') },
  { name: 'ba', keys: keys('b', '-a') },
  { name: 'deep', keys: keys('c.d') },
  { name: 'c', keys: keys('c', 'a') },
  { name: 'r', keys: keys('r', '-a') },
]
/** An update may make any field an array, and two arrays cannot stand in one index. */
const single = ['a', 'b', 'c.d', 'r'].map((path, n) => ({ name: `one${n}`, keys: keys(path) }))

const wire = (value: object): string => EJSON.stringify(value, { relaxed: false })
const toValue = (value: object): Document => decodeText(wire(value), new Date(0))
const rows = fc
  .sample(document, { seed: 2021, numRuns: 100 })
  .map((row, n) => ({ ...row, _id: `d${String(n).padStart(3, '0')}` }))

let cloud: Cloud
let db: Awaited<ReturnType<typeof connect>>
beforeAll(async () => {
  const collections = { indexed: { indexes }, plain: {}, changed: { indexes: single }, kept: {} }
  cloud = await start({ collections })
  db = await connect(cloud)
  await Promise.all(rows.flatMap((data) => Object.keys(collections).map((name) => db.collection(name).add({ data }))))
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

/** As it travels: the SDK's own where would flatten some filters first. */
async function onWire(action: string, collectionName: string, where: object, more: object = {}) {
  const body = JSON.stringify({ action, collectionName, query: wire(where), ...more })
  const got = await (await fetch(`${cloud.url}/admin`, { method: 'POST', body })).json()
  if (got.code) throw new Error(got.message)
  return got.data
}

const found = async (name: string, where: object, more: object = {}): Promise<Document[]> => {
  const { list } = await onWire('database.getDocument', name, where, { queryType: 'WHERE', limit: 1000, ...more })
  return list.map((text: string) => decodeText(text, new Date(0)))
}
const idsOf = (documents: Document[]): unknown[] => documents.map(({ _id }) => _id)

test('any filter and order finds the same documents in the same order, with an index and without', async () => {
  await fc.assert(
    fc.asyncProperty(filter, order, fc.nat(5), async (where, sorts, skip) => {
      const ways = { order: wire(Object.fromEntries([...sorts, ['_id', 1]])), offset: skip, limit: 50 }
      const counted = async (name: string) => (await onWire('database.calculateDocument', name, where)).total
      expect(idsOf(await found('indexed', where, ways))).toEqual(idsOf(await found('plain', where, ways)))
      expect(await counted('indexed')).toBe(await counted('plain'))
    }),
    runs(60),
  )
})

test('mingo finds the same, but where it is known to read MongoDB otherwise', async () => {
  const documents = rows.map(toValue)
  await fc.assert(
    fc.asyncProperty(filter, async (where) => {
      const known = documents.filter((one) => !isReadOtherwise(where, one))
      if (known.length === 0) return
      const ids = new Set(idsOf(known))
      const ours = idsOf(await found('indexed', where)).filter((id) => ids.has(id ?? null))
      const theirs = idsOf(find<Document>(known, toValue(where)).all())
      expect(ours.sort()).toEqual(theirs.sort())
    }),
    runs(60),
  )
})

test('any update leaves the same document, with an index, without, and as mingo has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...rows), update, filter, async (row, change, where) => {
      const { _id } = row
      const modify = (name: string) =>
        onWire('database.modifyDocument', name, { _id }, { data: wire(change), merge: true, multi: true }).catch(
          (failure: Error) => failure.message,
        )
      const [before] = await found('kept', { _id })
      const modified = await modify('kept')
      expect(await modify('changed')).toEqual(modified)
      const [after, same] = [await found('changed', { _id }), await found('kept', { _id })]
      expect(after.map(encode)).toEqual(same.map(encode))
      expect(idsOf(await found('changed', where)).sort()).toEqual(idsOf(await found('kept', where)).sort())
      if (!before || typeof modified === 'string' || isWrittenOtherwise(change, before)) return
      const theirs = [before]
      updateMany(theirs, {}, toValue(change))
      expect(after.map(toPlain)).toEqual(theirs.map(toPlain))
    }),
    runs(60),
  )
})

/** The order in which fields were added is nobody's promise. */
const toPlain = (value: Document): unknown => JSON.parse(encode(value))
