/** Requests nobody should send: well-formed at the door, nonsense inside; and doors that are knocked at wrongly. */
import fc from 'fast-check'

const OPERATORS = [
  ...['$eq', '$ne', '$gt', '$lte', '$in', '$nin', '$and', '$or', '$nor', '$not', '$exists', '$type', '$mod', '$all'],
  ...['$elemMatch', '$size', '$regex', '$options', '$expr', '$geoNear', '$geoWithin', '$geometry', '$where', '$date'],
  ...['$set', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$push', '$each', '$position', '$sort', '$slice'],
  ...['$pop', '$pull', '$pullAll', '$addToSet', '$bit', '$setOnInsert', '$numberLong', '$numberDecimal', '$oid'],
  ...['$binary', '$regularExpression', '$tcb_server_date', '$undefined', '$minKey', '$function', '$accumulator'],
  ...['$sum', '$avg', '$cond', '$let', '$map', '$filter', '$reduce', '$zip', '$range', '$toInt', '$dateToString'],
]
const FIELDS = ['_id', 'a', 'b', 'a.b', 'a.0', 'a.$', 'a.$[]', 'a.$[x]', 'a.999999999', '', '.', 'a..b', '__proto__']
const DEEP = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, 2 ** 53, '', 'a', '$a', '$$ROOT', '(', '(a+)+$', '\u0000'),
  fc.constantFrom<unknown>([], {}, { $numberLong: '9223372036854775808' }, { $date: 'x' }, { $oid: '1' }),
  fc.string({ maxLength: 8 }),
)
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: false },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...OPERATORS, ...FIELDS, 'constructor', 'toString'), tie('value'), { maxKeys: 3 }),
  ),
}))
const written = value.map((one) => JSON.stringify(one))
const ejson = fc.oneof(
  { weight: 9, arbitrary: written },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{', 'null', '[1]', '', '{"a":{"$regularExpression":{"pattern":"("}}}', DEEP),
  },
)

const VERBS = {
  database: [
    ...['insertDocument', 'getDocument', 'calculateDocument', 'modifyDocument', 'removeDocument', 'aggregateDocuments'],
    ...['addCollection', 'startTransaction', 'commitTransaction', 'abortTransaction', 'nothing', 'constructor'],
  ],
  storage: ['getUploadMetadata', 'batchGetDownloadUrl', 'batchDeleteFile', 'nothing'],
  functions: ['invokeFunction'],
  wx: ['openApi', 'wxCallContainerApi'],
}
const action = fc.constantFrom(
  'toString',
  ...Object.entries(VERBS).flatMap(([of, verbs]) => verbs.map((verb) => `${of}.${verb}`)),
)
const STAGES = [
  '$match',
  '$group',
  '$project',
  '$unwind',
  '$lookup',
  '$sort',
  '$limit',
  '$bucket',
  '$out',
  '$geoNear',
  '',
]

/** What the SDK might have sent, had its caller lost his mind. */
export const wireRequest = fc.record(
  {
    action,
    collectionName: fc.constantFrom('things', 'things', 'nothing', 'constructor', ''),
    query: ejson,
    order: ejson,
    projection: ejson,
    data: fc.oneof(ejson, fc.array(ejson, { maxLength: 2 }), leaf),
    stages: fc.oneof(
      fc.array(fc.record({ stageKey: fc.constantFrom(...STAGES), stageValue: ejson }, { requiredKeys: [] }), {
        maxLength: 3,
      }),
      leaf,
    ),
    limit: leaf,
    offset: leaf,
    multi: leaf,
    transactionId: fc.constantFrom('', 'no-such'),
    queryType: fc.constantFrom('DOC', 'WHERE', 7),
    merge: fc.boolean(),
    upsert: fc.boolean(),
    path: fc.constantFrom('a', '../a', '/a', '', 'x'.repeat(900)),
    file_list: value,
    fileid_list: value,
    function_name: fc.constantFrom('probe', 'constructor', ''),
    request_data: ejson,
  },
  { requiredKeys: ['action'] },
)

const bytes = fc.uint8Array({ maxLength: 200 }).map((some) => Buffer.from(some))
const form = fc
  .tuple(fc.constantFrom('wx.openApi', 'other', ''), bytes)
  .map(([name, message]) =>
    Buffer.concat([
      Buffer.from(`--x\r\nContent-Disposition: form-data; name="action"\r\n\r\n${name}\r\n`),
      Buffer.from('--x\r\nContent-Disposition: form-data; name="requestData"\r\n\r\n'),
      message,
      Buffer.from('\r\n--x--\r\n'),
    ]),
  )

export interface Knock {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Buffer
}

const PATHS = [
  ...['/admin', '/admin?env=local-1&seqId=1&call=1', '/call/probe', '/call/%', '/call/constructor', '/invoke/probe'],
  ...['/wx/phone-code', '/wx/people', '/wx/subscribe', '/storage/upload?path=inbox/a', '/storage/put/x', '/file/x.y'],
  ...[
    '/file/..%2f..%2fetc',
    '/console',
    '/console.json',
    '/console/fault',
    '/console/call',
    '/console/timer',
    '//',
    '/%00',
  ],
  '/console/documents.json?collection=things&query={',
]
const headers = fc.record(
  {
    'x-wx-openid': fc.constantFrom('oWorkerNumberOne', '1', ''),
    'x-operator': fc.constantFrom('', 'guess'),
    'content-type': fc.constantFrom(
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/json',
      'x/y',
    ),
    origin: fc.constantFrom('null', 'https://evil.example', 'http://localhost:1'),
  },
  { requiredKeys: [] },
)
const anyKnock: fc.Arbitrary<Knock> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
  path: fc.constantFrom(...PATHS),
  headers: headers.map((some): Record<string, string> => ({ ...some })),
  body: fc.oneof(ejson, bytes, form),
})

/** Mostly the SDK's door, with nonsense in its own shape. */
export const knock: fc.Arbitrary<Knock> = fc.oneof(
  {
    weight: 4,
    arbitrary: wireRequest.map((sent) => ({ method: 'POST', path: '/admin', headers: {}, body: JSON.stringify(sent) })),
  },
  { weight: 1, arbitrary: anyKnock },
)
