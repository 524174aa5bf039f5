/** Inputs made from a contract's own schema: right, nearly right, and nothing like it. */
import fc from 'fast-check'
import type * as v from 'valibot'

type Node = v.GenericSchema & {
  readonly entries?: Record<string, Node>
  readonly wrapped?: Node
  readonly item?: Node
  readonly value?: Node
  readonly options?: readonly unknown[]
  readonly literal?: unknown
}

/** Wrong types, too long, names of the language's own, operators of the database. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withNullPrototype: false, maxDepth: 2 }).filter((value) => JSON.stringify(value) !== undefined),
  fc.string({ minLength: 2_000, maxLength: 4_000 }),
  fc.constantFrom(null, [], '', -1, 1e21, '__proto__', { $gt: '' }, { $ne: null }, '../../etc/passwd', '\u0000'),
)

/** Between them they pass every rule for a text there is: ids, days, names, numbers, codes. */
const texts = fc.constantFrom(
  'request-fuzz-01',
  '310106014',
  '310000',
  '2021-02-09',
  '张三',
  '13800000000',
  '110101199003078670',
  'E12345678',
  '1234',
  '0123456789ABCDEFGHJK',
  'a'.repeat(64),
  's=0000000000.00.0',
)

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'kind' in value

const recordOf = (entries: Record<string, Node>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, shaped(entry)])))

/** What has the shape its schema asks for, if not always the right value. */
const shaped = (schema: Node): fc.Arbitrary<unknown> => {
  const { entries, wrapped, item, value, options, literal } = schema
  if (entries) return recordOf(entries)
  if (wrapped) return fc.option(shaped(wrapped), { nil: undefined })
  if (item) return fc.array(shaped(item), { maxLength: 3 })
  if (value) return fc.dictionary(texts, shaped(value), { maxKeys: 3 })
  if (literal !== undefined) return fc.constant(literal)
  if (options) return fc.oneof(...options.map((option) => (isNode(option) ? shaped(option) : fc.constant(option))))
  return schema.type === 'number' ? fc.integer({ min: 0, max: 3 }) : texts
}

/** One field of something well shaped, spoilt. */
const spoilt = (whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(whole, fc.nat(9), odd).map(([value, at, wrong]) => {
    if (typeof value !== 'object' || value === null) return wrong
    const keys = [...Object.keys(value), 'extra']
    return { ...value, [keys[at % keys.length] ?? 'extra']: wrong }
  })

export const anyInput = (schema: v.GenericSchema): fc.Arbitrary<unknown> =>
  fc.oneof(shaped(schema), shaped(schema), spoilt(shaped(schema)), odd)
