/** What the cashier is shown: batches, their lines, and a bank's answers against them. */
import * as v from 'valibot'
import { actionNames } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { At, Id, oneOf } from '../kernel/schema'
import { batchMachine } from './batch'
import { gifts } from './benefits'
import { BounceReason } from './rows-paying'
import { tone } from './views'

export const DeskBatch = v.strictObject({
  id: Id,
  version: v.number(),
  programmeId: Id,
  title: v.string(),
  gives: oneOf(gifts, '怎么给'),
  state: v.string(),
  stateLabel: v.string(),
  tone,
  lines: v.number(),
  totalFen: Fen,
  paid: v.number(),
  paidFen: Fen,
  failed: v.number(),
  hash: v.optional(v.string()),
  createdAt: At,
  closedAt: v.optional(At),
  can: v.array(v.picklist(actionNames(batchMachine))),
})
export type DeskBatch = v.InferOutput<typeof DeskBatch>

export const DeskBatchLine = v.strictObject({
  no: v.number(),
  claimId: Id,
  maskedName: v.string(),
  maskedAccount: v.string(),
  bank: v.string(),
  amountFen: Fen,
  outcome: v.optional(v.picklist(['paid', 'failed'])),
  because: v.optional(BounceReason),
})
export type DeskBatchLine = v.InferOutput<typeof DeskBatchLine>

/** One line of a bank's file against the batch. */
export const ResultRow = v.strictObject({
  row: v.number(),
  no: v.optional(v.number()),
  outcome: v.picklist(['paid', 'failed', 'refused', 'known']),
  problem: v.optional(v.string()),
})
export type ResultRow = v.InferOutput<typeof ResultRow>
