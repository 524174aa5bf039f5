/** One programme as one person stands to it: can you, can you not because, or what has to be known first. */
import {
  benefits,
  claimMachine,
  freeingStates,
  type Period,
  type ProgrammeCard,
  periodsOf,
  quantityAsked,
  type RuleAnswer,
} from '../../domain/claim'
import { stateRow } from '../../domain/kernel/machine'
import { sayDay, toDay } from '../../domain/kernel/time'
import { type Facts, verdictOf } from '../../domain/rules'
import type { Claim, Programme, Worker } from './handlers'
import { judgeNow, questionsIn, sourceLine } from './judging'
import type { Books } from './open'
import { amountWords, periodLabel } from './words'

export type Standing = {
  readonly worker: Worker | undefined
  readonly known: Facts
  readonly claims: readonly Claim[]
  readonly now: Date
}

const isFreed = ({ state }: Claim): boolean => freeingStates.some((free) => free === state)

/** What they claimed and did not take back. */
export const heldBy = (claims: readonly Claim[], programmeId: string): Claim[] =>
  claims.filter((claim) => claim.programmeId === programmeId && !isFreed(claim))

/** A rule nobody writes: who is not registered, and who has another programme this one shuts out. */
const unregistered: RuleAnswer = {
  text: '登记过',
  verdict: 'unknown',
  from: '扫码登记，3 分钟',
  why: '登记了才知道能不能领',
}

const shutOut = ({ details }: Programme, claims: readonly Claim[]): RuleAnswer[] =>
  details.excludes.flatMap(({ programmeId, source }) => {
    const [other] = heldBy(claims, programmeId)
    if (!other) return []
    return [
      {
        text: `没有领“${other.title}”`,
        verdict: 'no' as const,
        from: '您交过的申领',
        why: `您领了“${other.title}”，两样只能领一样`,
        ...(source ? { source: sourceLine(source, details.documents) } : {}),
      },
    ]
  })

const periodLine = (period: Period, held: readonly Claim[]) => {
  const claim = held.find((one) => one.period === period)
  return {
    period,
    label: periodLabel(period),
    ...(claim ? { claimId: claim._id, stateLabel: stateRow(claimMachine, claim.state).label } : {}),
  }
}

const isFull = (books: Books | undefined): boolean =>
  books !== undefined && (books.freeFen === 0 || (books.places !== undefined && books.placesUsed >= books.places))

export const programmeCard = (
  programme: Programme,
  books: Books | undefined,
  { worker, known, claims, now }: Standing,
): ProgrammeCard => {
  const { details, edition, scopeName, _id: id } = programme
  const { amount, amountSource, documents, publishDays } = details
  if (!amount || !amountSource) throw new Error('an open programme without an amount')
  const held = heldBy(claims, id)
  const judged = judgeNow(details, known, now)
  const rules = [...(worker ? shutOut(programme, claims) : [unregistered]), ...judged.rules]
  const asked = quantityAsked(amount)
  return {
    id,
    edition,
    title: details.title,
    benefit: details.benefit,
    benefitLabel: benefits[details.benefit].label,
    claimant: benefits[details.benefit].claimant,
    gives: details.gives,
    ...(details.what ? { what: details.what } : {}),
    payer: details.payer,
    scopeName,
    amount,
    amountWords: amountWords(details),
    amountSource: sourceLine(amountSource, documents),
    closesOn: details.closesOn,
    closesWords: `${sayDay(toDay(details.closesOn), now)}前`,
    periods: periodsOf(details).map((period) => periodLine(period, held)),
    verdict: verdictOf(rules),
    rules,
    questions: worker ? questionsIn(rules) : [],
    documents,
    evidence: details.evidence,
    ...(asked ? { quantityAsked: asked } : {}),
    ...(publishDays === undefined ? {} : { publishDays }),
    isFull: isFull(books),
  }
}
