/** An invitation and the role it gives as a table: open until one person accepts it, held until somebody ends it. */
import { defineMachine } from '../kernel/machine'
import { nothing } from '../kernel/schema'

const overseers = ['cityAdmin', 'streetOfficer', 'unionOfficer'] as const

export const invitationMachine = defineMachine({
  readBy: ['owner', ...overseers],
  starts: { invite: { to: 'open', by: ['anyone'], says: '发出了邀请' } },
  states: {
    open: { label: '等人接受', tone: 'wait', next: '{by} 前有效' },
    accepted: { label: '已接受', tone: 'ok', next: '用过了' },
    revoked: { label: '收回了', tone: 'stop', next: '不能用了' },
    ended: { label: '不担任了', tone: 'stop', next: '要再担任，得再发邀请' },
  },
  actions: {
    accept: { label: '接受', from: ['open'], to: 'accepted', by: ['system'], form: nothing, says: '接受了邀请' },
    /** The owner of a role is who holds it: nobody ends their own, so a city keeps an admin. */
    dismiss: {
      label: '不再担任',
      from: ['accepted'],
      to: 'ended',
      by: overseers,
      notBy: ['owner'],
      form: nothing,
      says: '结束了这个身份',
    },
    revoke: { label: '收回', from: ['open'], to: 'revoked', by: ['owner'], form: nothing, says: '收回了邀请' },
  },
})
