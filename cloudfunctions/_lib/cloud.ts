/** The one caller of the SDK's database: typed by the collections table, and closed against the SDK's silent traps (DESIGN.md §4). */
import * as wxServerSdk from 'wx-server-sdk'
import type { Cloud, Transaction } from '../../types/cloud'
import { type CollectionName, collections, type DocOf } from './collections'
import { mask, open, seal } from './crypto'
import { filesOf } from './files'
import type { Change, Filter, Find, Plan } from './plan'
import { isDuplicate, refuseUndefined, updateFrom, withoutUndefined } from './plan'

const sdk = wxServerSdk as unknown as Cloud
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })

const database = sdk.database({ throwOnNotFound: false })
export const command = database.command

export type { CollectionName, DocOf } from './collections'
export type { Change, Filter, Plan } from './plan'

const whereOf = (name: CollectionName, filter: Filter) => {
  refuseUndefined(filter, name)
  return database.collection(name).where(filter)
}

/** What is set, sealed by the schema's marks, and the whole update. */
export const updateOf = (name: CollectionName, id: string, plan: Plan) => {
  const values = seal(collections[name].schema, id, withoutUndefined(plan.set ?? {}))
  return { values, data: updateFrom(command, values, plan) }
}

export const get = async <N extends CollectionName>(name: N, id: string): Promise<DocOf<N> | undefined> => {
  refuseUndefined(id, name)
  /** What an erasure left of a place; the SDK throws at it. */
  if (id === '') return undefined
  const { data } = await database.collection(name).doc(id).get()
  return (data ?? undefined) as DocOf<N> | undefined
}

/** Like `get`, with every personal value readable: only for whoever may read them. */
export const getOpen = async <N extends CollectionName>(name: N, id: string): Promise<DocOf<N> | undefined> => {
  const doc = await get(name, id)
  return doc && opened(name, doc)
}

export const opened = <N extends CollectionName>(name: N, doc: DocOf<N>): DocOf<N> =>
  open(collections[name].schema, doc as DocOf<N> & { _id: string })

/** Readable and then masked by the schema's own marks: what everyone without the right to the whole value sees. */
export const masked = <N extends CollectionName>(name: N, doc: DocOf<N>): DocOf<N> =>
  mask(collections[name].schema, opened(name, doc))

export const sealedFor = <N extends CollectionName>(name: N, doc: DocOf<N>): DocOf<N> =>
  seal(collections[name].schema, doc._id, withoutUndefined(doc))

const isAdded = async (name: CollectionName, data: object): Promise<boolean> => {
  try {
    await database.collection(name).add({ data })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Sealed by the schema's marks on the way in: the document as it now stands, or undefined when the `_id` or a unique index is taken. */
export const insertSealed = async <N extends CollectionName>(name: N, doc: DocOf<N>): Promise<DocOf<N> | undefined> => {
  const sealed = sealedFor(name, doc)
  return (await isAdded(name, sealed)) ? sealed : undefined
}

/** False when the `_id` or a unique index is taken. */
export const insert = async <N extends CollectionName>(name: N, doc: DocOf<N>): Promise<boolean> =>
  (await insertSealed(name, doc)) !== undefined

/** Many in one request; false when one of them was taken: others may be in then, so whoever inserts looks what is there. */
export const insertMany = <N extends CollectionName>(name: N, docs: readonly DocOf<N>[]): Promise<boolean> =>
  isAdded(
    name,
    docs.map((doc) => sealedFor(name, doc)),
  )

/** Tells the compiler which collection a document built from a machine's rows belongs to. */
export const docOf = <N extends CollectionName>(_name: N, fields: { _id: string }): DocOf<N> => fields as DocOf<N>

/** One conditional update of one document: what was set, sealed as it now stands, or undefined when the guard did not hold. */
export const apply = async (
  name: CollectionName,
  id: string,
  guard: Filter,
  plan: Plan,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const { values, data } = updateOf(name, id, plan)
  const { stats } = await whereOf(name, { ...guard, _id: id }).update({ data })
  return stats.updated === 1 ? values : undefined
}

export const change = async <N extends CollectionName>(
  name: N,
  id: string,
  guard: Filter,
  wanted: Change<N>,
): Promise<boolean> => (await apply(name, id, guard, wanted as Plan)) !== undefined

/** One request over documents by name: each changes by itself, and only where the guard holds for it. Answers how many did. */
export const changeMany = async <N extends CollectionName>(
  name: N,
  ids: readonly string[],
  guard: Filter,
  wanted: Omit<Change<N>, 'set'>,
): Promise<number> => {
  if (ids.length === 0) return 0
  const { data } = updateOf(name, '', wanted as Plan)
  return (await whereOf(name, { ...guard, _id: command.in([...ids]) }).update({ data })).stats.updated
}

export const remove = async (name: CollectionName, id: string, guard: Filter = {}): Promise<boolean> => {
  const { stats } = await whereOf(name, { ...guard, _id: id }).remove()
  return stats.removed === 1
}

/** One request, as `changeMany`. */
export const removeMany = async (name: CollectionName, ids: readonly string[], guard: Filter = {}): Promise<void> => {
  if (ids.length > 0) await whereOf(name, { ...guard, _id: command.in([...ids]) }).remove()
}

type Sorted = { readonly order?: readonly (readonly [string, 'asc' | 'desc'])[]; readonly limit: number }
const rowsOf = async <T>(
  name: CollectionName,
  filter: Filter,
  { order = [], limit }: Sorted,
  fields: object | undefined,
): Promise<{ rows: T[]; more: boolean }> => {
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw new Error(`a limit of ${limit}`)
  const sorted = order.reduce((query, [field, way]) => query.orderBy(field, way), whereOf(name, filter))
  const query = sorted.limit(limit + 1)
  const rows = (await (fields ? query.field(fields) : query).get()).data as T[]
  return { rows: rows.slice(0, limit), more: rows.length > limit }
}

/** `more` says whether another document stands behind the last one. */
export const find = <N extends CollectionName>(
  name: N,
  filter: Filter,
  { withEvents = false, without = [], ...asked }: Find<N>,
): Promise<{ rows: DocOf<N>[]; more: boolean }> => {
  const left = [...(withEvents ? [] : ['events']), ...without].map((field) => [field, false])
  return rowsOf(name, filter, asked, left.length > 0 ? Object.fromEntries(left) : undefined)
}

/** The same with these fields alone: where many documents are looked through for little. */
export const findOnly = <N extends CollectionName, K extends keyof DocOf<N> & string>(
  name: N,
  filter: Filter,
  fields: readonly K[],
  asked: Pick<Find<N>, 'order' | 'limit'>,
): Promise<{ rows: Pick<DocOf<N>, K>[]; more: boolean }> =>
  rowsOf(name, filter, asked, Object.fromEntries(fields.map((field) => [field, true])))

export const count = async (name: CollectionName, filter: Filter): Promise<number> =>
  (await whereOf(name, filter).count()).total

/** One try of a transaction as the SDK has it; only `transact` goes on with it. */
export const tryOnce = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  database.runTransaction(work, 0)

/** The function called has a limit of its own; the SDK's 15 s would give up on one that is just starting. */
const CALL_MS = 50_000
export const callFunction = async (name: string, data: object): Promise<unknown> =>
  (await sdk.callFunction({ name, data, timeout: CALL_MS })).result

/** WeChat's openapi; a call the function's config.json does not declare is refused by WeChat itself. */
export const openapi = sdk.openapi

export const files = filesOf(sdk)

export type Caller = { readonly openid: string | undefined; readonly source: string }
export const caller = (): Caller => {
  const { OPENID, SOURCE } = sdk.getWXContext()
  return { openid: OPENID || undefined, source: SOURCE ?? '' }
}
