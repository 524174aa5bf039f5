/** Keeps a programme's books inside the transaction that moves what they count: both or neither (decision 0016). */
import { type Books, type Entry, newBooks, post, type Terms, underTerms, untrueOf } from '../../domain/claim/books'
import { AppError } from '../../domain/kernel/errors'
import type { Within } from './transact'

const write = async (within: Within, { _id, places, version: _before, ...figures }: Books): Promise<void> => {
  const untrue = untrueOf({ _id, version: 0, ...figures, ...(places === undefined ? {} : { places }) })
  if (untrue.length > 0) throw new Error(`books that do not add up: ${untrue.join('; ')}`)
  const limit = places === undefined ? { set: figures, unset: ['places'] } : { set: { ...figures, places } }
  await within.apply('books', _id, { ...limit, inc: { version: 1 } })
}

/** Enters what moved, one entry after the other, in one write. Throws BUDGET_SPENT, PLACES_SPENT. */
export const postWithin = async (within: Within, programmeId: string, entries: readonly Entry[]): Promise<void> => {
  const books = await within.get('books', programmeId)
  if (!books) throw new AppError('NOT_FOUND', { reason: 'a programme without books' })
  let after = books
  for (const entry of entries) after = { ...after, ...post(after, entry) }
  await write(within, after)
}

/** Opens the books of a programme, or puts them under other terms; the same terms again change nothing that counts. Throws BUDGET_IN_USE. */
export const termsWithin = async (within: Within, programmeId: string, terms: Terms): Promise<void> => {
  const books = await within.get('books', programmeId)
  if (books) return write(within, underTerms(books, terms))
  await within.insert('books', newBooks(programmeId, terms))
}
