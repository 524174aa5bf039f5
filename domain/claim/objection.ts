/** An objection to a published name, or to being counted on an employer's roster: raised, answered by whoever did not decide. */
import * as v from 'valibot'
import { defineMachine, standing } from '../kernel/machine'
import { personal } from '../kernel/personal'
import { Place } from '../kernel/roles'
import { At, Id, nothing, text } from '../kernel/schema'
import { reason, toAnswer } from './clocks'

/** Of the claim it is about: who claims stands as its proposer, who wrote its rules, who agreed to it. */
const parties = [
  'owner',
  'proposer',
  'rosterOfficer',
  'rosterKeeper',
  'author',
  'examiner',
  'signer',
  'decider',
] as const

export const objectionMachine = defineMachine({
  readBy: ['owner', 'claimReviewer', 'supervisor', 'cityAdmin'],
  starts: { raise: { to: 'open', by: ['anyone'], due: toAnswer, says: '提了异议' } },
  states: {
    open: { label: '在查', tone: 'wait', next: '{by}前回您', atDue: 'escalate' },
    admitted: { label: '异议成立', tone: 'ok', next: '没有要您办的事', isOver: true },
    dismissed: { label: '没有改', tone: 'stop', next: '还有话说，打 12345', isOver: true },
  },
  actions: {
    admit: {
      label: '异议成立',
      from: ['open'],
      to: 'admitted',
      by: ['claimReviewer'],
      notBy: parties,
      form: reason,
      tell: [{ template: 'objectionAnswered', to: 'owner' }],
      says: '异议成立',
    },
    dismiss: {
      label: '不成立',
      from: ['open'],
      to: 'dismissed',
      by: ['claimReviewer'],
      notBy: parties,
      form: reason,
      tell: [{ template: 'objectionAnswered', to: 'owner' }],
      says: '查过，没有改',
    },
    escalate: {
      label: '催办',
      from: ['open'],
      to: 'same',
      by: ['system'],
      form: nothing,
      tell: [{ template: 'claimLate', to: 'supervisor' }],
      says: '过了日子还没回，告诉了上级',
    },
    /** Whoever raised it is gone, or whoever it is about; that it was raised, and what came of it, stays. */
    forget: {
      label: '有人删了登记',
      from: ['open', 'admitted', 'dismissed'],
      to: 'same',
      by: ['system'],
      form: nothing,
      says: '有人删了登记，写的话拿掉了',
    },
  },
})

export const ObjectionWords = v.pipe(
  text('为什么', 200),
  personal({ label: '异议里的话', isSensitive: false, mask: () => '…' }),
)

export const Objection = v.strictObject({
  _id: Id,
  ...standing,
  desk: v.partial(Place),
  cityId: v.optional(v.string()),
  districtId: v.optional(v.string()),
  claimId: Id,
  programmeId: Id,
  /** The row of an employer's roster it is about: the one who objects stands on it. */
  rowId: v.optional(Id),
  ownerId: v.optional(v.string()),
  words: v.optional(ObjectionWords),
  isLate: v.boolean(),
  createdAt: At,
  listKey: v.string(),
})
export type Objection = v.InferOutput<typeof Objection>
