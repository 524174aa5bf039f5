/** The rows of a lamp: lit, undone, given up, lapsed. */
import type { Rule } from '../kernel/machine'
import { nothing } from '../kernel/schema'
import { toHandOver, toRemind, toUndo } from './clocks'
import type { WishState } from './states'

export const lightRows = {
  light: {
    label: '点亮它',
    from: ['listed'],
    to: 'lit',
    by: ['anyone'],
    notBy: ['owner', 'visitor'],
    form: nothing,
    due: toHandOver,
    wake: toRemind,
    tell: [{ template: 'wishLit', to: 'owner', onlyIfStill: true }],
    tellAfter: toUndo,
    says: '有人点亮了',
  },
  undo: {
    label: '撤回，点错了',
    from: ['lit'],
    to: 'listed',
    by: ['donor'],
    within: toUndo,
    form: nothing,
    follows: ['freeLight', 'tellWaiting'],
    says: '点错了，又挂上墙',
  },
  giveUp: {
    label: '不送了',
    from: ['lit'],
    to: 'listed',
    by: ['donor'],
    form: nothing,
    follows: ['freeLight', 'tellWaiting'],
    says: '送的人来不了，又挂上墙',
  },
  lapse: {
    label: '过了时间',
    from: ['lit'],
    to: 'listed',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'lampLapsed', to: 'donor' }],
    follows: ['freeLight', 'tellWaiting'],
    says: '过了 72 小时没送到，又挂上墙',
  },
  remind: {
    label: '提醒',
    from: ['lit'],
    to: 'same',
    by: ['system'],
    form: nothing,
    tell: [{ template: 'lampReminder', to: 'donor' }],
    says: '提醒了送的人',
  },
} as const satisfies Record<string, Rule<WishState>>
