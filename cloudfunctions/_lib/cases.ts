/** Begins and moves whatever has a machine: one conditional update sets the state and pushes the history row. */
import { AppError } from '../../domain/kernel/errors'
import {
  type ActionOf,
  type Machine,
  next,
  type Rule,
  type StartOf,
  type Subject,
  stateRow,
} from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { dueOn } from '../../domain/kernel/time'
import { apply, type Change, type CollectionName, type DocOf, docOf, get, insertSealed } from './cloud'
import { type EventRow, eventRow, withoutValues } from './history'
import type { Within } from './plan'

/** Whatever keeps a history is a case. */
export type CaseName = {
  [N in CollectionName]: DocOf<N> extends { events: EventRow[] } ? N : never
}[CollectionName]
type Standing =
  | 'version'
  | 'state'
  | 'enteredAt'
  | 'dueAt'
  | 'isDueProvisional'
  | 'wakeAt'
  | 'untoldSince'
  | 'toldThrough'
  | 'events'

/** Repeatable moves stop early, so that the last word is never refused for room. */
const MAX_EVENTS = 200
const MAX_REPEATABLE = 180

export type Stamp = { readonly actor: Actor; readonly now: Date; readonly requestId: string }

const dueFields = ({ due, wake }: Partial<Pick<Rule<string>, 'due' | 'wake'>>, now: Date) => {
  if (!due) return {}
  const { at, isProvisional } = dueOn(due, now)
  const wakeAt = wake ? dueOn(wake, now).at : at
  return { dueAt: at, wakeAt, ...(isProvisional ? { isDueProvisional: true } : {}) }
}

/** What was missed before is not put off by what is told later. */
const untold = ({ tell = [], follows = [], tellAfter }: Partial<Rule<string>>, now: Date, before?: string) => {
  if (tell.length + follows.length === 0) return {}
  const at = tellAfter ? dueOn(tellAfter, now).at : now.toISOString()
  return { untoldSince: before && before < at ? before : at }
}

/** The case as it stands, and whether this very call brought it there. */
export type Moved<N extends CaseName> = { readonly doc: DocOf<N>; readonly isNew: boolean }

/** A case at its first row of history. Sent twice, the same `_id` answers what is already there. `until` is a due time the case itself names. */
export const begin = async <N extends CaseName, M extends Machine>(
  name: N,
  machine: M,
  start: StartOf<M>,
  fields: Omit<DocOf<N>, Standing>,
  { actor, now, requestId }: Stamp,
  until?: string,
): Promise<Moved<N>> => {
  const row = machine.starts[start]
  if (!row) throw new Error(`no start ${start}`)
  const at = now.toISOString()
  const event = eventRow(fields._id, [], { requestId, action: start, from: '', to: row.to, by: actor.personId, at }, {})
  const made = docOf(name, {
    ...fields,
    version: 0,
    state: row.to,
    enteredAt: at,
    ...dueFields(row, now),
    ...(until === undefined ? {} : { dueAt: until, wakeAt: until }),
    ...untold(row, now),
    toldThrough: row.tell?.length ? 0 : 1,
    events: [event],
  })
  const doc = await insertSealed(name, made)
  if (doc) return { doc, isNew: true }
  const stored = await get(name, fields._id)
  if (!stored) throw new AppError('CONFLICT')
  return { doc: stored, isNew: false }
}

export type Besides<N extends CaseName> = Pick<Change<N>, 'set' | 'unset'>

export type Move<N extends CaseName, M extends Machine> = {
  readonly id: string
  readonly action: ActionOf<M>
  /** What the person saw; undefined for the clock, which acts on what it just read. */
  readonly version: number | undefined
  readonly form: unknown
  /** The document, when the caller has read it already. */
  readonly doc?: DocOf<N>
  /** What stands to the machine in place of the document itself. */
  readonly subject?: (doc: DocOf<N>) => Subject
  /** Fields the move changes beside the state: set or taken off, so that it can be answered without a second read. */
  readonly change?: (doc: DocOf<N>) => Besides<N>
  /** The move takes every personal value out of the history. */
  readonly erases?: boolean
}

const hasRoom = (events: readonly EventRow[], from: string, to: string): boolean =>
  events.length < (from === to ? MAX_REPEATABLE : MAX_EVENTS)

/** The clock came for what fell due here and leaves the case where it is: it comes again when the time is over, or not at all. */
const wokenFields = (dueAt: string | undefined, now: Date) =>
  dueAt && dueAt > now.toISOString() ? { set: { wakeAt: dueAt }, unset: [] } : { set: {}, unset: ['wakeAt'] }

const stateChange = (
  machine: Machine,
  action: string,
  { state: from, dueAt, untoldSince }: { state: string; dueAt?: string | undefined; untoldSince?: string | undefined },
  to: string,
  now: Date,
) => {
  const rule: Partial<Rule<string>> = machine.actions[action] ?? {}
  const { due } = rule
  const told = untold(rule, now, untoldSince)
  if (from === to && !due) {
    const { atDue, atWake } = stateRow(machine, from)
    const { set, unset } = action === atDue || action === atWake ? wokenFields(dueAt, now) : { set: {}, unset: [] }
    return { set: { ...told, ...set }, unset }
  }
  const set = { state: to, enteredAt: now.toISOString(), ...dueFields(rule, now), ...told }
  return { set, unset: ['dueAt', 'wakeAt', 'isDueProvisional'] }
}

/** What a change leaves of a document that was just read: no second read is needed to answer with it. */
const changed = (doc: object, { set, unset, events }: { set: object; unset: readonly string[]; events: EventRow[] }) =>
  Object.fromEntries(Object.entries({ ...doc, events, ...set }).filter(([field]) => !unset.includes(field)))

/** Whether this very request moved the case before. */
export const isDone = (events: readonly EventRow[], { requestId, actor }: Stamp): boolean =>
  events.some((row) => row.requestId === requestId && row.by === actor.personId)

/** What a move makes of a case as it stands: the one change, and the document it leaves. Throws what denies it. */
const planned = <N extends CaseName, M extends Machine>(
  name: N,
  machine: M,
  { action, form, version, subject, change, erases }: Move<N, M>,
  { actor, now, requestId }: Stamp,
  doc: DocOf<N>,
) => {
  const to = next(machine, subject ? subject(doc) : doc, action, actor, now)
  if (version !== undefined && version !== doc.version) throw new AppError('CONFLICT')
  /** What somebody may have forgotten is forgotten, however much has happened. */
  if (!erases && !hasRoom(doc.events, doc.state, to))
    throw new AppError('ACTION_NOT_ALLOWED', { reason: 'the history is full' })
  const moved = { requestId, action, from: doc.state, to, by: actor.personId, at: now.toISOString() }
  const row = eventRow(doc._id, doc.events, moved, form)
  const base = stateChange(machine, action, doc, to, now)
  const more: Besides<N> = change?.(doc) ?? {}
  const events = [...doc.events, row]
  const set = { ...base.set, ...more.set, ...(erases ? { events: withoutValues(events) } : {}) }
  const unset = [...base.unset, ...(more.unset ?? [])].filter((key) => !Object.hasOwn(set, key))
  const plan = { set, unset, inc: { version: 1 }, push: erases ? {} : { events: row } }
  const leaves = (written: object): DocOf<N> => {
    const after = changed(doc, { set: { ...written, version: doc.version + 1 }, unset, events })
    return docOf(name, { ...after, _id: doc._id })
  }
  return { plan, leaves }
}

/**
 * Moves a case. Throws NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, CONFLICT in that order; a repeated request answers
 * what stands now and changes nothing.
 */
export const move = async <N extends CaseName, M extends Machine>(
  name: N,
  machine: M,
  asked: Move<N, M>,
  stamp: Stamp,
): Promise<Moved<N>> => {
  const doc = asked.doc ?? (await get(name, asked.id))
  if (!doc) throw new AppError('NOT_FOUND')
  if (isDone(doc.events, stamp)) return { doc, isNew: false }
  const { plan, leaves } = planned(name, machine, asked, stamp, doc)
  const written = await apply(name, doc._id, { version: doc.version }, plan)
  if (written) return { doc: leaves(written), isNew: true }
  const stored = await get(name, doc._id)
  if (!stored) throw new AppError('NOT_FOUND')
  if (!isDone(stored.events, stamp)) throw new AppError('CONFLICT')
  return { doc: stored, isNew: false }
}

/** The same move beside other documents, all or none of them; it reads the case itself, as the transaction sees it. */
export const moveWithin = async <N extends CaseName, M extends Machine>(
  within: Within,
  name: N,
  machine: M,
  asked: Omit<Move<N, M>, 'doc'>,
  stamp: Stamp,
): Promise<Moved<N>> => {
  const doc = await within.get(name, asked.id)
  if (!doc) throw new AppError('NOT_FOUND')
  if (isDone(doc.events, stamp)) return { doc, isNew: false }
  const { plan, leaves } = planned(name, machine, asked, stamp, doc)
  return { doc: leaves(await within.apply(name, doc._id, plan)), isNew: true }
}
