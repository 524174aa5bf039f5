/** The rows of whoever decides: looked at, sent back, agreed to, agreed to again, published, refused, contested. */
import * as v from 'valibot'
import type { Rule } from '../kernel/machine'
import { Id, nothing, Reason } from '../kernel/schema'
import { reason, toAppeal, toMend, toPay, toRepay, toReview, toSign } from './clocks'
import type { ClaimState } from './states'

const asked = ['submitted', 'reviewing'] as const
const examiners = ['claimReviewer'] as const
/** Nobody decides over their own, their employer's, or a programme they wrote. */
export const notTheirs = ['owner', 'rosterOfficer', 'rosterKeeper', 'author'] as const
/** Nor whoever decided over it before, either way. */
const notDecided = [...notTheirs, 'examiner', 'signer', 'decider'] as const

/** Which parts of the form are to be sent again: facts, the card, pictures by their name. */
export const Returning = v.strictObject({
  reason: Reason,
  parts: v.pipe(v.array(Id), v.minLength(1, '要改哪里，至少选一处'), v.maxLength(20)),
})

export const decidingRows = {
  take: {
    label: '我来看',
    from: ['submitted'],
    to: 'reviewing',
    by: examiners,
    notBy: notTheirs,
    form: nothing,
    due: toReview,
    says: '有人在看',
  },
  return: {
    label: '退回改',
    from: asked,
    to: 'returned',
    by: examiners,
    notBy: notTheirs,
    form: Returning,
    due: toMend,
    tell: [{ template: 'claimReturned', to: 'owner' }],
    says: '要改一下',
  },
  approve: {
    label: '同意',
    from: asked,
    to: 'approved',
    by: examiners,
    notBy: notTheirs,
    form: nothing,
    due: toSign,
    tell: [{ template: 'claimApproved', to: 'owner' }],
    follows: ['publish'],
    says: '一审同意',
  },
  refuse: {
    label: '不行',
    from: asked,
    to: 'refused',
    by: examiners,
    notBy: notTheirs,
    form: reason,
    due: toAppeal,
    tell: [{ template: 'claimRefused', to: 'owner' }],
    says: '没同意',
  },
  countersign: {
    label: '复核同意',
    from: ['approved', 'overturned'],
    awaits: ['countersigner'],
    to: 'countersigned',
    by: ['claimSigner'],
    notBy: notDecided,
    form: nothing,
    due: toPay,
    follows: ['publish'],
    says: '复核同意',
  },
  overrule: {
    label: '复核不同意',
    from: ['approved', 'overturned'],
    awaits: ['countersigner'],
    to: 'refused',
    by: ['claimSigner'],
    notBy: notDecided,
    form: reason,
    due: toAppeal,
    tell: [{ template: 'claimRefused', to: 'owner' }],
    says: '复核没同意',
  },
  /** By itself, once nobody's yes is missing: the list is shown as long as the edition says. */
  publish: {
    label: '公示',
    from: ['approved', 'countersigned', 'overturned'],
    awaits: ['publication'],
    to: 'published',
    by: ['system'],
    form: nothing,
    due: toPay,
    tell: [{ template: 'claimPublished', to: 'owner' }],
    says: '开始公示',
  },
  clear: {
    label: '公示完了',
    from: ['published'],
    awaits: ['publication'],
    to: 'cleared',
    by: ['system'],
    form: nothing,
    due: toPay,
    says: '公示完了，没有异议',
  },
  /** An objection was right. */
  quash: {
    label: '异议成立，不给',
    from: ['published', 'cleared'],
    to: 'refused',
    by: examiners,
    notBy: notTheirs,
    form: reason,
    due: toAppeal,
    tell: [{ template: 'claimRefused', to: 'owner' }],
    says: '有人提了异议，没同意',
  },
  uphold: {
    label: '还是不同意',
    from: ['appealed'],
    to: 'upheld',
    by: examiners,
    notBy: notDecided,
    form: reason,
    tell: [{ template: 'claimUpheld', to: 'owner' }],
    follows: ['forgetRows'],
    says: '再评没改',
  },
  overturn: {
    label: '再评同意',
    from: ['appealed'],
    to: 'overturned',
    by: examiners,
    notBy: notDecided,
    form: nothing,
    due: toSign,
    tell: [{ template: 'claimApproved', to: 'owner' }],
    follows: ['publish'],
    says: '再评同意',
  },
  /** Somebody on an employer's roster is not theirs to count: their line goes, and its money with it. */
  strike: {
    label: '去掉这个人',
    from: ['submitted', 'reviewing', 'returned'],
    to: 'same',
    by: examiners,
    notBy: notTheirs,
    form: v.strictObject({ rowId: Id, reason: Reason }),
    says: '名册里去掉一个人',
  },
  recall: {
    label: '要他退回',
    from: ['paid', 'confirmed', 'missing'],
    to: 'recalled',
    by: examiners,
    notBy: notTheirs,
    form: reason,
    due: toRepay,
    tell: [{ template: 'claimRecalled', to: 'owner' }],
    says: '要退回',
  },
} as const satisfies Record<string, Rule<ClaimState>>
