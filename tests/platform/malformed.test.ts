/** Whatever arrives on the wire is answered, and nothing of it brings the cloud down. */
import fc from 'fast-check'
import type { Cloud } from '../../platform/cloud'
import { runs } from '../property'
import { removeFolders, start } from './start'

let cloud: Cloud
beforeAll(async () => {
  cloud = await start({
    functions: { probe: {} },
    collections: { things: { indexes: [{ name: 'a', keys: [['a', 1]] }] } },
  })
})
afterAll(async () => {
  await cloud.stop()
  removeFolders()
})

const ejson = fc.oneof(
  fc.constantFrom(
    '{"$set":1}',
    '{"$inc":{"a":"x"}}',
    '{"__proto__":1}',
    '{"$where":"1"}',
    '{"a":{"$in":1}}',
    '{"a":{"$date":"x"}}',
  ),
  fc.constantFrom(
    '{"$set":{"a.__proto__.b":1}}',
    '{"constructor":{"a":1}}',
    '{"a":{"$regularExpression":{"pattern":"("}}}',
    '{',
    'null',
    '[1]',
  ),
  fc.json(),
)
const request = fc.record(
  {
    action: fc.constantFrom(
      ...[
        'insertDocument',
        'getDocument',
        'calculateDocument',
        'modifyDocument',
        'removeDocument',
        'aggregateDocuments',
      ].map((one) => `database.${one}`),
      ...['addCollection', 'startTransaction', 'commitTransaction', 'abortTransaction', 'nothing'].map(
        (one) => `database.${one}`,
      ),
      ...[
        'storage.getUploadMetadata',
        'storage.batchGetDownloadUrl',
        'storage.batchDeleteFile',
        'functions.invokeFunction',
        'toString',
      ],
    ),
    collectionName: fc.constantFrom('things', 'nothing', 'constructor', ''),
    query: ejson,
    order: ejson,
    projection: ejson,
    data: fc.oneof(ejson, fc.array(ejson, { maxLength: 2 })),
    stages: fc.array(
      fc.record({ stageKey: fc.constantFrom('$match', '$group', '$out', ''), stageValue: ejson }, { requiredKeys: [] }),
    ),
    limit: fc.anything(),
    transactionId: fc.constantFrom('', 'no-such'),
    queryType: fc.constantFrom('DOC', 'WHERE'),
    merge: fc.boolean(),
    upsert: fc.boolean(),
  },
  { requiredKeys: ['action'] },
)

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(cloud.url + path, { method: 'POST', body, headers })

test('requests put together at random', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const body = JSON.stringify(sent, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
      const got = await (await post('/admin', body)).json()
      expect(typeof got.requestId).toBe('string')
      if (got.code !== undefined) expect(typeof got.message).toBe('string')
    }),
    runs(300),
  )
})

test('bodies that are no request at all', async () => {
  for (const body of ['', 'null', '[]', '{', '\u0000', 'x'.repeat(10_000)])
    expect((await (await post('/admin', body)).json()).code).toBe('INVALID_PARAM')
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x'])
    expect((await (await post('/admin', '--x\r\n\r\n--x--', { 'content-type': type })).json()).code).toBe(
      'INVALID_PARAM',
    )
  for (const path of ['/nothing', '/call/%', '/file/x', '/file/x.y', '/storage/upload', '/wx/subscribe'])
    expect((await post(path, '{}')).status).toBeGreaterThanOrEqual(400)
  expect((await post('/admin', JSON.stringify({ action: 'database.startTransaction' }))).status).toBe(200)
})
