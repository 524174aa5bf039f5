/** A batch of payments: gathered, closed once and never changed, answered line by line by the bank. */
import * as v from 'valibot'
import { defineMachine, standing } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { personal } from '../kernel/personal'
import { Place, Scope } from '../kernel/roles'
import { At, Id, nothing, On } from '../kernel/schema'
import { maskName } from '../worker/documents'
import { CompanyAccount } from './form'
import { BounceReason } from './rows-paying'

export const batchMachine = defineMachine({
  readBy: ['claimCashier', 'supervisor', 'cityAdmin'],
  starts: { gather: { to: 'gathering', by: ['claimCashier'], says: '开始做一批' } },
  states: {
    gathering: { label: '在做', tone: 'wait', next: '接着做，做好就不能改了' },
    closed: { label: '等银行', tone: 'wait', next: '把表交给银行，回来传结果' },
    settled: { label: '都有回音了', tone: 'ok', next: '没有要办的事', isOver: true },
  },
  actions: {
    close: {
      label: '封好这一批',
      from: ['gathering'],
      to: 'closed',
      by: ['claimCashier'],
      form: nothing,
      says: '封好了',
    },
    settle: { label: '都有回音了', from: ['closed'], to: 'settled', by: ['system'], form: nothing, says: '都有回音了' },
  },
})

/** Whose name and account a bank is given. */
export const PayeeName = v.pipe(v.string(), personal({ label: '收款人', isSensitive: false, mask: maskName }))
export const PayeeAccount = CompanyAccount

export const Batch = v.strictObject({
  _id: Id,
  ...standing,
  desk: v.partial(Place),
  cityId: v.optional(v.string()),
  districtId: v.optional(v.string()),
  scope: Scope,
  programmeId: Id,
  ownerId: v.string(),
  lines: v.number(),
  totalFen: Fen,
  paid: v.number(),
  paidFen: Fen,
  failed: v.number(),
  /** Once it is closed: SHA-256 over its lines' hashes in order, a line end between them. */
  hash: v.optional(v.string()),
  closedAt: v.optional(At),
  createdAt: At,
  listKey: v.string(),
})
export type Batch = v.InferOutput<typeof Batch>

/** `_id` is the batch and the line's number; the line is written once, its outcome set once. */
export const BatchLine = v.strictObject({
  _id: Id,
  batchId: Id,
  no: v.number(),
  claimId: Id,
  /** Empty once whoever it was had their registration erased. */
  name: v.optional(PayeeName),
  account: v.optional(PayeeAccount),
  bank: v.optional(v.string()),
  amountFen: Fen,
  /** SHA-256 over the cells the bank is given, as a JSON list: the batch's own hash runs over these. */
  hash: v.string(),
  outcome: v.optional(v.picklist(['paid', 'failed'])),
  because: v.optional(BounceReason),
  paidOn: v.optional(On),
  answeredAt: v.optional(At),
})
export type BatchLine = v.InferOutput<typeof BatchLine>
