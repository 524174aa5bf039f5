/** A work list of claims as it was left: found again on the way back, with the next one after each. */
import type { DeskClaim } from '../../../domain/claim/views-desk'
import { hasDeeds } from '../claim/deeds'
import type { Place } from '../parts/access'
import { claims } from '../parts/claims-api'
import type { ListName } from './lists'

export type Worklist = {
  readonly place: Place
  readonly list: ListName
  readonly rows: readonly DeskClaim[]
  readonly next?: string | undefined
}

let shelf: Worklist | undefined

/** Pages read again for somebody who comes back to a long list. */
const MOST_PAGES = 5

const pageOf = ({ scope }: Place, list: ListName, cursor?: string) =>
  claims.workList({ scope, queue: list, ...(cursor === undefined ? {} : { cursor }) })

const withMore = ({ rows, ...worklist }: Worklist, page: Awaited<ReturnType<typeof pageOf>>): Worklist => {
  const known = new Set(rows.map(({ id }) => id))
  return { ...worklist, rows: [...rows, ...page.rows.filter(({ id }) => !known.has(id))], next: page.next }
}

const isSameList = ({ place, list }: Worklist, { scope }: Place, other: ListName): boolean =>
  list === other && place.scope.level === scope.level && place.scope.id === scope.id

/** As long as it was when somebody left it: whoever comes back finds their place. */
export const askList = async (place: Place, list: ListName): Promise<Worklist> => {
  const wanted = shelf && isSameList(shelf, place, list) ? shelf.rows.length : 0
  let found: Worklist = withMore({ place, list, rows: [] }, await pageOf(place, list))
  for (let page = 1; page < MOST_PAGES && found.next !== undefined && found.rows.length < wanted; page += 1)
    found = withMore(found, await pageOf(place, list, found.next))
  shelf = found
  return found
}

/** The following page, behind what is there. */
export const askMore = async (worklist: Worklist): Promise<Worklist> => {
  const longer = withMore(worklist, await pageOf(worklist.place, worklist.list, worklist.next))
  shelf = longer
  return longer
}

const canBeMoved = (row: DeskClaim): boolean => hasDeeds(row.can)

/** The one to look at first. */
export const firstToDo = ({ rows }: Worklist): DeskClaim | undefined => rows.find(canBeMoved)

/** The one to look at after this: the next below it, else the first that waits at all. */
export const nextAfter = (id: string): DeskClaim | undefined => {
  const rows = shelf?.rows ?? []
  const here = rows.findIndex((row) => row.id === id)
  const isOther = (row: DeskClaim) => row.id !== id && canBeMoved(row)
  return rows.slice(here + 1).find(isOther) ?? rows.find(isOther)
}

/** '3/43', '3/40 多': where it stands in the list it was opened from. */
export const placeIn = (id: string): string | undefined => {
  const rows = shelf?.rows ?? []
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return undefined
  return `${at + 1}/${rows.length}${shelf?.next === undefined ? '' : ' 多'}`
}

/** A decided claim leaves its list at once. */
export const dropFrom = (id: string): void => {
  if (shelf) shelf = { ...shelf, rows: shelf.rows.filter((row) => row.id !== id) }
}
