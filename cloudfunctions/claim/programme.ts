/** One programme as the caller stands to it; a closed one, and an older edition of it, too. */
import { programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { get } from '../_lib/cloud'
import { detailsOf } from './editions'
import { knownOf } from './facts'
import type { ClaimHandler, Programme } from './handlers'
import { programmeCard } from './programmeCard'
import { answersOf, claimsOf } from './programmes'
import { ownedBy, standsWell } from './standing'

/** Throws NOT_FOUND for what was never opened. */
const asEdition = async (programme: Programme | undefined, edition: number | undefined): Promise<Programme> => {
  if (!programme || programme.edition === 0) throw new AppError('NOT_FOUND')
  const wanted = edition ?? programme.edition
  return { ...programme, edition: wanted, details: await detailsOf(programme._id, wanted) }
}

export const programme: ClaimHandler<'programme'> = async ({ id, edition }, { personId, now, identified }) => {
  const [{ actor }, stored, books, found, answers, claims] = await Promise.all([
    identified(),
    get('programmes', id),
    get('books', id),
    ownedBy(personId),
    answersOf(personId),
    claimsOf(personId),
  ])
  if (!stored || !canRead(programmeMachine, stored, actor)) throw new AppError('NOT_FOUND')
  const shown = await asEdition(stored, edition)
  const worker = standsWell(found) ? found : undefined
  const card = programmeCard(shown, books, { worker, known: knownOf(worker, answers, now), claims, now })
  return { isRegistered: worker !== undefined, programme: card }
}
