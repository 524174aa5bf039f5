/** What the desk is shown: programmes with their books, work lists, one claim with its facts, batches line by line. */
import * as v from 'valibot'
import { actionNames } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { Scope } from '../kernel/roles'
import { At, Cursor, Id, oneOf } from '../kernel/schema'
import { benefits, claimants, gifts } from './benefits'
import { objectionMachine } from './objection'
import { ProgrammeDetails } from './programme'
import { programmeMachine } from './programme-machine'
import { queues, turns } from './states'
import { ClaimActionName, ClaimStateName, RuleAnswer, TimelineRow, tone, verdict } from './views'

export const BooksView = v.strictObject({
  budgetFen: Fen,
  freeFen: Fen,
  reservedFen: Fen,
  paidFen: Fen,
  places: v.optional(v.number()),
  placesUsed: v.number(),
})

export const DeskProgramme = v.strictObject({
  id: Id,
  version: v.number(),
  title: v.string(),
  benefitLabel: v.string(),
  claimant: oneOf(claimants, '谁领'),
  scope: Scope,
  scopeName: v.string(),
  state: v.string(),
  stateLabel: v.string(),
  tone,
  edition: v.number(),
  opensOn: v.string(),
  closesOn: v.string(),
  books: v.optional(BooksView),
  can: v.array(v.picklist(actionNames(programmeMachine))),
})
export type DeskProgramme = v.InferOutput<typeof DeskProgramme>

export const DeskProgrammeWhole = v.strictObject({
  row: DeskProgramme,
  details: ProgrammeDetails,
  /** What keeps it from being opened, each in a sentence. */
  problems: v.array(v.strictObject({ field: v.string(), text: v.string() })),
  editions: v.array(
    v.strictObject({ edition: v.number(), at: At, why: v.optional(v.string()), details: ProgrammeDetails }),
  ),
  /** Every claim once, by where it stands. */
  byState: v.array(v.strictObject({ state: ClaimStateName, label: v.string(), count: v.number() })),
  timeline: v.array(TimelineRow),
})
export type DeskProgrammeWhole = v.InferOutput<typeof DeskProgrammeWhole>

export const DeskClaim = v.strictObject({
  id: Id,
  version: v.number(),
  programmeId: Id,
  title: v.string(),
  benefit: oneOf(benefits, '发哪一样'),
  claimant: oneOf(claimants, '谁领'),
  maskedName: v.string(),
  periodLabel: v.string(),
  amountFen: Fen,
  people: v.number(),
  receiptNo: v.string(),
  state: ClaimStateName,
  stateLabel: v.string(),
  tone,
  queue: oneOf(queues, '在哪'),
  awaits: v.optional(oneOf(turns, '等谁')),
  dueAt: v.optional(At),
  isLate: v.boolean(),
  /** Every rule passed by itself and nothing is marked: many such may be approved at once. */
  isClear: v.boolean(),
  /** One fact a reviewer decides by, in a few words. */
  fact: v.string(),
  can: v.array(ClaimActionName),
})
export type DeskClaim = v.InferOutput<typeof DeskClaim>

/** What a reviewer looks at twice: the same card, name or phone elsewhere. */
export const Mark = v.strictObject({
  kind: v.picklist(['sameCard', 'samePhone', 'sameName', 'objection']),
  text: v.string(),
})

export const DeskClaimWhole = v.strictObject({
  row: DeskClaim,
  scopeName: v.string(),
  siteName: v.string(),
  edition: v.number(),
  gives: oneOf(gifts, '怎么给'),
  amountWords: v.string(),
  amountFrom: v.string(),
  rules: v.array(RuleAnswer),
  verdict,
  facts: v.array(v.strictObject({ label: v.string(), value: v.string(), from: v.string() })),
  marks: v.array(Mark),
  maskedAccount: v.optional(v.string()),
  bank: v.optional(v.string()),
  maskedNumber: v.optional(v.string()),
  evidence: v.array(v.strictObject({ evidenceId: Id, label: v.string(), urls: v.array(v.string()) })),
  /** What can be sent back, by name: a fact, the card, a picture. */
  parts: v.array(v.strictObject({ part: Id, label: v.string() })),
  because: v.optional(v.string()),
  /** Why nothing can be done here by this person, in a sentence. */
  whyNot: v.optional(v.string()),
  /** Of an employer's roster: its parts, each read by `rosterPart`. */
  rosterParts: v.number(),
  timeline: v.array(TimelineRow),
})
export type DeskClaimWhole = v.InferOutput<typeof DeskClaimWhole>

export const WorkPage = v.strictObject({ rows: v.array(DeskClaim), next: v.optional(Cursor) })

/** One work list in figures; beyond a hundred `hasMore` says so. */
export const QueueLine = v.strictObject({
  queue: oneOf(queues, '在哪'),
  label: v.string(),
  waiting: v.number(),
  late: v.number(),
  today: v.number(),
  hasMore: v.boolean(),
})
export type QueueLine = v.InferOutput<typeof QueueLine>

/** One row of a roster as it was read and what came of it. */
export const RosterRow = v.strictObject({
  row: v.number(),
  rowId: v.optional(Id),
  maskedName: v.string(),
  maskedNumber: v.string(),
  isCounted: v.boolean(),
  amountFen: Fen,
  problem: v.optional(v.string()),
  isObjected: v.boolean(),
})
export type RosterRow = v.InferOutput<typeof RosterRow>

export const RosterClaim = v.strictObject({
  id: Id,
  version: v.number(),
  programmeId: Id,
  title: v.string(),
  periodLabel: v.string(),
  state: ClaimStateName,
  stateLabel: v.string(),
  tone,
  next: v.string(),
  isLate: v.boolean(),
  because: v.optional(v.string()),
  amountFen: Fen,
  people: v.number(),
  parts: v.number(),
  partsDone: v.number(),
  refused: v.number(),
  receiptNo: v.string(),
  maskedAccount: v.optional(v.string()),
  timeline: v.array(TimelineRow),
  can: v.array(ClaimActionName),
})
export type RosterClaim = v.InferOutput<typeof RosterClaim>

export const DeskObjection = v.strictObject({
  id: Id,
  version: v.number(),
  claimId: Id,
  rowId: v.optional(Id),
  title: v.string(),
  claimName: v.string(),
  words: v.string(),
  isAboutSelf: v.boolean(),
  stateLabel: v.string(),
  tone,
  dueAt: v.optional(At),
  isLate: v.boolean(),
  can: v.array(v.picklist(actionNames(objectionMachine))),
})
export type DeskObjection = v.InferOutput<typeof DeskObjection>
