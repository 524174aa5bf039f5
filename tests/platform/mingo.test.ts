/** The manual's fixed cases, asked of mingo too: another reading of MongoDB, to agree with wherever it follows the manual. */
import { isDeepStrictEqual } from 'node:util'
import { EJSON } from 'bson'
import { aggregate, find, updateMany } from 'mingo'
import { type Document, decodeText, encode } from '../../platform/cloud/db/values'
import { collections, expressions as known, pipelines as staged } from './manual/aggregation'
import { mingoDiffers } from './manual/divergences'
import { queries, updates, views } from './manual/pages'
import { type Recorder, startRecorder } from './recorder'

let recorder: Recorder
beforeAll(async () => {
  recorder = await startRecorder()
})
afterAll(() => recorder.close())

const toValue = (plain: unknown): Document =>
  decodeText(EJSON.stringify(plain, { relaxed: false, ignoreUndefined: true }), new Date())
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '{}')
const valuesOf = (rows: readonly object[]): Document[] => rows.map(toValue)

/** Names of cases mingo answers otherwise, and how many it was asked. */
async function differing(cases: { name: string; holds: () => boolean | Promise<boolean> }[]) {
  const wrong: string[] = []
  for (const { name, holds } of cases) {
    const isRight = await Promise.resolve()
      .then(holds)
      .catch(() => false)
    if (!isRight) wrong.push(name)
  }
  return wrong
}

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(plain(one), plain(other))
/** Written out, so that no type and no prototype is lost; the order of fields is nobody's promise. */
const plain = (value: unknown): unknown => JSON.parse(encode(toValue({ value })), (_key, one) => inOrder(one))

const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort())
    : value

const asked = queries.flatMap(({ page, rows, cases }) =>
  cases.map(([name, where, found]) => ({
    name: `${page}: ${name}`,
    holds: async () => {
      const { db, sent } = recorder
      const { query } = await sent(() => db.collection('any').where(where(db.command, db)).get())
      const answers = find<Document>(valuesOf(rows), decodeText(textOf(query), new Date())).all()
      return isSame(
        answers.map(({ _id }) => _id),
        found,
      )
    },
  })),
)

const shown = views.flatMap(({ page, rows, cases }) =>
  cases.map((view) => ({
    name: `${page}: ${view.name}`,
    holds: async () => {
      const { db, sent } = recorder
      const { query } = await sent(() =>
        db
          .collection('any')
          .where(view.where?.(db.command, db) ?? {})
          .get(),
      )
      const cursor = find<Document>(
        valuesOf(rows),
        decodeText(textOf(query), new Date()),
        view.field && { ...view.field },
      )
      if (view.order) cursor.sort(Object.fromEntries(view.order.map(([path, way]) => [path, way === 'asc' ? 1 : -1])))
      if (view.skip) cursor.skip(view.skip)
      if (view.limit) cursor.limit(view.limit)
      return isSame(cursor.all(), view.answer)
    },
  })),
)

const changed = updates.flatMap(({ page, cases }) =>
  cases.map(({ name, before, where, change, after }) => ({
    name: `${page}: ${name}`,
    holds: async () => {
      const { db, sent } = recorder
      const filter = { _id: 'one', ...where?.(db.command, db) }
      const { query, data } = await sent(() =>
        db
          .collection('any')
          .where(filter)
          .update({ data: change(db.command, db) }),
      )
      const documents = [toValue({ _id: 'one', ...before })]
      const update = (): unknown =>
        updateMany(documents, decodeText(textOf(query), new Date()), decodeText(textOf(data), new Date()))
      if (after instanceof RegExp) return doesThrow(update)
      update()
      return isSame(documents, [{ _id: 'one', ...after }])
    },
  })),
)

function doesThrow(act: () => unknown): boolean {
  try {
    act()
    return false
  } catch {
    return true
  }
}

const computed = known.map(([page, shows, rows, expression, answers]) => ({
  name: `${page}: ${shows}`,
  holds: () => {
    const pipeline = toValue({ stages: [{ $project: { _id: 0, answer: expression } }] }).stages
    const found = aggregate(valuesOf(rows), valuesOf(Array.isArray(pipeline) ? pipeline.map(objectOf) : []))
    return isSame(
      found,
      answers.map((answer) => (answer === undefined ? {} : { answer })),
    )
  },
}))

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

const piped = staged.map(({ page, shows, on, stages: steps, answer, inAnyOrder }) => ({
  name: `${page}: ${shows}`,
  holds: () => {
    const resolver = (name: string): Document[] =>
      valuesOf(Object.entries(collections).find(([key]) => key === name)?.[1] ?? [])
    const pipeline = steps.map(([stage, value]) => toValue({ [`$${stage}`]: value }))
    const found = aggregate(resolver(on), pipeline, { collectionResolver: resolver })
    const listed = (rows: object[]): unknown[] =>
      inAnyOrder ? rows.map((row) => JSON.stringify(plain(row))).sort() : rows
    return isSame(listed(found), listed(answer))
  },
}))

const cases = [...asked, ...shown, ...changed, ...computed, ...piped]

test('mingo follows the manual but where it is known not to', async () => {
  expect((await differing(cases)).sort()).toEqual([...mingoDiffers].sort())
})

test('it was asked often enough', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300)
})
