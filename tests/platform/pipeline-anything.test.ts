/** Whatever is sent as a pipeline is answered, or refused under a name: nothing breaks, and nothing hangs. */
import fc from 'fast-check'
import { readStages, runAggregation } from '../../platform/cloud/db/aggregate'
import { Reader } from '../../platform/cloud/db/read'
import { Schema } from '../../platform/cloud/db/schema'
import { Store } from '../../platform/cloud/db/store'
import { decodeText, encode } from '../../platform/cloud/db/values'
import { CloudError } from '../../platform/cloud/errors'
import { runs } from '../property'
import { newFolder, removeFolders } from './start'
import { Wire } from './wire'

const OPERATORS =
  `abs add addToSet allElementsTrue and anyElementTrue arrayElemAt arrayToObject avg ceil cmp concat concatArrays cond
convert dateFromParts dateToParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear divide eq exp filter first floor
gt gte hour ifNull in indexOfArray indexOfBytes indexOfCP isArray isoDayOfWeek isoWeek isoWeekYear last let literal ln log
log10 lt lte ltrim map max mergeObjects meta min millisecond minute mod month multiply ne not objectToArray or pow push range
reduce reverseArray rtrim second setDifference setEquals setIntersection setIsSubset setUnion size slice split sqrt stdDevPop
stdDevSamp strcasecmp strLenBytes strLenCP substr substrBytes substrCP subtract sum switch toBool toDate toDecimal toDouble
toInt toLong toObjectId toString toLower toUpper trim trunc type week year zip none`.split(/\s+/)
const STAGES =
  `match project addFields group sort skip limit count unwind lookup replaceRoot sample sortByCount bucket bucketAuto
geoNear facet`.split(/\s+/)
const ARGUMENTS =
  `input as in cond initialValue vars date timezone format dateString year month to onError inputs branches default if then
else chars a x path newRoot size groupBy boundaries buckets output granularity from localField foreignField pipeline let _id
near distanceField key case defaults useLongestLength constructor`.split(/\s+/)

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    1,
    -1,
    2.5,
    1e308,
    -1e308,
    2 ** 53,
    [],
    {},
    '',
    'a',
    'é',
    '%Y%',
    'Asia/Shanghai',
  ),
  fc.constantFrom('$a', '$b', '$c.d', '$$ROOT', '$$this', '$$x', '$', '$$', 'things', 'constructor'),
  fc.constantFrom<unknown>(
    { $numberLong: '9223372036854775807' },
    { $numberLong: '-9223372036854775808' },
    { $numberDecimal: 'NaN' },
    { $numberDecimal: '1E6111' },
    { $numberDouble: 'Infinity' },
    { $date: { $numberLong: '1612656000123' } },
    { $date: { $numberLong: '9007199254740991' } },
    { $oid: 'a'.repeat(24) },
    { $regularExpression: { pattern: 'a', options: '' } },
    { $binary: { base64: 'AQ==', subType: '00' } },
  ),
)
const operator = fc.constantFrom(...OPERATORS.map((name) => `$${name}`))
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: scalar },
    { weight: 3, arbitrary: fc.tuple(operator, tie('value')).map(([name, one]) => ({ [name]: one })) },
    {
      weight: 3,
      arbitrary: fc.tuple(operator, fc.array(tie('value'), { maxLength: 3 })).map(([name, list]) => ({ [name]: list })),
    },
    { weight: 2, arbitrary: fc.dictionary(fc.constantFrom(...ARGUMENTS), tie('value'), { maxKeys: 4 }) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
  ),
}))
const stage = fc.oneof(
  fc.tuple(fc.constantFrom(...STAGES), value),
  fc.tuple(
    fc.constantFrom('project', 'addFields'),
    value.map((one) => ({ answer: one })),
  ),
  fc.tuple(
    fc.constant('group'),
    value.map((one) => ({ _id: one, sum: { $sum: one }, max: { $max: one } })),
  ),
)

const documents = [
  { _id: 1, a: 1, b: [1, 2, { d: 1 }], c: { d: 'x' }, x: 'é' },
  { _id: 2, a: 'text', b: null, c: [{ d: 1 }, { d: [2] }] },
  { _id: 3, a: new Date(0), b: [], c: { d: { $numberDecimal: '1.5' } } },
  { _id: 4 },
]

let store: Store
let schema: Schema
beforeAll(() => {
  store = new Store(newFolder())
  schema = new Schema(store)
  schema.apply({ things: { indexes: [] } })
  store.writeNow(() => {
    for (const one of documents) {
      const document = decodeText(Wire.text(one), new Date(0))
      schema.get('things').insert({ document, text: encode(document) }, 1)
    }
  })
})
afterAll(() => {
  store.close()
  removeFolders()
})

test('any stages at all', () => {
  const opened = {
    reader: new Reader(store),
    collection: (name: string) => (schema.has(name) ? schema.get(name) : undefined),
  }
  fc.assert(
    fc.property(fc.array(stage, { minLength: 1, maxLength: 3 }), (stages) => {
      const wire = stages.map(([name, one]) => ({ stageKey: `$${name}`, stageValue: JSON.stringify(one) }))
      try {
        runAggregation(opened, schema.get('things'), readStages(wire, new Date(0)))
      } catch (failure) {
        expect(failure).toBeInstanceOf(CloudError)
      }
    }),
    runs(4000),
  )
})
