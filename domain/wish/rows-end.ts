/** The rows nobody taps: the clock's, the reviewer's, the end of a drive, a registration erased. */
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { reason, toDeliver } from './clocks'
import { openStates, overStates, type WishState } from './states'

export const endRows = {
  /** A text taken down goes off the wall with its wish until it is written anew. */
  takeDown: {
    label: '摘下来',
    from: ['submitted', 'proposed', 'listed'],
    to: 'returned',
    by: ['system'],
    form: reason,
    tell: [{ template: 'wishReturned', to: 'owner' }],
    says: '话要改一下，先摘下来',
  },
  escalate: {
    label: '催办',
    from: ['submitted', 'proposed', 'backed', 'handedOver', 'disputed'],
    to: 'same',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'wishLate', to: 'unionOfficer' }],
    says: '过了日子，催了工会',
  },
  /** The end of a drive: what nobody lit the union buys, as far as its budget goes; what was not listed is closed with the reason. */
  back: {
    label: '工会来买',
    from: ['listed'],
    to: 'backed',
    by: ['system'],
    form: nothing,
    due: toDeliver,
    tell: [{ template: 'wishBacked', to: 'owner' }],
    says: '没人点亮，工会来买',
  },
  miscarry: {
    label: '没人点亮',
    from: ['listed'],
    to: 'unmet',
    by: ['system'],
    form: reason,
    tell: [{ template: 'wishRejected', to: 'owner' }],
    says: '活动结束，没送成',
  },
  shut: {
    label: '活动结束',
    from: ['submitted', 'returned', 'proposed'],
    to: 'rejected',
    by: ['system'],
    form: reason,
    tell: [{ template: 'wishRejected', to: 'owner' }],
    follows: ['freePlace'],
    says: '活动结束了',
  },
  drop: {
    label: '活动结束',
    from: ['draft'],
    to: 'withdrawn',
    by: ['system'],
    form: nothing,
    follows: ['freePlace'],
    says: '活动结束，没交的收起来了',
  },
  /** The worker takes their registration back: an open wish ends with it, and what a closed one says of them goes. */
  leave: {
    label: '本人删了登记',
    from: openStates,
    to: 'withdrawn',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'wishGone', to: 'donor' }],
    follows: ['freeLight', 'freePlace'],
    says: '本人删了登记',
  },
  forget: {
    label: '本人删了登记',
    from: overStates,
    to: 'same',
    by: ['system'],
    form: nothing,
    says: '本人删了登记',
  },
} as const satisfies Record<string, Rule<WishState>>
