/** Who is counted for which month by whose roster: nobody twice, decided by one insert or one conditional update of the person's own document. */
import { isUncounted } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Fen } from '../../domain/kernel/money'
import { changeMany, command, type DocOf, find, findOnly, insertMany, removeMany } from './cloud'
import { keyOf } from './crypto'

export type Counted = DocOf<'counted'>
export type Entry = Counted['months'][number]

/** Asked for in one request. */
const PAGE = 500
const ROUNDS = 5

export const countedIdOf = (programmeId: string, documentKey: string): string =>
  keyOf('counted', programmeId, documentKey)

export const countedIn = async (ids: readonly string[]): Promise<Map<string, Counted>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await find('counted', { _id: command.in([...ids]) }, { limit: ids.length })
  return new Map(rows.map((row) => [row._id, row]))
}

/** Of a claim: all it counts, or what certain sheets of it do. */
export type Mine = { readonly claimId: string; readonly part?: number | object }

/** Nobody is known here longer than somebody counts them. */
export const forgetUncounted = (ids: readonly string[]): Promise<void> => removeMany('counted', ids, { used: 0 })

/** Takes a claim's months from these people, who are anybody's to count again. */
const freeFrom = async (ids: readonly string[], mine: Mine): Promise<void> => {
  await changeMany('counted', ids, { months: command.elemMatch(mine) }, { pull: { months: mine }, inc: { used: -1 } })
  await forgetUncounted(ids)
}

/** Page by page, so many at most; false while some are left. */
export const freeCounted = async (mine: Mine, mostPages: number): Promise<boolean> => {
  for (let page = 0; page < mostPages; page += 1) {
    const where = { 'months.claimId': mine.claimId, months: command.elemMatch(mine) }
    const { rows, more } = await findOnly('counted', where, ['_id'], { limit: PAGE })
    await freeFrom(
      rows.map(({ _id }) => _id),
      mine,
    )
    if (!more) return true
  }
  return false
}

export type Asked = {
  readonly programmeId: string
  readonly month: string
  readonly claimId: string
  readonly part: number
  /** The first sheet of the reading it belongs to. */
  readonly firstPart: number
  readonly mostMonths: number | undefined
  readonly now: Date
}
export type Wanted = { readonly id: string; readonly documentKey: string; readonly fen: Fen }
export type Taken =
  | { readonly isTaken: true; readonly fen: Fen }
  /** Whose claims stand in the way: one of this very month, or as many as the most. */
  | { readonly isTaken: false; readonly isFull: boolean; readonly by: readonly string[] }

type Look = Taken | 'fresh' | 'known' | 'stale'

const lookAt = (doc: Counted | undefined, { claimId, part, firstPart, month, mostMonths }: Asked): Look => {
  if (!doc) return 'fresh'
  const same = doc.months.find((entry) => entry.month === month)
  if (same?.claimId === claimId && same.part === part) return { isTaken: true, fen: same.fen }
  /** An earlier reading of this roster, whose call went on after it was replaced. */
  if (same?.claimId === claimId && same.part < firstPart) return 'stale'
  if (same) return { isTaken: false, isFull: false, by: [same.claimId] }
  if (mostMonths === undefined || doc.used < mostMonths) return 'known'
  return { isTaken: false, isFull: true, by: doc.months.map((entry) => entry.claimId) }
}

const entryFor = ({ month, claimId, part }: Asked, fen: Fen): Entry => ({ month, claimId, part, fen })

const addFresh = async (wanted: readonly Wanted[], asked: Asked): Promise<boolean> =>
  wanted.length === 0 ||
  insertMany(
    'counted',
    wanted.map(({ id, documentKey, fen }) => ({
      _id: id,
      programmeId: asked.programmeId,
      personKey: documentKey,
      months: [entryFor(asked, fen)],
      used: 1,
      at: asked.now.toISOString(),
    })),
  )

/** The same amount for many: one request for each amount. */
const addKnown = async (wanted: readonly Wanted[], asked: Asked): Promise<boolean> => {
  const amounts = [...new Set(wanted.map(({ fen }) => fen))]
  const room = asked.mostMonths === undefined ? {} : { used: command.lt(asked.mostMonths) }
  const counts = await Promise.all(
    amounts.map((fen) =>
      changeMany(
        'counted',
        wanted.filter((one) => one.fen === fen).map(({ id }) => id),
        { 'months.month': command.neq(asked.month), ...room },
        { push: { months: entryFor(asked, fen) }, inc: { used: 1 } },
      ),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0) === wanted.length
}

/** Claims among these that ended so that whoever they counted is free: their own clearing up may lag behind. */
const overAmong = async (claimIds: readonly string[], now: Date): Promise<string[]> => {
  const ids = [...new Set(claimIds)]
  if (ids.length === 0) return []
  const { rows } = await find('claims', { _id: command.in(ids) }, { limit: Math.min(ids.length, PAGE) })
  return rows.filter((claim) => isUncounted(claim, now)).map(({ _id }) => _id)
}

/** Frees what stands in the way and should not; true where there was any. */
const makeRoom = async (looks: readonly (readonly [Wanted, Look])[], asked: Asked): Promise<boolean> => {
  const { claimId, firstPart, now } = asked
  const stale = looks.filter(([, look]) => look === 'stale').map(([{ id }]) => id)
  const refused = looks.flatMap(([{ id }, look]) =>
    typeof look === 'object' && !look.isTaken ? [{ id, by: look.by }] : [],
  )
  const over = await overAmong(
    refused.flatMap(({ by }) => by),
    now,
  )
  const mine = stale.length === 0 ? [] : [freeFrom(stale, { claimId, part: command.lt(firstPart) })]
  const others = over.map((other) =>
    freeFrom(
      refused.filter(({ by }) => by.includes(other)).map(({ id }) => id),
      { claimId: other },
    ),
  )
  await Promise.all([...mine, ...others])
  return mine.length + others.length > 0
}

/**
 * Counts these people for a month, each at most once: those nobody counted yet by an insert, the others by an update
 * that holds only where the month is not there yet and there is room for it. Said again, it finds its own.
 */
export const takeAll = async (wanted: readonly Wanted[], asked: Asked): Promise<ReadonlyMap<string, Taken>> => {
  const answers = new Map<string, Taken>()
  let pending = wanted
  for (let round = 0; pending.length > 0; round += 1) {
    if (round === ROUNDS)
      throw new AppError('CONFLICT', { reason: `${pending.length} people counted elsewhere at once` })
    const docs = await countedIn(pending.map(({ id }) => id))
    const looks = pending.map((one) => [one, lookAt(docs.get(one.id), asked)] as const)
    if (round < ROUNDS - 1 && (await makeRoom(looks, asked))) continue
    const those = (kind: Look): Wanted[] => looks.filter(([, look]) => look === kind).map(([one]) => one)
    for (const [{ id }, look] of looks) if (typeof look === 'object') answers.set(id, look)
    const [fresh, known] = [those('fresh'), those('known')]
    const isSure = await Promise.all([addFresh(fresh, asked), addKnown(known, asked)])
    for (const [at, some] of [fresh, known].entries())
      if (isSure[at]) for (const { id, fen } of some) answers.set(id, { isTaken: true, fen })
    pending = pending.filter(({ id }) => !answers.has(id))
  }
  return answers
}
