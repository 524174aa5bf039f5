/** The books of a programme: what of its budget is free, reserved and paid. Their sum is the budget, at every moment. */
import * as v from 'valibot'
import { AppError } from '../kernel/errors'
import { Fen, fen, minus, noMoney, sum } from '../kernel/money'
import { Id } from '../kernel/schema'
import type { Held } from './states'

/** `_id` is the programme's. */
export const Books = v.strictObject({
  _id: Id,
  version: v.number(),
  budgetFen: Fen,
  freeFen: Fen,
  reservedFen: Fen,
  paidFen: Fen,
  /** How many people at most, where there is a limit. */
  places: v.optional(v.number()),
  placesUsed: v.number(),
  /** While its programme is open: what the list of programmes reads in the same wait. */
  isOpen: v.boolean(),
})
export type Books = v.InferOutput<typeof Books>

/** What an issuer gives a programme: so much money, for so many people at most. */
export type Terms = { readonly budgetFen: Fen; readonly places?: number | undefined }

/** Where the money of so many people goes from and to; both ends the same is no entry. */
export type Entry = { readonly from: Held; readonly to: Held; readonly fen: Fen; readonly people: number }

const placesOf = { free: 0, reserved: 1, paid: 1 } as const satisfies Record<Held, number>
const fieldOf = { free: 'freeFen', reserved: 'reservedFen', paid: 'paidFen' } as const satisfies Record<
  Held,
  keyof Books
>

/** Each thing that does not add up, in words: none, ever. */
export const untrueOf = ({ _id, budgetFen, freeFen, reservedFen, paidFen, places, placesUsed }: Books): string[] => {
  const parts = [freeFen, reservedFen, paidFen]
  const total = parts.reduce((all, part) => all + part, 0)
  const isWhole = [budgetFen, ...parts, placesUsed].every((figure) => Number.isSafeInteger(figure) && figure >= 0)
  return [
    ...(total === budgetFen ? [] : [`${_id}: ${parts.join(' + ')} is not ${budgetFen}`]),
    ...(isWhole ? [] : [`${_id}: ${[budgetFen, ...parts, placesUsed].join(', ')} are not all whole and not negative`]),
    ...(places === undefined || placesUsed <= places ? [] : [`${_id}: ${placesUsed} of ${places} places`]),
  ]
}

export const newBooks = (_id: string, { budgetFen, places }: Terms): Books => ({
  _id,
  version: 0,
  budgetFen,
  freeFen: budgetFen,
  reservedFen: noMoney,
  paidFen: noMoney,
  ...(places === undefined ? {} : { places }),
  placesUsed: 0,
  isOpen: true,
})

/** The books after an entry. Throws BUDGET_SPENT or PLACES_SPENT where there is not enough left. */
export const post = (
  books: Books,
  { from, to, fen: amount, people }: Entry,
): Pick<Books, 'freeFen' | 'reservedFen' | 'paidFen' | 'placesUsed'> => {
  const { freeFen, reservedFen, paidFen, places, placesUsed: before } = books
  if (!Number.isSafeInteger(people) || people < 0) throw new RangeError(`not a number of people: ${people}`)
  const sums = { freeFen, reservedFen, paidFen }
  if (from === to) return { ...sums, placesUsed: before }
  if (freeFen < amount && from === 'free') throw new AppError('BUDGET_SPENT')
  /** Nothing else can run out: what is released was reserved, what is paid back was paid. */
  sums[fieldOf[from]] = minus(sums[fieldOf[from]], amount)
  sums[fieldOf[to]] = sum([sums[fieldOf[to]], amount])
  const more = (placesOf[to] - placesOf[from]) * people
  const placesUsed = before + more
  if (more > 0 && places !== undefined && placesUsed > places) throw new AppError('PLACES_SPENT')
  if (placesUsed < 0) throw new RangeError(`${books._id} gives back a place nobody has`)
  return { ...sums, placesUsed }
}

/** The books under other terms. Throws BUDGET_IN_USE where more is spoken for than they leave. */
export const underTerms = (books: Books, { budgetFen, places }: Terms): Books => {
  const { places: _before, ...rest } = books
  const used = sum([books.reservedFen, books.paidFen])
  if (budgetFen < used || (places !== undefined && places < books.placesUsed)) throw new AppError('BUDGET_IN_USE')
  return { ...rest, budgetFen, freeFen: fen(budgetFen - used), ...(places === undefined ? {} : { places }) }
}
