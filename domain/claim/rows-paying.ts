/** The rows of the money: put into a batch, taken by the bank or not, looked for, paid back. */
import * as v from 'valibot'
import type { Rule } from '../kernel/machine'
import { nothing, On, oneOf, Reason, text } from '../kernel/schema'
import { reason, toConfirm, toMend, toPay } from './clocks'
import { notTheirs } from './rows-deciding'
import type { ClaimState } from './states'

/** Why a bank sends money back, in the words its answers are read by. */
export const bounceReasons = {
  account: { label: '卡号不对', words: ['账号', '卡号', '户不存在'] },
  name: { label: '户名对不上', words: ['户名', '姓名'] },
  closed: { label: '卡停用了', words: ['销户', '冻结', '挂失', '停用'] },
  bank: { label: '银行那边没办成', words: ['系统', '超时', '退票'] },
  other: { label: '别的原因', words: [] },
} as const
export const BounceReason = oneOf(bounceReasons, '原因')
export type BounceReasonName = keyof typeof bounceReasons

const cashier = ['claimCashier'] as const
const notPaidBy = [...notTheirs, 'examiner', 'signer', 'decider'] as const

export const payingRows = {
  batch: {
    label: '放进这一批',
    from: ['approved', 'countersigned', 'overturned', 'cleared', 'repaired'],
    awaits: ['cashier'],
    to: 'batched',
    by: cashier,
    notBy: notPaidBy,
    form: nothing,
    due: toPay,
    says: '交给银行',
  },
  pay: {
    label: '打成了',
    from: ['batched'],
    to: 'paid',
    by: cashier,
    notBy: notPaidBy,
    form: v.strictObject({ paidOn: On }),
    due: toConfirm,
    tell: [{ template: 'claimPaid', to: 'owner' }],
    says: '钱打出来了',
  },
  bounce: {
    label: '没打成',
    from: ['batched'],
    to: 'payFailed',
    by: cashier,
    notBy: notPaidBy,
    form: v.strictObject({ because: BounceReason }),
    due: toMend,
    tell: [{ template: 'claimBounced', to: 'owner' }],
    follows: ['letGo'],
    says: '银行没打成',
  },
  /** Nothing the claimant could mend: the bank's own trouble. */
  retry: {
    label: '再打一次',
    from: ['payFailed'],
    to: 'repaired',
    by: cashier,
    notBy: notPaidBy,
    form: nothing,
    due: toPay,
    says: '再打一次',
  },
  found: {
    label: '查到了，是到了',
    from: ['missing'],
    to: 'paid',
    by: cashier,
    notBy: notPaidBy,
    form: reason,
    due: toConfirm,
    tell: [{ template: 'claimFound', to: 'owner' }],
    says: '查了，钱到了',
  },
  bounceBack: {
    label: '查到了，退回来了',
    from: ['missing'],
    to: 'payFailed',
    by: cashier,
    notBy: notPaidBy,
    form: v.strictObject({ because: BounceReason }),
    due: toMend,
    tell: [{ template: 'claimBounced', to: 'owner' }],
    follows: ['letGo'],
    says: '查了，钱退回来了',
  },
  repay: {
    label: '退到了',
    from: ['recalled'],
    to: 'repaid',
    by: cashier,
    notBy: notPaidBy,
    form: v.strictObject({ receipt: text('回单号', 40), note: v.optional(Reason) }),
    tell: [{ template: 'claimRepaid', to: 'owner' }],
    follows: ['forgetRows'],
    says: '钱退回来了',
  },
} as const satisfies Record<string, Rule<ClaimState>>
