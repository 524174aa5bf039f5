/** The SDK drops `undefined` from a filter and sends a wider query; the one door to it throws instead. */
import type { Cloud } from '../../platform/cloud'
import { aKeyRing } from '../builders/keys'
import { connect, removeFolders, start } from '../platform/start'

let cloud: Cloud
beforeAll(async () => {
  cloud = await start({ collections: { counters: {} } })
  process.env.NUANHU_KEYS = aKeyRing()
  await connect(cloud)
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const door = () => import('../../cloudfunctions/_lib/cloud')
const at = '2021-02-07T02:00:00.000Z'
/** What a caller would hand over whose value went missing on the way. */
const missing = JSON.parse('{}').id

test.each([
  ['a key', { _id: undefined }],
  ['one key of two', { used: 1, at: undefined }],
  ['a key below a key', { stay: { stay: undefined } }],
  ['an entry of a list', { used: [1, undefined] }],
])('%s that is undefined throws in every call that takes a filter, and changes nothing', async (_name, filter) => {
  const { change, count, find, insert, remove } = await door()
  await insert('counters', { _id: 'kept', used: 1, at })
  const refused = /undefined in a filter/
  await expect(find('counters', filter, { limit: 10 })).rejects.toThrow(refused)
  await expect(count('counters', filter)).rejects.toThrow(refused)
  await expect(
    change(
      'counters',
      'kept',
      { used: 1, ...filter, ...('_id' in filter ? { at: undefined } : {}) },
      { set: { used: 9 } },
    ),
  ).rejects.toThrow(refused)
  await expect(
    remove('counters', 'kept', { used: 1, ...filter, ...('_id' in filter ? { at: undefined } : {}) }),
  ).rejects.toThrow(refused)
  expect((await find('counters', {}, { limit: 10 })).rows).toMatchObject([{ _id: 'kept', used: 1 }])
})

test('an id that is undefined throws before anything is asked', async () => {
  const { change, get, remove } = await door()
  const refused = /undefined in a filter/
  await expect(get('counters', missing)).rejects.toThrow(refused)
  await expect(change('counters', missing, {}, { set: { used: 9 } })).rejects.toThrow(refused)
  await expect(remove('counters', missing)).rejects.toThrow(refused)
})

test('a list without a limit, or with one the SDK would silently cut, throws', async () => {
  const { find } = await door()
  for (const limit of [0, -1, 1.5, 501, Number.NaN])
    await expect(find('counters', {}, { limit })).rejects.toThrow(/a limit of/)
})
