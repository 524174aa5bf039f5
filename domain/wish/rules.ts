/** Who may wish in a drive, as the rows a union writes; they are judged by the one rule engine (eligibility.ts). */
import * as v from 'valibot'
import { oneOf } from '../kernel/schema'
import { residences, stays, trades } from '../worker/choices'

/** One row of a drive: the fact named, and the answers that are right. */
export const WishRule = v.variant('fact', [
  v.strictObject({ fact: v.literal('verified') }),
  v.strictObject({ fact: v.literal('stay'), is: v.pipe(v.array(oneOf(stays, '留不留')), v.minLength(1)) }),
  v.strictObject({ fact: v.literal('trade'), is: v.pipe(v.array(oneOf(trades, '干什么活')), v.minLength(1)) }),
  v.strictObject({ fact: v.literal('residence'), is: v.pipe(v.array(oneOf(residences, '住在哪')), v.minLength(1)) }),
])
export type WishRule = v.InferOutput<typeof WishRule>
