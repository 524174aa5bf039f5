/** What a judgement says: a verdict of three values, and one answer a rule with the sentences a person reads. */
import * as v from 'valibot'
import { declaredFactNames } from './facts'
import { RuleSource } from './schema'

export const Verdict = v.picklist(['yes', 'no', 'unknown'])
export type Verdict = v.InferOutput<typeof Verdict>

export const Answer = v.strictObject({
  /** Which of the rules, counted from 0. */
  rule: v.number(),
  text: v.string(),
  verdict: Verdict,
  from: v.string(),
  /** What is against it, or what is needed. */
  why: v.optional(v.string()),
  source: v.optional(RuleSource),
  /** The fact whose question settles it, where the person may answer it themselves. */
  asks: v.optional(v.picklist(declaredFactNames)),
})
export type Answer = Readonly<v.InferOutput<typeof Answer>>

export type Judgement = { readonly verdict: Verdict; readonly answers: readonly Answer[] }

/** The weakest answer decides; where nothing is asked, nothing is against it. */
export const verdictOf = (answers: readonly { readonly verdict: Verdict }[]): Verdict =>
  answers.some(({ verdict }) => verdict === 'no')
    ? 'no'
    : answers.some(({ verdict }) => verdict === 'unknown')
      ? 'unknown'
      : 'yes'

/** One yes is enough; all must be against it. */
export const verdictOfAny = (answers: readonly { readonly verdict: Verdict }[]): Verdict =>
  answers.some(({ verdict }) => verdict === 'yes')
    ? 'yes'
    : answers.every(({ verdict }) => verdict === 'no')
      ? 'no'
      : 'unknown'
