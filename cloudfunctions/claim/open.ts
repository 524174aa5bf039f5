/** Every open programme with its books: two reads side by side, for whoever asks what there is. */
import { benefits, claimants, mostProgrammes } from '../../domain/claim'
import { covers } from '../../domain/kernel/roles'
import { type DocOf, find } from '../_lib/cloud'
import { isOpenOn } from './editions'
import type { Programme, Worker } from './handlers'

export type Books = DocOf<'books'>
export type Open = { readonly programme: Programme; readonly books: Books | undefined }

export const openProgrammes = async (now: Date): Promise<Open[]> => {
  const [{ rows }, books] = await Promise.all([
    find('programmes', { state: 'open' }, { order: [['listKey', 'desc']], limit: mostProgrammes }),
    find('books', { isOpen: true }, { limit: mostProgrammes }),
  ])
  const byId = new Map(books.rows.map((row) => [row._id, row]))
  return rows
    .filter((programme) => isOpenOn(programme, now))
    .map((programme) => ({ programme, books: byId.get(programme._id) }))
}

/** A visitor is shown what a whole city or district gives; a worker what is given where they are, their employer's to ask for among it. */
export const isShownTo = ({ scope }: Programme, worker: Worker | undefined): boolean =>
  worker ? covers(scope, worker) : scope.level === 'city' || scope.level === 'district'

/** What an employer asks for is no worker's to claim. */
export const isFor = (programme: Programme, worker: Worker): boolean =>
  !claimants[benefits[programme.details.benefit].claimant].hasRoster && isShownTo(programme, worker)
