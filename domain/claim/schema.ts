/** The fields of a claim as stored, and of what hangs around it. */
import * as v from 'valibot'
import { standing } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { personal } from '../kernel/personal'
import { Place } from '../kernel/roles'
import { At, Id, On, oneOf } from '../kernel/schema'
import { PayeeAccount, PayeeName } from './batch'
import { benefits, claimants } from './benefits'
import { Period } from './programme'
import { queues, turns } from './states'

/** JSON of what somebody said of themselves: what they earn, whether they are ill, who employs them. */
const Said = v.pipe(v.string(), personal({ label: '申领时答的', isSensitive: true, mask: () => '…' }))

/** A picture as it was taken in: `hash` is of its content, so that nobody swaps it unseen. */
export const SealedPicture = v.strictObject({ evidenceId: Id, fileId: v.string(), hash: v.string() })

export const Claim = v.strictObject({
  _id: Id,
  ...standing,
  /** Where the worker is registered, or the employer stands. */
  ...Place.entries,
  /** Whose desk it lies on: by the programme's scope, so that an employer's reviewers see their own programmes alone. */
  desk: v.partial(Place),
  programmeId: Id,
  edition: v.number(),
  period: Period,
  benefit: oneOf(benefits, '发哪一样'),
  claimant: oneOf(claimants, '谁领'),
  title: v.string(),
  ownerId: v.optional(v.string()),
  /** Who wrote the programme: does not decide over it. */
  writtenBy: v.string(),
  workerId: v.optional(Id),
  /** The keyed hash of the document: one person, however many accounts. */
  personKey: v.optional(v.string()),
  awaits: v.optional(oneOf(turns, '等谁')),
  amountFen: Fen,
  quantity: v.optional(v.number()),
  /** One, or how many of a roster are counted. */
  people: v.number(),
  payee: v.optional(PayeeName),
  account: v.optional(PayeeAccount),
  bank: v.optional(v.string()),
  /** Keyed hash of the account, to see one card under many claims. */
  accountKey: v.optional(v.string()),
  said: v.optional(Said),
  evidence: v.array(SealedPicture),
  /** Pictures others came in the place of, until they are deleted. */
  replaced: v.optional(v.array(v.string())),
  /** Of an employer's: whose officers go on with it. */
  employer: v.optional(v.partial(Place)),
  /** Which reading of its roster stands, counted from 0, and of how many sheets that is. */
  reading: v.optional(v.number()),
  sheets: v.optional(v.number()),
  /** Every rule passed by itself when it was handed in. */
  isClear: v.boolean(),
  /** Which parts are to be sent again. */
  parts: v.optional(v.array(Id)),
  reviewedBy: v.optional(v.string()),
  signedBy: v.optional(v.string()),
  paidBy: v.optional(v.string()),
  /** Who refused it, or agreed after all: no second turn in it is theirs. */
  decidedBy: v.optional(v.string()),
  queue: oneOf(queues, '在哪'),
  /** Due first, each apart: what a work list is sorted and paged by. */
  dueKey: v.string(),
  isLate: v.boolean(),
  isListed: v.boolean(),
  /** The batch it is in, or was last, and its line there. */
  batchId: v.optional(Id),
  lineNo: v.optional(v.number()),
  receiptNo: v.string(),
  submittedAt: v.optional(At),
  createdAt: At,
  listKey: v.string(),
})
export type Claim = v.InferOutput<typeof Claim>

/** One person, one claim a programme and period: the insert decides. `_id` is the keyed hash of the three. */
export const ClaimKey = v.strictObject({
  _id: Id,
  programmeId: Id,
  period: Period,
  personKey: v.string(),
  claimId: Id,
  /** Programmes it shuts out, as its edition said. */
  excludes: v.array(Id),
  /** Of somebody who had their registration erased and was paid: the last day it keeps them from being paid again. */
  eraseOn: v.optional(On),
  at: At,
})

/** What a person answered for themselves, once for all programmes; `_id` is the person's. */
export const Declared = v.strictObject({ _id: Id, said: Said, at: At })

/** Rows of an employer's roster or of a bank's file, some two hundred to a document: `_id` is its claim or batch and its number. */
export const SheetPart = v.strictObject({
  _id: Id,
  subjectId: Id,
  part: v.number(),
  /** JSON of the rows as they were read. */
  rows: v.pipe(v.string(), personal({ label: '表里的人', isSensitive: true, mask: () => '…' })),
  /** What came of them, once they were gone through. */
  report: v.optional(v.pipe(v.string(), personal({ label: '表里的人', isSensitive: true, mask: () => '…' }))),
  /** How many rows it has. */
  lines: v.optional(v.number()),
  taken: v.number(),
  takenFen: Fen,
  isDone: v.boolean(),
  /** Of a roster: whoever is counted on it was told. */
  isTold: v.optional(v.boolean()),
  at: At,
})

/** One person of one programme as employers count them: a single conditional update takes a month. `_id` is programme and person. */
export const Counted = v.strictObject({
  _id: Id,
  programmeId: Id,
  personKey: v.string(),
  months: v.array(
    v.strictObject({ month: v.string(), claimId: Id, part: v.number(), fen: Fen, isObjected: v.optional(v.boolean()) }),
  ),
  /** How many months stand in the list: what the most is held against. */
  used: v.number(),
  /** They took their registration back: their row goes once its claim is over. */
  isLeaving: v.optional(v.boolean()),
  at: At,
})
