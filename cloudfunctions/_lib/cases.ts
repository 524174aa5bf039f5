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

/** A case at its first row of history. Sent twice, the same `_id` answers what is already there. `until` is a due time the case itself names. */
export const begin = async <N extends CaseName, M extends Machine>(
  name: N,
  machine: M,
  start: StartOf<M>,
  fields: Omit<DocOf<N>, Standing>,
  { actor, now, requestId }: Stamp,
  until?: string,
): Promise<{ doc: DocOf<N>; isNew: boolean }> => {
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

/**
 * Moves a case. Throws NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, CONFLICT in that order; a repeated request answers
 * what stands now and changes nothing.
 */
export const move = async <N extends CaseName, M extends Machine>(
  name: N,
  machine: M,
  asked: Move<N, M>,
  stamp: Stamp,
): Promise<{ doc: DocOf<N>; isNew: boolean }> => {
  const doc = asked.doc ?? (await get(name, asked.id))
  if (!doc) throw new AppError('NOT_FOUND')
  if (isDone(doc.events, stamp)) return { doc, isNew: false }
  const { action, form } = asked
  const to = next(machine, asked.subject ? asked.subject(doc) : doc, action, stamp.actor, stamp.now)
  if (asked.version !== undefined && asked.version !== doc.version) throw new AppError('CONFLICT')
  if (!hasRoom(doc.events, doc.state, to)) throw new AppError('ACTION_NOT_ALLOWED', { reason: 'the history is full' })
  const at = stamp.now.toISOString()
  const row = eventRow(
    doc._id,
    doc.events,
    { requestId: stamp.requestId, action, from: doc.state, to, by: stamp.actor.personId, at },
    form,
  )
  const base = stateChange(machine, action, doc, to, stamp.now)
  const more: Besides<N> = asked.change?.(doc) ?? {}
  const events = [...doc.events, row]
  const set = { ...base.set, ...more.set, ...(asked.erases ? { events: withoutValues(events) } : {}) }
  const unset = [...base.unset, ...(more.unset ?? [])].filter((key) => !Object.hasOwn(set, key))
  const plan = { set, unset, inc: { version: 1 }, push: asked.erases ? {} : { events: row } }
  const written = await apply(name, doc._id, { version: doc.version }, plan)
  if (written) {
    const after = changed(doc, { set: { ...written, version: doc.version + 1 }, unset, events })
    return { doc: docOf(name, { ...after, _id: doc._id }), isNew: true }
  }
  const stored = await get(name, doc._id)
  if (!stored) throw new AppError('NOT_FOUND')
  if (!isDone(stored.events, stamp)) throw new AppError('CONFLICT')
  return { doc: stored, isNew: false }
}
