/** The rows of a wish before its lamp hangs: written, checked by one union and by the next, sent back, withdrawn. */
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { reason, toCheck, union } from './clocks'
import type { WishState } from './states'
import { WishWords } from './words'

const unlit = ['draft', 'submitted', 'returned', 'proposed', 'listed'] as const

export const wordsRows = {
  edit: {
    label: '改心愿',
    from: ['draft', 'submitted', 'returned', 'proposed'],
    to: 'draft',
    by: ['owner'],
    form: WishWords,
    says: '改了心愿',
  },
  submit: {
    label: '许下心愿',
    from: ['draft', 'returned'],
    to: 'submitted',
    by: ['owner'],
    form: nothing,
    due: toCheck,
    says: '许了心愿',
  },
  withdraw: {
    label: '撤回心愿',
    from: unlit,
    to: 'withdrawn',
    by: ['owner'],
    form: nothing,
    follows: ['freePlace'],
    says: '撤回了',
  },
  propose: {
    label: '报给区工会',
    from: ['submitted'],
    to: 'proposed',
    by: union,
    notBy: ['owner'],
    form: nothing,
    due: toCheck,
    says: '工会看过，报给区工会',
  },
  list: {
    label: '挂上墙',
    from: ['proposed'],
    to: 'listed',
    by: ['districtUnion'],
    notBy: ['owner', 'visitor', 'proposer'],
    form: nothing,
    tell: [{ template: 'wishListed', to: 'owner' }],
    says: '挂上墙了',
  },
  return: {
    label: '退回改',
    from: ['submitted', 'proposed'],
    to: 'returned',
    by: union,
    notBy: ['owner'],
    form: reason,
    tell: [{ template: 'wishReturned', to: 'owner' }],
    says: '要改一下',
  },
  /** Hung by a slip of the thumb, or found wrong later: only while nobody lit it. */
  unlist: {
    label: '拿下来改',
    from: ['listed'],
    to: 'returned',
    by: ['districtUnion'],
    notBy: ['owner'],
    form: reason,
    tell: [{ template: 'wishReturned', to: 'owner' }],
    says: '从墙上拿下来，要改一下',
  },
  reject: {
    label: '不行',
    from: ['submitted', 'proposed'],
    to: 'rejected',
    by: union,
    notBy: ['owner'],
    form: reason,
    tell: [{ template: 'wishRejected', to: 'owner' }],
    follows: ['freePlace'],
    says: '没同意',
  },
} as const satisfies Record<string, Rule<WishState>>
