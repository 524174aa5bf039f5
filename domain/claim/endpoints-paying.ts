/** What the cashier asks of `claim`: gather a batch, take it to the bank, take over what the bank answered. */
import * as v from 'valibot'
import { read, write } from '../kernel/api'
import { Fen } from '../kernel/money'
import { Scope } from '../kernel/roles'
import { At, Cursor, Id, Reason, RequestId } from '../kernel/schema'
import { FileId } from './form'
import { DeskBatch, DeskBatchLine, ResultRow } from './views-paying'

const once = { requestId: RequestId }

export const payingEndpoints = {
  makeBatch: write({
    says: 'Gathers what is to be paid of one programme, five hundred a call, and closes the batch once all are in; sent on with the batch until it is closed.',
    who: ['cashier'],
    input: v.strictObject({ ...once, scope: Scope, programmeId: Id, batchId: v.optional(Id) }),
    output: v.strictObject({ batch: DeskBatch, left: v.number() }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'NOTHING_TO_PAY'],
  }),
  batches: read({
    says: 'The batches of a place, newest first.',
    who: ['cashier', 'supervisor', 'cityAdmin'],
    input: v.strictObject({ scope: Scope, cursor: v.optional(Cursor) }),
    output: v.strictObject({ rows: v.array(DeskBatch), next: v.optional(Cursor) }),
    errors: ['NOT_FOUND'],
  }),
  batch: read({
    says: 'One batch and its lines, masked; those the bank sent back alone, where asked.',
    who: ['cashier', 'supervisor', 'cityAdmin'],
    input: v.strictObject({
      id: Id,
      outcome: v.optional(v.picklist(['paid', 'failed', 'open'])),
      cursor: v.optional(Cursor),
    }),
    output: v.strictObject({ batch: DeskBatch, lines: v.array(DeskBatchLine), next: v.optional(Cursor) }),
    errors: ['NOT_FOUND'],
  }),
  batchFile: write({
    says: 'The closed batch in the bank’s form, as Excel or CSV; who took it, and why, is logged.',
    who: ['cashier'],
    input: v.strictObject({ ...once, id: Id, form: v.picklist(['xlsx', 'csv']), reason: Reason }),
    output: v.strictObject({
      fileUrl: v.string(),
      fileName: v.string(),
      lines: v.number(),
      totalFen: Fen,
      hash: v.string(),
      expiresAt: At,
    }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED'],
  }),
  importResults: write({
    says: 'Reads the bank’s file against the batch; nothing moves before `applyResults`.',
    who: ['cashier'],
    input: v.strictObject({ ...once, batchId: Id, fileId: FileId }),
    output: v.strictObject({
      importId: Id,
      parts: v.number(),
      lines: v.number(),
      paid: v.number(),
      failed: v.number(),
      /** Lines that cannot be taken, the first hundred. */
      problems: v.array(ResultRow),
    }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED', 'FILE_UNREADABLE', 'TOO_MANY_ROWS'],
  }),
  applyResults: write({
    says: 'Takes over one part of a bank’s file: what was paid is paid, what came back came back; sent twice it is done once.',
    who: ['cashier'],
    input: v.strictObject({ ...once, batchId: Id, importId: Id, part: v.number() }),
    output: v.strictObject({ batch: DeskBatch, rows: v.array(ResultRow) }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT'],
  }),
}
