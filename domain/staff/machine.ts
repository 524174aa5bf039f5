/** An invitation as a table: open until one person accepts it, its maker takes it back, or its day comes. */
import { defineMachine } from '../kernel/machine'
import { nothing } from '../kernel/schema'

export const invitationMachine = defineMachine({
  readBy: ['owner'],
  starts: { invite: { to: 'open', by: ['anyone'], says: '发出了邀请' } },
  states: {
    open: { label: '等人接受', tone: 'wait', next: '{by} 前有效' },
    accepted: { label: '已接受', tone: 'ok', next: '用过了' },
    revoked: { label: '收回了', tone: 'stop', next: '不能用了' },
  },
  actions: {
    accept: { label: '接受', from: ['open'], to: 'accepted', by: ['system'], form: nothing, says: '接受了邀请' },
    revoke: { label: '收回', from: ['open'], to: 'revoked', by: ['owner'], form: nothing, says: '收回了邀请' },
  },
})
