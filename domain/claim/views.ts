/** What whoever claims is shown: each programme with every rule's own answer, and their claims with what comes next. */
import * as v from 'valibot'
import { actionNames } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { At, Id, oneOf } from '../kernel/schema'
import { declaredFactNames } from '../rules'
import { Amount } from './amount'
import { benefits, claimants, gifts } from './benefits'
import { Answers } from './form'
import { claimMachine } from './machine'
import { EvidenceAsked, Period, SourceDocument } from './programme'
import { claimStates } from './states'

const DeclaredFact = v.picklist(declaredFactNames)

export const tone = v.picklist(['ok', 'wait', 'stop', 'plain'])
export const verdict = v.picklist(['yes', 'no', 'unknown'])
export const ClaimStateName = oneOf(claimStates, '走到哪一步')
export const ClaimActionName = v.picklist(actionNames(claimMachine))

/** Where a rule is written, in words: '〔2021〕7 号 第二条'. */
export const SourceLine = v.strictObject({ documentId: Id, title: v.string(), article: v.string() })

export const RuleAnswer = v.strictObject({
  text: v.string(),
  verdict,
  from: v.string(),
  why: v.optional(v.string()),
  source: v.optional(SourceLine),
  /** The fact to be answered in place. */
  asks: v.optional(DeclaredFact),
})
export type RuleAnswer = v.InferOutput<typeof RuleAnswer>

/** A question a person can answer in place; no choices: yes or no. */
export const Question = v.strictObject({
  fact: DeclaredFact,
  question: v.string(),
  hint: v.optional(v.string()),
  kind: v.picklist(['yesNo', 'choice', 'number', 'day', 'fen', 'text']),
  yes: v.optional(v.string()),
  no: v.optional(v.string()),
  choices: v.array(v.strictObject({ id: v.string(), label: v.string() })),
})
export type Question = v.InferOutput<typeof Question>

export const PeriodLine = v.strictObject({
  period: Period,
  /** '2021 年 2 月', or empty where there is only one. */
  label: v.string(),
  /** What they claimed for it already. */
  claimId: v.optional(Id),
  stateLabel: v.optional(v.string()),
})

export const ProgrammeCard = v.strictObject({
  id: Id,
  edition: v.number(),
  title: v.string(),
  benefit: oneOf(benefits, '发哪一样'),
  benefitLabel: v.string(),
  claimant: oneOf(claimants, '谁领'),
  gives: oneOf(gifts, '怎么给'),
  what: v.optional(v.string()),
  payer: v.string(),
  scopeName: v.string(),
  amount: Amount,
  /** '300 元', '每学时 20 元，最多 400 元'. */
  amountWords: v.string(),
  amountSource: SourceLine,
  closesOn: v.string(),
  /** '2 月 26 日（周五）前'. */
  closesWords: v.string(),
  periods: v.array(PeriodLine),
  verdict,
  rules: v.array(RuleAnswer),
  questions: v.array(Question),
  documents: v.array(SourceDocument),
  evidence: v.array(EvidenceAsked),
  quantityAsked: v.optional(v.string()),
  publishDays: v.optional(v.number()),
  /** The money or the places are spoken for; how many would stand before them. */
  isFull: v.boolean(),
  waiting: v.optional(v.number()),
})
export type ProgrammeCard = v.InferOutput<typeof ProgrammeCard>

export const TimelineRow = v.strictObject({
  text: v.string(),
  at: At,
  by: v.string(),
  note: v.optional(v.string()),
})

export const EvidenceLine = v.strictObject({ evidenceId: Id, label: v.string(), count: v.number() })

export const MyClaim = v.strictObject({
  id: Id,
  version: v.number(),
  programmeId: Id,
  edition: v.number(),
  title: v.string(),
  benefitLabel: v.string(),
  gives: oneOf(gifts, '怎么给'),
  what: v.optional(v.string()),
  period: Period,
  periodLabel: v.string(),
  receiptNo: v.string(),
  amountFen: Fen,
  state: ClaimStateName,
  stateLabel: v.string(),
  tone,
  next: v.strictObject({ text: v.string(), dueAt: v.optional(At), isLate: v.boolean() }),
  /** How far it is of the five, and how it stands there. */
  step: v.number(),
  because: v.optional(v.string()),
  /** The rule that speaks against it, where one does. */
  against: v.optional(RuleAnswer),
  parts: v.array(v.string()),
  /** Before it in the same work list; only while it waits to be looked at. */
  place: v.optional(v.number()),
  maskedAccount: v.optional(v.string()),
  bank: v.optional(v.string()),
  answers: Answers,
  quantity: v.optional(v.number()),
  evidence: v.array(EvidenceLine),
  appealBy: v.optional(At),
  paidOn: v.optional(v.string()),
  bounceLabel: v.optional(v.string()),
  timeline: v.array(TimelineRow),
  can: v.array(ClaimActionName),
})
export type MyClaim = v.InferOutput<typeof MyClaim>

/** An employer counts the caller for itself: what for, and whether they said that it is wrong. */
export const CountedLine = v.strictObject({
  rowId: Id,
  claimId: Id,
  programmeTitle: v.string(),
  employerName: v.string(),
  monthLabel: v.string(),
  stateLabel: v.string(),
  isObjected: v.boolean(),
})
export type CountedLine = v.InferOutput<typeof CountedLine>

/** What everybody reads of a published list: nobody can be told by it but by themselves. */
export const PublishedRow = v.strictObject({
  claimId: Id,
  maskedName: v.string(),
  maskedNumber: v.string(),
  amountFen: Fen,
  people: v.number(),
  periodLabel: v.string(),
  /** Objections are taken until then; absent once it is over. */
  until: v.optional(At),
})
export type PublishedRow = v.InferOutput<typeof PublishedRow>

/** What somebody said against a name, and what came of it. */
export const ObjectionLine = v.strictObject({
  id: Id,
  /** What it is about, where they are not all about one programme. */
  title: v.optional(v.string()),
  state: v.string(),
  stateLabel: v.string(),
  tone,
  next: v.string(),
  because: v.optional(v.string()),
})
export type ObjectionLine = v.InferOutput<typeof ObjectionLine>
