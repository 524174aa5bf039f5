/** The rows of whoever claims: written, handed in, mended, taken back, contested, confirmed. */
import * as v from 'valibot'
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { reason, toAnswer, toAppeal, toMend, toReview } from './clocks'
import { Card, ClaimForm, CompanyCard, RosterForm } from './form'
import { type ClaimState, leavingStates } from './states'

/** Whoever asked; of an employer's, each of its officers. */
const claimants = ['owner', 'rosterOfficer', 'rosterKeeper'] as const

const Handed = v.union([ClaimForm, RosterForm])

export const askingRows = {
  keep: {
    label: '先存着',
    from: ['draft'],
    to: 'same',
    by: claimants,
    form: ClaimForm,
    says: '改了草稿',
  },
  /** Another roster in the place of the one before: whom that one counted is free again. */
  reread: {
    label: '换一份名册',
    from: ['draft', 'returned'],
    to: 'same',
    by: ['rosterOfficer', 'rosterKeeper'],
    form: nothing,
    says: '换了一份名册',
  },
  submit: {
    label: '交上去',
    from: ['draft'],
    to: 'submitted',
    by: claimants,
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
    by: claimants,
    form: Handed,
    due: toReview,
    follows: ['tellRoster'],
    says: '改好又交了',
  },
  withdraw: {
    label: '收回这份',
    from: leavingStates,
    to: 'withdrawn',
    by: claimants,
    form: nothing,
    follows: ['freeKey'],
    says: '收回了',
  },
  appeal: {
    label: '不服，再评一次',
    from: ['refused'],
    to: 'appealed',
    by: claimants,
    within: toAppeal,
    form: reason,
    due: toAnswer,
    says: '不服，要再评',
  },
  confirm: {
    label: '到了',
    from: ['paid'],
    to: 'confirmed',
    by: claimants,
    form: nothing,
    follows: ['forgetRows'],
    says: '收到了',
  },
  miss: {
    label: '没到',
    from: ['paid'],
    to: 'missing',
    by: claimants,
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
    by: claimants,
    form: v.strictObject({ card: v.union([Card, CompanyCard]) }),
    due: toMend,
    says: '改了卡号',
  },
} as const satisfies Record<string, Rule<ClaimState>>

/** A move only whoever claims makes, under whichever account they made it. */
export const isClaimants = (action: string): boolean => Object.hasOwn(askingRows, action)
