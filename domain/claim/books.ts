/** The books of a programme: what of its budget is free, reserved and paid. Their sum is the budget, at every moment. */
import * as v from 'valibot'
import { Fen } from '../kernel/money'
import { Id } from '../kernel/schema'

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
