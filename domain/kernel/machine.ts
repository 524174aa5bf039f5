/** A case is a table: from its rows come the buttons, the gate, the wire schema, the deadline, the notice, the timeline. */
import * as v from 'valibot'
import { AppError } from './errors'
import type { Actor, Place, Role } from './roles'
import type { ActionOf, Machine, Rule, StartOf, StateOf, StateRow } from './rows'
import { At, Id, RequestId } from './schema'
import { type Subject, stands, system, type Who } from './standing'
import { dueOn } from './time'

export type { ActionOf, Machine, Rule, Start, StartOf, StateOf, StateRow, Tell } from './rows'
export { namedOn, placeOver, type Relation, roleOf, type Seat, type Subject, system, type Who } from './standing'

/** What a caller sends to act: the action decides which form comes with it; `version` is what the person saw. */
export type Act<M extends Machine> = {
  [A in ActionOf<M>]: {
    id: string
    requestId: string
    version: number
    action: A
    form: v.InferOutput<M['actions'][A]['form']>
  }
}[ActionOf<M>]

/** Checks at compile time that every row names real states; changes nothing at run time. */
export const defineMachine = <const M extends Machine<keyof M['states'] & string>>(machine: M): M => machine

const isOneOf = (rows: readonly Who[], subject: Subject, actor: Actor): boolean =>
  rows.some((who) => stands(who, subject, actor))

const ruleOf = (machine: Machine, action: string): Rule<string> | undefined =>
  Object.hasOwn(machine.actions, action) ? machine.actions[action] : undefined

/** The row of a stored state. */
export const stateRow = (machine: Machine, state: string): StateRow => {
  const row = Object.hasOwn(machine.states, state) ? machine.states[state] : undefined
  if (!row) throw new Error(`no state ${state}`)
  return row
}

/** What the clock has to do with a case now, by the row of its state. */
export const dueAction = (
  machine: Machine,
  { state, dueAt, wakeAt }: { state: string; dueAt?: string | undefined; wakeAt?: string | undefined },
  now: Date,
): string | undefined => {
  const at = now.toISOString()
  if (!wakeAt || wakeAt > at) return undefined
  const { atDue, atWake } = stateRow(machine, state)
  return dueAt && dueAt > at ? atWake : atDue
}

/** The timeline's sentence for a move or for how the case began. */
export const saysOf = (machine: Machine, action: string): string =>
  (machine.actions[action] ?? machine.starts[action])?.says ?? ''

export const readersIn = (machine: Machine, state: string): readonly Who[] =>
  machine.states[state]?.readBy ?? machine.readBy

export const canRead = (machine: Machine, subject: Subject, actor: Actor): boolean =>
  actor === system || isOneOf(readersIn(machine, subject.state), subject, actor)

/** Reads it for a reason of their own, and not because everybody does: a public lamp's worker is still nobody else's. */
export const isPartyTo = (machine: Machine, subject: Subject, actor: Actor): boolean =>
  isOneOf(
    readersIn(machine, subject.state).filter((who) => who !== 'anyone'),
    subject,
    actor,
  )

/** The states in which this role reads at all: what a list of theirs may hold. */
export const statesReadBy = (machine: Machine, role: Role): string[] =>
  Object.keys(machine.states).filter((state) => readersIn(machine, state).includes(role))

const mayAct = ({ by, notBy = [] }: Rule<string>, subject: Subject, actor: Actor): boolean =>
  isOneOf(by, subject, actor) && !isOneOf(notBy, subject, actor)

/** From this state, awaited there, and still in time; a row with a time of its own is shut while nobody says what time it is. */
const isOpen = (
  { from, within, awaits }: Rule<string>,
  { state, enteredAt, awaits: awaited }: Subject,
  now: Date | undefined,
): boolean =>
  from.includes(state) &&
  (!awaits || (awaited !== undefined && awaits.includes(awaited))) &&
  (!within || (now !== undefined && enteredAt !== undefined && now.toISOString() < dueOn(within, enteredAt).at))

/** What this person may do to this case now: the page's buttons and the server's gate are the same answer. */
export const actionsFor = <M extends Machine>(machine: M, subject: Subject, actor: Actor, now?: Date): ActionOf<M>[] =>
  Object.keys(machine.actions).filter((action): action is ActionOf<M> => {
    const rule = ruleOf(machine, action)
    return (
      rule !== undefined &&
      isOpen(rule, subject, now) &&
      canRead(machine, subject, actor) &&
      mayAct(rule, subject, actor)
    )
  })

/** The state an action leads to, or the denial, in one order: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED. */
export const next = <M extends Machine>(
  machine: M,
  subject: Subject,
  action: ActionOf<M>,
  actor: Actor,
  now?: Date,
): StateOf<M> => {
  if (!canRead(machine, subject, actor)) throw new AppError('NOT_FOUND')
  const rule = ruleOf(machine, action)
  if (!rule || !mayAct(rule, subject, actor)) throw new AppError('FORBIDDEN')
  if (!isOpen(rule, subject, now)) throw new AppError('ACTION_NOT_ALLOWED')
  return (rule.to === 'same' ? subject.state : rule.to) as StateOf<M>
}

/** Whether this person may begin a case standing there; denied in the same order as a move. */
export const assertMayStart = <M extends Machine>(
  machine: M,
  start: StartOf<M>,
  place: Partial<Place>,
  actor: Actor,
): void => {
  const row = machine.starts[start]
  if (!row) throw new Error(`no start ${start}`)
  const begun = { state: row.to, ...place }
  if (row.by.some((who) => stands(who, begun, actor))) return
  throw new AppError(canRead(machine, begun, actor) ? 'FORBIDDEN' : 'NOT_FOUND')
}

/** The wire schema for acting on this machine's cases; `only` keeps the rows a person sends by themselves. */
export const actSchema = <M extends Machine, A extends ActionOf<M>>(
  machine: M,
  only: readonly A[],
): v.GenericSchema<unknown, Extract<Act<M>, { action: A }>> =>
  v.variant(
    'action',
    only.map((action) =>
      v.strictObject({
        id: Id,
        requestId: RequestId,
        version: v.pipe(v.number(), v.integer(), v.minValue(0)),
        action: v.literal(action),
        form: machine.actions[action]?.form ?? v.never(),
      }),
    ) as never,
  ) as never

/** The fields every stored subject of a machine has, beside its history. */
export const standing = {
  version: v.number(),
  state: v.string(),
  /** When the state was entered. */
  enteredAt: v.optional(At),
  /** When the time allowed in this state ends, and whether the calendar behind it is not published yet. */
  dueAt: v.optional(At),
  isDueProvisional: v.optional(v.boolean()),
  /** When the clock next has something to do here. */
  wakeAt: v.optional(At),
  /** Set while somebody still has to be told of `events` beyond `toldThrough`. */
  untoldSince: v.optional(At),
  toldThrough: v.number(),
}

export const stateNames = <M extends Machine>(machine: M) =>
  Object.keys(machine.states) as [StateOf<M>, ...StateOf<M>[]]
export const actionNames = <M extends Machine>(machine: M) =>
  Object.keys(machine.actions) as [ActionOf<M>, ...ActionOf<M>[]]
