/** The facts a claim is decided by, each with where it comes from, and what of it can be sent back. */

import * as v from 'valibot'
import { type DeskClaimWhole, gifts, type ProgrammeDetails, quantityAsked } from '../../domain/claim'
import { Fen, yuan } from '../../domain/kernel/money'
import { onOf } from '../../domain/kernel/time'
import { type FactName, factRow, isDeclared, sayFact } from '../../domain/rules'
import { opened } from '../_lib/cloud'
import { aboutThem, judgedAt } from './deskRow'
import { answersIn, knownOf } from './facts'
import type { Claim, Worker } from './handlers'

/** Only what the rules ask about is shown: nothing else of a person is needed to decide. */
const askedIn = ({ rules }: ProgrammeDetails): FactName[] => [
  ...new Set(rules.flatMap((rule) => (rule.fact === undefined ? rule.anyOf.map(({ fact }) => fact) : [rule.fact]))),
]

const quantityFact = ({ quantity }: Claim, { amount }: ProgrammeDetails): DeskClaimWhole['facts'] => {
  const label = amount && quantityAsked(amount)
  if (!amount || !label || quantity === undefined) return []
  const value = amount.way === 'share' ? yuan(v.parse(Fen, quantity)) : String(quantity)
  return [{ label, value, from: '本人填的' }]
}

export const factsShown = (
  claim: Claim,
  worker: Worker | undefined,
  details: ProgrammeDetails,
  employerName: string | undefined,
): DeskClaimWhole['facts'] => {
  const at = judgedAt(claim)
  const known = knownOf(worker, answersIn(opened('claims', claim).said), at)
  const shown = askedIn(details).flatMap((fact) => {
    const [first] = known[fact] ?? []
    if (!first) return []
    const { label, from, kind } = factRow(fact)
    /** What is text is kept as an id: the name is read beside it. */
    const value = kind === 'text' ? (employerName ?? '') : sayFact(fact, first.value, onOf(at))
    return [{ label, value, from: aboutThem(first.source ?? from, claim) }]
  })
  return [...shown, ...quantityFact(claim, details)]
}

export const CARD = 'card'
export const QUANTITY = 'quantity'
export const ROSTER = 'roster'

/** By name: a fact, how many, the card, a picture, an employer's roster. */
export const partsOf = (claim: Pick<Claim, 'claimant'>, details: ProgrammeDetails): DeskClaimWhole['parts'] => {
  const { amount, gives, evidence } = details
  const isWorkers = claim.claimant === 'worker'
  const quantity = amount && quantityAsked(amount)
  return [
    ...(isWorkers
      ? askedIn(details).flatMap((fact) => (isDeclared(fact) ? [{ part: fact, label: factRow(fact).label }] : []))
      : [{ part: ROSTER, label: '名册' }]),
    ...(isWorkers && quantity ? [{ part: QUANTITY, label: quantity }] : []),
    ...(gifts[gives].isToCard ? [{ part: CARD, label: isWorkers ? '银行卡' : '单位账号' }] : []),
    ...evidence.map(({ evidenceId, label }) => ({ part: evidenceId, label })),
  ]
}
