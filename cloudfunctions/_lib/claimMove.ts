/** Moves a claim with its money: the case and its programme's books in one transaction, or neither (decision 0016). */
import {
  type ClaimState,
  claimMachine,
  type Held,
  heldIn,
  isClaimState,
  listedStates,
  queueOf,
  type Turn,
} from '../../domain/claim'
import type { Entry } from '../../domain/claim/books'
import { type ActionOf, next } from '../../domain/kernel/machine'
import { dueOn } from '../../domain/kernel/time'
import { postWithin } from './books'
import { type Besides, isDone, type Move, move, moveWithin, type Stamp } from './cases'
import type { DocOf } from './cloud'
import { transact, type Within } from './transact'

export type Claim = DocOf<'claims'>
export type ClaimAction = ActionOf<typeof claimMachine>
export type ClaimAsked = {
  readonly action: ClaimAction
  readonly version: number | undefined
  readonly form: unknown
  readonly more?: Besides<'claims'>
  /** Whose turn it is in the state it comes to; left out, it stays whoever's it was. */
  readonly awaits?: Turn
  /** A due time the claim itself names, in place of the row's. */
  readonly until?: string | undefined
  readonly erases?: boolean
}

export const stateOf = ({ state }: { readonly state: string }): ClaimState => {
  if (!isClaimState(state)) throw new Error(`no state ${state}`)
  return state
}

/** Behind every day there is: nothing is promised for it. */
const NEVER = '9'
export const dueKeyOf = (dueAt: string | undefined, id: string): string => `${dueAt ?? NEVER}~${id}`
export const dueOfKey = (dueKey: string): string | undefined => {
  const [dueAt] = dueKey.split('~')
  return dueAt === NEVER ? undefined : dueAt
}

const LATE: readonly ClaimAction[] = ['escalate']
/** Somebody opened it, or a line went: it is as late as it was. */
const AS_LATE: readonly ClaimAction[] = ['take', 'strike', 'keep', 'forget', 'remind']
/** They carry the time that was promised on. */
const AS_DUE: readonly ClaimAction[] = ['take']

const isLateAfter = (doc: Claim, action: ClaimAction): boolean =>
  LATE.includes(action) || (AS_LATE.includes(action) && doc.isLate)

export const toOf = (doc: Claim, action: ClaimAction): ClaimState => {
  const { to } = claimMachine.actions[action]
  return to === 'same' ? stateOf(doc) : to
}

const dueAfter = (doc: Claim, { action, until }: ClaimAsked, now: Date): string | undefined => {
  if (until !== undefined) return until
  if (AS_DUE.includes(action)) return doc.dueAt
  const row = claimMachine.actions[action]
  if ('due' in row) return dueOn(row.due, now).at
  return row.to === 'same' ? doc.dueAt : undefined
}

/** What every move sets beside the state: in whose work list it lies, how late, whether everybody reads it. */
export const changeOf = (doc: Claim, asked: ClaimAsked, now: Date): Besides<'claims'> => {
  const to = toOf(doc, asked.action)
  const awaits = asked.awaits ?? doc.awaits
  const dueAt = dueAfter(doc, asked, now)
  const isOwnDue = asked.until !== undefined || AS_DUE.includes(asked.action)
  return {
    set: {
      queue: queueOf(to, awaits),
      dueKey: dueKeyOf(dueAt, doc._id),
      isLate: isLateAfter(doc, asked.action),
      isListed: listedStates.includes(to) && doc.isListed,
      ...(asked.awaits ? { awaits: asked.awaits } : {}),
      ...(isOwnDue && dueAt ? { dueAt, wakeAt: dueAt } : {}),
      ...asked.more?.set,
    },
    unset: asked.more?.unset ?? [],
  }
}

const movesOf = (asked: ClaimAsked, id: string, now: Date): Omit<Move<'claims', typeof claimMachine>, 'doc'> => {
  const { action, version, form, erases = false } = asked
  return { id, action, version, form, erases, change: (seen) => changeOf(seen, asked, now) }
}

const heldAround = (doc: Claim, action: ClaimAction): { from: Held; to: Held } => ({
  from: heldIn[stateOf(doc)],
  to: heldIn[toOf(doc, action)],
})

const entryOf = ({ amountFen, people }: Claim, from: Held, to: Held): Entry => ({ from, to, fen: amountFen, people })

/** Only the move and its money; what follows is the caller's to do (`claimFollow`) or the clock's. */
export const moveClaimAlone = async (
  doc: Claim,
  asked: ClaimAsked,
  stamp: Stamp,
): Promise<{ doc: Claim; isNew: boolean }> => {
  const plan = movesOf(asked, doc._id, stamp.now)
  if (isDone(doc.events, stamp)) return { doc, isNew: false }
  next(claimMachine, doc, asked.action, stamp.actor, stamp.now)
  const { from, to } = heldAround(doc, asked.action)
  if (from === to) return move('claims', claimMachine, { ...plan, doc }, stamp)
  return transact(async (within) => {
    const moved = await moveWithin(within, 'claims', claimMachine, plan, stamp)
    /** Where it stood when the transaction read it, which its own history tells. */
    const stood = moved.doc.events.at(-1)?.from ?? ''
    if (moved.isNew)
      await postWithin(within, doc.programmeId, [entryOf(moved.doc, heldIn[stateOf({ state: stood })], to)])
    return moved
  })
}

export type ManyMoves = readonly { readonly id: string; readonly asked: ClaimAsked; readonly stamp: Stamp }[]

/** Many of one programme inside a transaction, with their money; what else stands in it is the caller's. `isNew` tells those this very call moved. */
export const moveClaimsWithin = async (
  within: Within,
  programmeId: string,
  moves: ManyMoves,
): Promise<{ doc: Claim; isNew: boolean }[]> => {
  const moved = await Promise.all(
    moves.map(({ id, asked, stamp }) =>
      moveWithin(within, 'claims', claimMachine, movesOf(asked, id, stamp.now), stamp),
    ),
  )
  const entries = moved.flatMap(({ doc, isNew }) => {
    const from = heldIn[stateOf({ state: doc.events.at(-1)?.from ?? '' })]
    const to = heldIn[stateOf(doc)]
    return isNew && from !== to ? [entryOf(doc, from, to)] : []
  })
  if (entries.length > 0) await postWithin(within, programmeId, entries)
  return moved
}

/** Many of one programme and nothing else: all of them move or none does. */
export const moveClaimsAlone = async (programmeId: string, moves: ManyMoves): Promise<Claim[]> => {
  const moved = await transact((within) => moveClaimsWithin(within, programmeId, moves))
  return moved.map(({ doc }) => doc)
}
