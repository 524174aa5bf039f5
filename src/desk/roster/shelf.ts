/** Keeps the roster as it was left: rows, question and place, so that a long list is found again where it was. */
import { stateRow } from '../../../domain/kernel/machine'
import { workerMachine } from '../../../domain/worker/machine'
import type { RosterRow } from '../../../domain/worker/views'
import { workers } from '../../cloud/apis'
import type { Place } from '../parts/access'
import { waitsForDesk } from '../parts/due'

type Asked = Parameters<typeof workers.roster>[0]
export type Filter = NonNullable<Asked['filter']>
export type Search = NonNullable<Asked['search']>
export type Question = { readonly place: Place; readonly filter: Filter; readonly search?: Search }

export type Shelf = {
  readonly question: Question
  readonly rows: readonly RosterRow[]
  readonly next?: string | undefined
}

let shelf: Shelf | undefined
const listeners = new Set<() => void>()

const put = (changed: Shelf | undefined): void => {
  shelf = changed
  for (const listener of listeners) listener()
}

export const shelfNow = (): Shelf | undefined => shelf

export const watchShelf = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const pageOf = ({ place, filter, search }: Question, cursor?: string) =>
  workers.roster({
    scope: place.scope,
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(search ? { search } : {}),
    ...(cursor ? { cursor } : {}),
  })

let asked: Question | undefined

/** A fresh first page; the old rows stay until the new ones are here, and a slower older question changes nothing. */
export const askRoster = async (question: Question): Promise<void> => {
  asked = question
  const { rows, next } = await pageOf(question)
  if (asked === question) put({ question, rows, next })
}

/** The following page, behind what is there; a row that came twice stands once. */
export const askMore = async (): Promise<void> => {
  const before = shelf
  if (!before?.next) return
  const { rows, next } = await pageOf(before.question, before.next)
  if (shelf?.question !== before.question) return
  const known = new Set(shelf.rows.map(({ id }) => id))
  put({ ...shelf, rows: [...shelf.rows, ...rows.filter(({ id }) => !known.has(id))], next })
}

type Decided = {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly can: readonly string[]
}

const fits = ({ state }: Filter, decided: Decided): boolean => state === undefined || state === decided.state

const isState = (name: string): name is RosterRow['state'] => Object.hasOwn(workerMachine.states, name)

const decidedRow = (row: RosterRow, { version, state, can }: Decided): RosterRow => {
  if (!isState(state)) return row
  const { label, tone } = stateRow(workerMachine, state)
  const { dueAt: _over, ...rest } = row
  const still = row.can.filter((action) => can.includes(action))
  return { ...rest, version, state, stateLabel: label, tone, isLate: false, can: still }
}

/** A decided row shows it, or leaves a list that no longer holds it. */
export const tellShelf = (decided: Decided): void => {
  if (!shelf) return
  const rows = shelf.rows.flatMap((row) => {
    if (row.id !== decided.id) return [row]
    return fits(shelf?.question.filter ?? {}, decided) ? [decidedRow(row, decided)] : []
  })
  put({ ...shelf, rows })
}

/** The one to look at after this one: the next that waits below it, else the first that waits at all. */
export const nextWaiting = (id: string): RosterRow | undefined => {
  const rows = shelf?.rows ?? []
  const here = rows.findIndex((row) => row.id === id)
  const waiting = (row: RosterRow) => row.id !== id && waitsForDesk(row)
  return rows.slice(here + 1).find(waiting) ?? rows.find(waiting)
}

/** How many pages are read on before somebody rather chooses from the list. */
const MOST_PAGES = 3

/** As `nextWaiting`, reading on where the rows at hand are done. */
export const findNextWaiting = async (id: string, pages = MOST_PAGES): Promise<RosterRow | undefined> => {
  const found = nextWaiting(id)
  if (found || !shelf?.next || pages === 0) return found
  await askMore()
  return findNextWaiting(id, pages - 1)
}
