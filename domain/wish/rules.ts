/** Who may wish in a drive: rows over the facts of a registration, each answering yes, no or unknown with the sentence why. */
import * as v from 'valibot'
import { oneOf } from '../kernel/schema'
import { residences, stays, trades } from '../worker/choices'

export type Verdict = 'yes' | 'no' | 'unknown'
export type Facts = {
  readonly isVerified: boolean
  readonly stay: keyof typeof stays
  readonly trade: keyof typeof trades
  readonly residence: keyof typeof residences
}

/** One row of a drive: the fact named, and the answers that are right. */
export const WishRule = v.variant('fact', [
  v.strictObject({ fact: v.literal('verified') }),
  v.strictObject({ fact: v.literal('stay'), is: v.pipe(v.array(oneOf(stays, '留不留')), v.minLength(1)) }),
  v.strictObject({ fact: v.literal('trade'), is: v.pipe(v.array(oneOf(trades, '干什么活')), v.minLength(1)) }),
  v.strictObject({ fact: v.literal('residence'), is: v.pipe(v.array(oneOf(residences, '住在哪')), v.minLength(1)) }),
])
export type WishRule = v.InferOutput<typeof WishRule>

export type Answer = { readonly text: string; readonly verdict: Verdict; readonly from: string }

const listed = (rows: Readonly<Record<string, { label: string }>>, ids: readonly string[]): string =>
  ids.map((id) => rows[id]?.label ?? '').join('、')

const told = '您登记时说的'

const answerOf = (rule: WishRule, facts: Facts): Answer => {
  switch (rule.fact) {
    case 'verified':
      return { text: '登记核实过', verdict: facts.isVerified ? 'yes' : 'unknown', from: '工地、街道核实' }
    case 'stay': {
      const isAsked = rule.is.includes(facts.stay)
      const verdict = isAsked ? 'yes' : facts.stay === 'undecided' ? 'unknown' : 'no'
      return { text: listed(stays, rule.is), verdict, from: told }
    }
    case 'trade':
      return {
        text: `干的活是${listed(trades, rule.is)}`,
        verdict: rule.is.includes(facts.trade) ? 'yes' : 'no',
        from: told,
      }
    case 'residence':
      return {
        text: `住${listed(residences, rule.is)}`,
        verdict: rule.is.includes(facts.residence) ? 'yes' : 'no',
        from: told,
      }
  }
}

export const answersFor = (rules: readonly WishRule[], facts: Facts): Answer[] =>
  rules.map((rule) => answerOf(rule, facts))

/** The weakest answer decides. */
export const verdictOf = (answers: readonly Answer[]): Verdict =>
  answers.some(({ verdict }) => verdict === 'no')
    ? 'no'
    : answers.some(({ verdict }) => verdict === 'unknown')
      ? 'unknown'
      : 'yes'
