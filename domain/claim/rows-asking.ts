/** The rows of whoever claims: written, handed in, mended, taken back, contested, confirmed. */
import * as v from 'valibot'
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { reason, toAnswer, toAppeal, toMend, toReview } from './clocks'
import { Card, ClaimForm, CompanyCard, RosterForm } from './form'
import { type ClaimState, leavingStates } from './states'

const Handed = v.union([ClaimForm, RosterForm])

export const askingRows = {
  keep: {
    label: '先存着',
    from: ['draft'],
    to: 'same',
    by: ['owner'],
    form: ClaimForm,
    says: '改了草稿',
  },
  submit: {
    label: '交上去',
    from: ['draft'],
    to: 'submitted',
    by: ['owner'],
    form: Handed,
    due: toReview,
    follows: ['tellRoster'],
    says: '交了申领',
  },
  /** Only what was asked for is sent again; the rest stands. */
  mend: {
    label: '改好了，交上去',
    from: ['returned'],
    to: 'submitted',
    by: ['owner'],
    form: Handed,
    due: toReview,
    says: '改好又交了',
  },
  withdraw: {
    label: '收回这份',
    from: leavingStates,
    to: 'withdrawn',
    by: ['owner'],
    form: nothing,
    follows: ['freeKey'],
    says: '收回了',
  },
  appeal: {
    label: '不服，再评一次',
    from: ['refused'],
    to: 'appealed',
    by: ['owner'],
    within: toAppeal,
    form: reason,
    due: toAnswer,
    says: '不服，要再评',
  },
  confirm: {
    label: '到了',
    from: ['paid'],
    to: 'confirmed',
    by: ['owner'],
    form: nothing,
    says: '收到了',
  },
  miss: {
    label: '没到',
    from: ['paid'],
    to: 'missing',
    by: ['owner'],
    form: nothing,
    due: toAnswer,
    tell: [{ template: 'claimMissing', to: 'claimCashier' }],
    says: '说没收到',
  },
  /** A card the bank did not take: another one, or the same with its slip mended. */
  repair: {
    label: '改卡号',
    from: ['payFailed'],
    to: 'repaired',
    by: ['owner'],
    form: v.strictObject({ card: v.union([Card, CompanyCard]) }),
    due: toMend,
    says: '改了卡号',
  },
} as const satisfies Record<string, Rule<ClaimState>>
