/** A case is a table: from its rows come the buttons, the gate, the wire schema, the deadline, the notice, the timeline. */
import * as v from 'valibot'
import { AppError } from './errors'
import type { TemplateName } from './notices'
import type { Actor, Place, Role } from './roles'
import { At, Id, RequestId } from './schema'
import { type Relation, type Subject, stands, system, type Who } from './standing'
import { type Clock, dueOn } from './time'

export { namedOn, placeOver, type Relation, roleOf, type Seat, type Subject, system, type Who } from './standing'

export type Tell = {
  readonly template: TemplateName
  readonly to: Who
  /** Not told once the case has gone on from where this move brought it. */
  readonly onlyIfStill?: boolean
}

/** One row: from these states, these people may move the case there, filling in this form. */
export type Rule<State extends string> = {
  readonly label: string
  readonly from: readonly State[]
  /** 'same' leaves the state as it is. */
  readonly to: State | 'same'
  /** Open only while the case itself waits for one of these: a state may leave more than one turn. */
  readonly awaits?: readonly string[]
  readonly by: readonly Who[]
  /** Whoever stands in this relation may not, whatever roles they hold: nobody approves their own. */
  readonly notBy?: readonly Relation[]
  readonly form: v.GenericSchema
  /** Open only so long after the state was entered. */
  readonly within?: Clock
  /** Time allowed in the state this row enters. */
  readonly due?: Clock
  /** When the clock looks in before that. */
  readonly wake?: Clock
  readonly tell?: readonly Tell[]
  /** People are told that much later: while it can still be undone nobody is. */
  readonly tellAfter?: Clock
  /** What else follows from the move, done by its function or, missed, by the clock. */
  readonly follows?: readonly string[]
  /** The timeline's sentence. */
  readonly says: string
}

export type StateRow = {
  readonly label: string
  readonly tone: 'ok' | 'wait' | 'stop' | 'plain'
  /** What happens next, by whom; `{by}` is the due day. */
  readonly next: string
  /** Nothing comes after it: what the case held is free again. */
  readonly isOver?: boolean
  /** Overrides the machine's readers in this state. */
  readonly readBy?: readonly Who[]
  /** What the clock does when the time allowed here is over, and what it does when it looks in before. */
  readonly atDue?: string
  readonly atWake?: string
}

/** How a case comes to be: the state it begins in, the time allowed there, and who hears of it. */
export type Start<State extends string> = Pick<Rule<State>, 'by' | 'due' | 'tell' | 'says'> & { readonly to: State }

export type Machine<State extends string = string> = {
  readonly readBy: readonly Who[]
  readonly starts: Record<string, Start<State>>
  readonly states: Record<State, StateRow>
  readonly actions: Record<string, Rule<State>>
}

export type StateOf<M extends Machine> = keyof M['states'] & string
export type ActionOf<M extends Machine> = keyof M['actions'] & string

export type StartOf<M extends Machine> = keyof M['starts'] & string

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

/** From this state, and still in time; a row with a time of its own is shut while nobody says what time it is. */
const isOpen = (
  { from, within, awaits }: Rule<string>,
  { state, enteredAt, awaits: turn }: Subject,
  now: Date | undefined,
): boolean =>
  from.includes(state) &&
  (!awaits || (turn !== undefined && awaits.includes(turn))) &&
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
