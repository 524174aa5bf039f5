/** The rows nobody taps: the clock's, and those of a registration erased. */
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { type ClaimState, keptStates, leavingStates } from './states'

export const endRows = {
  lapse: {
    label: '过了日子',
    from: ['returned'],
    to: 'withdrawn',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'claimLapsed', to: 'owner' }],
    follows: ['freeKey'],
    says: '过了日子没改，先收起来了',
  },
  /** An employer's roster that was never handed in holds nobody any longer. */
  shelve: {
    label: '过了日子没交',
    from: ['draft'],
    to: 'withdrawn',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'rosterShelved', to: 'owner' }],
    follows: ['freeKey'],
    says: '过了日子没交，先收起来了',
  },
  /** Seen by the claimant and by whoever watches over it. */
  escalate: {
    label: '催办',
    from: [
      'submitted',
      'reviewing',
      'approved',
      'countersigned',
      'overturned',
      'cleared',
      'repaired',
      'batched',
      'missing',
      'appealed',
    ],
    to: 'same',
    by: ['system'],
    form: nothing,
    tell: [
      { template: 'claimLateYours', to: 'owner' },
      { template: 'claimLate', to: 'supervisor' },
    ],
    says: '过了日子还没办，告诉了上级',
  },
  remind: {
    label: '提醒',
    from: ['paid', 'payFailed', 'recalled'],
    to: 'same',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'claimReminder', to: 'owner' }],
    says: '提醒了一次',
  },
  /** The worker takes their registration back: what is not paid ends with it; of the rest who it was goes. */
  leave: {
    label: '本人删了登记',
    from: leavingStates,
    to: 'withdrawn',
    by: ['system'],
    form: nothing,
    follows: ['freeKey'],
    says: '本人删了登记',
  },
  forget: {
    label: '本人删了登记',
    from: keptStates,
    to: 'same',
    by: ['system'],
    form: nothing,
    says: '本人删了登记',
  },
} as const satisfies Record<string, Rule<ClaimState>>
