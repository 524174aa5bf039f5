/** What waits around the claims at this desk: a row for each work list of its own that holds anything. */
import { claimApi } from '../../../domain/claim/api'
import type { QueueLine } from '../../../domain/claim/views-desk'
import type { GrantView } from '../../../domain/staff/schema'
import { countIn, isForBatches, isWatching, type ListName } from '../claims/lists'
import { claimGrants, grantsFor, type Place, placesOf } from '../parts/access'
import { claims } from '../parts/claims-api'
import { isLate } from '../parts/due'
import { open } from '../parts/routes'
import type { Errand } from './errands'

const errandOf = ({ scope, name }: Place, list: ListName, title: string, count: string, late: number): Errand => {
  const where = { level: scope.level, id: scope.id }
  /** What is paid together is begun where batches are made. */
  const onOpen = () => (isForBatches(list) ? open('batches', where) : open('claims', { ...where, queue: list }))
  return { id: `claims-${list}-${scope.id}`, title, note: name, count, late, onOpen }
}

const lineErrand = (place: Place, line: QueueLine): Errand =>
  errandOf(place, line.queue, line.label, countIn(line), line.late)

const atDesk = async (place: Place): Promise<Errand[]> => {
  const { queues } = await claims.desk({ scope: place.scope })
  return queues.filter(({ waiting }) => waiting > 0).map((line) => lineErrand(place, line))
}

/** Whoever watches has one thing to look at. */
const watched = async (place: Place): Promise<Errand[]> => {
  const { late } = await claims.desk({ scope: place.scope })
  return late > 0 ? [errandOf(place, 'late', '晚了的申领', `${late}`, late)] : []
}

const objected = async (place: Place): Promise<Errand[]> => {
  const { rows, next } = await claims.objections({ scope: place.scope })
  const { scope, name } = place
  const now = new Date()
  const errand = {
    id: `objections-${scope.id}`,
    title: '异议要答',
    note: name,
    count: next === undefined ? `${rows.length}` : `${rows.length} 多`,
    late: rows.filter((row) => isLate(row, now)).length,
    onOpen: () => open('objections', { level: scope.level, id: scope.id }),
  }
  return rows.length > 0 ? [errand] : []
}

/** One question for each place held, all asked together; empty lists are left out. */
export const claimErrandsOf = async (grants: readonly GrantView[]): Promise<Errand[]> => {
  const held = claimGrants(grants)
  const isReading = isWatching(held)
  const answerers = isReading ? [] : grantsFor(claimApi.endpoints.actObjection, held)
  const found = await Promise.all([
    ...placesOf(held).map(isReading ? watched : atDesk),
    ...placesOf(answerers).map(objected),
  ])
  return found.flat()
}
