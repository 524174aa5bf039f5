/** The books of a programme: what of its budget is free, reserved and paid. Their sum is the budget, at every moment. */
import * as v from 'valibot'
import { AppError } from '../kernel/errors'
import { Fen, minus, sum } from '../kernel/money'
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
})
export type Books = v.InferOutput<typeof Books>

/** Where the money of so many people goes from and to; both ends the same is no entry. */
export type Entry = { readonly from: Held; readonly to: Held; readonly fen: Fen; readonly people: number }

const placesOf = { free: 0, reserved: 1, paid: 1 } as const satisfies Record<Held, number>
const fieldOf = { free: 'freeFen', reserved: 'reservedFen', paid: 'paidFen' } as const satisfies Record<
  Held,
  keyof Books
>

/** The books after an entry. Throws BUDGET_SPENT or PLACES_SPENT where there is not enough. */
export const post = (
  books: Books,
  { from, to, fen: amount, people }: Entry,
): Pick<Books, 'freeFen' | 'reservedFen' | 'paidFen' | 'placesUsed'> => {
  const { freeFen, reservedFen, paidFen } = books
  const sums = { freeFen, reservedFen, paidFen }
  if (sums[fieldOf[from]] < amount) throw new AppError('BUDGET_SPENT')
  sums[fieldOf[from]] = minus(sums[fieldOf[from]], amount)
  sums[fieldOf[to]] = sum([sums[fieldOf[to]], amount])
  const placesUsed = books.placesUsed + (placesOf[to] - placesOf[from]) * people
  if (books.places !== undefined && placesUsed > Math.max(books.places, books.placesUsed))
    throw new AppError('PLACES_SPENT')
  return { ...sums, placesUsed }
}
