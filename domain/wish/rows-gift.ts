/** The rows of the gift: taken in, handed out, thanked for, disputed; two people stand on record for each hand-over. */
import * as v from 'valibot'
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { reason, toAnswer, toDeliver, toDispute, union } from './clocks'
import type { WishState } from './states'
import { GiftPhoto, ReceiptCode } from './words'

export const giftRows = {
  takeIn: {
    label: '收下',
    from: ['lit', 'backed'],
    to: 'handedOver',
    by: ['keeper', 'unionOfficer'],
    notBy: ['donor', 'owner'],
    form: v.strictObject({ photo: GiftPhoto }),
    due: toDeliver,
    tell: [
      { template: 'giftIn', to: 'owner' },
      { template: 'giftTaken', to: 'donor' },
    ],
    follows: ['freeLight'],
    says: '东西到站了',
  },
  dispatch: {
    label: '可以来拿了',
    from: ['handedOver'],
    to: 'delivering',
    by: ['keeper', 'unionOfficer'],
    notBy: ['owner'],
    form: nothing,
    due: toDeliver,
    tell: [{ template: 'giftReady', to: 'owner' }],
    says: '可以拿了',
  },
  /** It lies there yet, and they called. Not for ever: the drive's report is made once this is over. */
  redeliver: {
    label: '再等他来拿',
    from: ['undeliverable'],
    to: 'delivering',
    by: ['keeper', 'unionOfficer'],
    notBy: ['owner'],
    within: toDispute,
    form: nothing,
    due: toDeliver,
    tell: [{ template: 'giftReady', to: 'owner' }],
    says: '还能去拿',
  },
  handOut: {
    label: '交到手上',
    from: ['handedOver', 'delivering'],
    to: 'received',
    by: ['keeper', 'unionOfficer'],
    notBy: ['owner', 'donor'],
    form: v.strictObject({ code: ReceiptCode }),
    tell: [{ template: 'giftReceived', to: 'donor' }],
    says: '收到了',
  },
  miss: {
    label: '没人来拿',
    from: ['delivering'],
    to: 'undeliverable',
    by: ['system', 'keeper', 'unionOfficer'],
    notBy: ['owner'],
    form: nothing,
    tell: [{ template: 'giftMissed', to: 'owner' }],
    says: '到日子没拿走',
  },
  thank: {
    label: '说声谢谢',
    from: ['received'],
    to: 'thanked',
    by: ['owner'],
    form: v.strictObject({ postings: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(2)) }),
    says: '说了谢谢',
  },
  dispute: {
    label: '东西不对',
    from: ['received', 'thanked'],
    to: 'disputed',
    by: ['owner'],
    within: toDispute,
    form: reason,
    due: toAnswer,
    tell: [{ template: 'wishDisputed', to: 'unionOfficer' }],
    says: '说东西不对',
  },
  makeGood: {
    label: '工会补一份',
    from: ['disputed'],
    to: 'backed',
    by: union,
    notBy: ['owner', 'donor', 'issuer'],
    form: reason,
    due: toDeliver,
    tell: [{ template: 'disputeAnswered', to: 'owner' }],
    says: '工会补一份',
  },
  settle: {
    label: '说清楚了',
    from: ['disputed'],
    to: 'received',
    by: union,
    notBy: ['owner', 'donor', 'issuer'],
    form: reason,
    tell: [{ template: 'disputeAnswered', to: 'owner' }],
    says: '工会回了话',
  },
} as const satisfies Record<string, Rule<WishState>>
