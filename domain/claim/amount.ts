/** How much a programme gives: whole fen from the rule alone, rounded nowhere but where the rule says how. */
import * as v from 'valibot'
import { type Fen, Fen as FenSchema, fen, noMoney } from '../kernel/money'
import { oneOf, text } from '../kernel/schema'
import { type RoundingName, roundings, units } from './benefits'

const Value = v.pipe(FenSchema, v.minValue(fen(1), '金额还没写'), v.maxValue(fen(100_000_000), '一份最多 1,000,000 元'))
const Cap = v.optional(Value)
const Most = v.optional(
  v.pipe(v.number('写数字'), v.integer('写整数'), v.minValue(1, '至少 1'), v.maxValue(10_000, '太多了')),
)

export const Amount = v.variant('way', [
  v.strictObject({ way: v.literal('fixed'), fen: Value }),
  /** So many fen for each unit, for at most so many units, and at most so many fen. */
  v.strictObject({
    way: v.literal('formula'),
    fen: Value,
    per: oneOf(units, '按什么算'),
    mostUnits: Most,
    capFen: Cap,
  }),
  /** A share of what was really paid. */
  v.strictObject({
    way: v.literal('share'),
    of: text('按什么算', 20),
    percent: v.pipe(v.number('写数字'), v.integer('写整数'), v.minValue(1, '1 到 100'), v.maxValue(100, '1 到 100')),
    rounding: oneOf(roundings, '怎么取整'),
    capFen: Cap,
  }),
])
export type Amount = v.InferOutput<typeof Amount>

const capped = (amount: number, cap: Fen | undefined): Fen => fen(cap === undefined ? amount : Math.min(amount, cap))

const shareOf = (costFen: number, percent: number, rounding: RoundingName): number => {
  const whole = Math.floor(costFen / 100) * percent
  const rest = (costFen % 100) * percent
  const cut = Math.floor(rest / 100)
  const left = rest % 100
  const isUp = { down: false, up: left > 0, halfUp: left >= 50 }[rounding]
  return whole + cut + (isUp ? 1 : 0)
}

/**
 * `quantity`: units of a formula, fen really paid of a share, nothing of a fixed amount. Units beyond the most are
 * not refused and not paid.
 */
export const amountOf = (amount: Amount, quantity = 1): Fen => {
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError(`not a quantity: ${quantity}`)
  if (amount.way === 'fixed') return quantity === 0 ? noMoney : amount.fen
  if (amount.way === 'formula')
    return capped(amount.fen * Math.min(quantity, amount.mostUnits ?? quantity), amount.capFen)
  return capped(shareOf(quantity, amount.percent, amount.rounding), amount.capFen)
}

/** What the claimant is asked to write, in words; undefined where nothing is counted. */
export const quantityAsked = (amount: Amount): string | undefined => {
  if (amount.way === 'share') return amount.of
  return amount.way === 'formula' ? units[amount.per].asks : undefined
}
