/** Whether somebody may wish in a drive: its rows as rules of the one engine, over the facts of their registration. */
import type { Day } from '../kernel/time/day'
import { factsOf, judge, type Rule, type Verdict, verdictOf } from '../rules'
import type { residences, stays, trades } from '../worker/choices'
import type { WishRule } from './rules'

export { type Verdict, verdictOf }

export type Facts = {
  readonly isVerified: boolean
  readonly stay: keyof typeof stays
  readonly trade: keyof typeof trades
  readonly residence: keyof typeof residences
}

export type Answer = { readonly text: string; readonly verdict: Verdict; readonly from: string }

const asRule = (row: WishRule): Rule => ({
  fact: row.fact,
  must: { is: row.fact === 'verified' ? [true] : row.is },
})

export const answersFor = (rules: readonly WishRule[], { isVerified, ...told }: Facts, on: Day): Answer[] =>
  judge(rules.map(asRule), factsOf({ ...told, verified: isVerified }), on).answers.map(({ text, verdict, from }) => ({
    text,
    verdict,
    from,
  }))
