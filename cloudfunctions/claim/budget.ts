/** A programme's edition and its budget: the books are opened with it and changed only together with it. */
import { editionId, type ProgrammeDetails, programmeMachine } from '../../domain/claim'
import { newBooks } from '../../domain/claim/books'
import { AppError } from '../../domain/kernel/errors'
import type { ActionOf } from '../../domain/kernel/machine'
import { termsWithin } from '../_lib/books'
import { type Besides, moveWithin, type Stamp } from '../_lib/cases'
import { insert } from '../_lib/cloud'
import { transact } from '../_lib/transact'
import type { Programme } from './handlers'

/** Written before the programme names it: no claim finds an edition that is not there. Of two at once the first stands. */
export const keepEdition = async (
  { _id: programmeId }: Programme,
  details: ProgrammeDetails,
  edition: number,
  why: string,
  { actor, now }: Stamp,
): Promise<void> => {
  const kept = await insert('editions', {
    _id: editionId(programmeId, edition),
    programmeId,
    edition,
    details,
    ...(why ? { why } : {}),
    by: actor.personId,
    at: now.toISOString(),
  })
  if (!kept) throw new AppError('CONFLICT')
}

export const openBooks = ({ _id }: Programme, details: ProgrammeDetails): Promise<boolean> =>
  insert('books', newBooks(_id, details))

type Change = {
  readonly action: ActionOf<typeof programmeMachine>
  readonly version: number | undefined
  readonly form: unknown
  readonly set: Besides<'programmes'>['set']
}

/** The programme and its books together. Throws BUDGET_IN_USE below what is spoken for. */
export const fundWithin = (
  { _id: id }: Programme,
  { budgetFen, places }: Pick<ProgrammeDetails, 'budgetFen' | 'places'>,
  stamp: Stamp,
  { action, version, form, set = {} }: Change,
): Promise<Programme> =>
  transact(async (within) => {
    const asked = { id, action, version, form, change: () => ({ set }) }
    const { doc, isNew } = await moveWithin(within, 'programmes', programmeMachine, asked, stamp)
    if (isNew) await termsWithin(within, id, { budgetFen, places })
    return doc
  })
