/** The rows a case's table is made of: who may move it from where to where, by when, and what is said of it. */
import type * as v from 'valibot'
import type { TemplateName } from './notices'
import type { Who } from './standing'
import type { Clock } from './time'

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
  readonly by: readonly Who[]
  /** Whoever stands to it in this way may not, whatever roles they hold: nobody approves their own. */
  readonly notBy?: readonly Who[]
  /** Open only while the subject itself awaits one of these: where one state is more than one person's turn. */
  readonly awaits?: readonly string[]
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
