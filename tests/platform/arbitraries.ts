/** Random documents, filters and updates, small enough to meet each other often. */
import fc from 'fast-check'

export const scalar = fc.constantFrom<unknown>(
  null,
  true,
  false,
  0,
  1,
  2,
  1.5,
  -1,
  2 ** 40,
  '',
  'a',
  'ab',
  'b',
  '2',
  '𠮷',
  '￿',
  new Date(0),
  new Date(1000),
)

/** What SQLite has no words for: long integers, decimals, ids, bytes. */
export const rare = fc.constantFrom<unknown>(
  { $numberLong: '9007199254740993' },
  { $numberLong: '9007199254740992' },
  { $numberDecimal: '1.5' },
  { $numberDecimal: '0.1' },
  { $numberDouble: 'NaN' },
  { $numberDouble: '-Infinity' },
  { $oid: 'a'.repeat(24) },
  { $binary: { base64: 'AQ==', subType: '00' } },
  { x: 1 },
  { x: 1, y: 2 },
  { y: 2, x: 1 },
  { x: { $numberDecimal: '1' } },
)

const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>([[1]], [['a'], 2], [{ d: 1 }, { d: 'a' }]) },
)
const nested = fc.oneof(
  value,
  fc.record({ d: value }, { requiredKeys: [] }),
  fc.array(fc.record({ d: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
)

export const document = fc.record({ a: scalar, b: value, c: nested, r: fc.oneof(scalar, rare) }, { requiredKeys: [] })

const path = fc.constantFrom('a', 'b', 'c.d', 'r')
const any = fc.oneof({ weight: 6, arbitrary: scalar }, { weight: 1, arbitrary: rare })
const side = fc.constantFrom('$gt', '$gte', '$lt', '$lte')
const pattern = fc.constantFrom('^a', 'b$', '^', '2', '^ab').map((text) => ({
  $regularExpression: { pattern: text, options: '' },
}))

const condition: fc.Arbitrary<object> = fc.oneof(
  fc.tuple(fc.constantFrom('$eq', '$ne'), any).map(([operator, one]) => ({ [operator]: one })),
  fc.tuple(side, any).map(([operator, one]) => ({ [operator]: one })),
  fc.tuple(side, any, side, any).map(([low, from, high, to]) => ({ [low]: from, [high]: to })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(fc.oneof(any, pattern), { maxLength: 4 }))
    .map(([operator, list]) => ({ [operator]: list })),
  fc.array(any, { minLength: 1, maxLength: 2 }).map((list) => ({ $all: list })),
  fc.boolean().map((exists) => ({ $exists: exists })),
  fc.nat(2).map((size) => ({ $size: size })),
  fc.tuple(side, any).map(([operator, one]) => ({ $not: { [operator]: one } })),
  fc.tuple(side, scalar, side, scalar).map(([low, from, high, to]) => ({ $elemMatch: { [low]: from, [high]: to } })),
  pattern.map((one) => ({ $not: one })),
  fc.constant({ $mod: [2, 1] }),
)

const leaf = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(path, condition).map(([name, one]) => ({ [name]: one })) },
  { weight: 2, arbitrary: fc.tuple(path, fc.oneof(any, pattern)).map(([name, one]) => ({ [name]: one })) },
  {
    weight: 1,
    arbitrary: fc.tuple(side, scalar).map(([operator, one]) => ({ c: { $elemMatch: { d: { [operator]: one } } } })),
  },
)

export const filter = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 1, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => ({ ...one, ...other })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(leaf, { minLength: 1, maxLength: 3 }))
      .map(([key, list]) => ({ [key]: list })),
  },
)

export const order = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c.d', 'r'), fc.constantFrom(1, -1)), { maxLength: 2 })

const number = fc.constantFrom(0, 1, -1, 2, 3, 1.5, 7)
const change = fc.oneof(
  fc.tuple(fc.constantFrom('$set', '$min', '$max', '$push', '$addToSet', '$pull'), scalar),
  fc.tuple(fc.constantFrom('$inc', '$mul'), number),
  fc.tuple(fc.constant('$unset'), fc.constant('')),
  fc.tuple(fc.constant('$pop'), fc.constantFrom(1, -1)),
  fc.tuple(fc.constant('$pullAll'), fc.array(scalar, { maxLength: 2 })),
  fc.tuple(
    fc.constant('$addToSet'),
    fc.array(scalar, { maxLength: 3 }).map((list) => ({ $each: list })),
  ),
  fc.tuple(
    fc.constant('$push'),
    fc.record(
      {
        $each: fc.array(scalar, { maxLength: 3 }),
        $position: fc.integer({ min: -2, max: 3 }),
        $slice: fc.integer({ min: -3, max: 3 }),
        $sort: fc.constantFrom(1, -1),
      },
      { requiredKeys: ['$each'] },
    ),
  ),
)
const places = fc.constantFrom('a', 'b', 'b.1', 'c.d', 'c.e', 'f')

/** Operators on different paths, none above another. */
export const update = fc
  .uniqueArray(fc.tuple(places, change), { minLength: 1, maxLength: 3, selector: ([at]) => at.split('.')[0] })
  .map((changes) => {
    const whole: Record<string, Record<string, unknown>> = {}
    for (const [at, [operator, operand]] of changes) whole[operator] = { ...whole[operator], [at]: operand }
    return whole
  })
