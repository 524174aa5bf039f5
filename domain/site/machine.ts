/** A site and its poster as a table: open for registration, or its code revoked. */

import * as v from 'valibot'
import { defineMachine, type StateOf } from '../kernel/machine'
import { Reason } from '../kernel/schema'
import { SiteDetails } from './schema'

const keepers = ['cityAdmin', 'streetOfficer', 'unionOfficer', 'siteOfficer'] as const
const reason = v.strictObject({ reason: Reason })

export const siteMachine = defineMachine({
  readBy: [...keepers, 'inspector', 'supervisor'],
  starts: { create: { to: 'open', by: ['cityAdmin', 'streetOfficer', 'unionOfficer'], says: '建了点位' } },
  states: {
    open: { label: '在用', tone: 'ok', next: '扫这个码就能登记' },
    revoked: { label: '停用', tone: 'stop', next: '发新码才能再登记' },
  },
  actions: {
    update: {
      label: '改',
      from: ['open', 'revoked'],
      to: 'same',
      by: keepers,
      form: SiteDetails,
      says: '改了点位资料',
    },
    revoke: { label: '停用这个码', from: ['open'], to: 'revoked', by: keepers, form: reason, says: '停用了码' },
    /** A new version: every poster with the old one stops working. */
    reissue: {
      label: '换新码',
      from: ['open', 'revoked'],
      to: 'open',
      by: keepers,
      form: reason,
      says: '换了新码，旧海报不能用了',
    },
  },
})

export type SiteState = StateOf<typeof siteMachine>
