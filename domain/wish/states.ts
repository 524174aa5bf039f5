/** Where a wish can stand: the words for it, what comes next, who sees it, how it hangs on the wall and what a report counts it as. */
import type { StateRow } from '../kernel/machine'

export const readers = ['owner', 'visitor', 'unionOfficer', 'supervisor', 'cityAdmin'] as const
/** From the lamp on, the donor and the station see it too; what of it is for each to see, the views say. */
const party = [...readers, 'donor', 'keeper'] as const

export const wishStates = {
  draft: { label: '还没交', tone: 'plain', next: '写好了，交给工会看' },
  submitted: { label: '工会在看', tone: 'wait', next: '工会 {by}前看', atDue: 'escalate' },
  returned: { label: '要改一下', tone: 'stop', next: '改了再交' },
  proposed: { label: '区工会在看', tone: 'wait', next: '区工会 {by}前挂上墙', atDue: 'escalate' },
  listed: { label: '等人点亮', tone: 'wait', next: '挂在墙上了，有人点亮就告诉您', readBy: [...readers, 'anyone'] },
  lit: {
    label: '有人点亮了',
    tone: 'ok',
    next: '{by}前送到工会',
    readBy: party,
    atDue: 'lapse',
    atWake: 'remind',
  },
  backed: { label: '工会来买', tone: 'ok', next: '工会 {by}前买好', readBy: party, atDue: 'escalate' },
  handedOver: { label: '东西到站了', tone: 'ok', next: '站里 {by}前送出', readBy: party, atDue: 'escalate' },
  delivering: { label: '等您来拿', tone: 'ok', next: '{by}前凭领取码拿', readBy: party, atDue: 'miss' },
  received: { label: '收到了', tone: 'ok', next: '想说声谢谢，随时都行', readBy: party, isOver: true },
  thanked: { label: '说过谢谢', tone: 'ok', next: '没有要您办的事', readBy: party, isOver: true },
  disputed: { label: '东西不对', tone: 'stop', next: '工会 {by}前回您', readBy: party, atDue: 'escalate' },
  undeliverable: { label: '没送成', tone: 'stop', next: '找接力站，或打 12345 问', readBy: party, isOver: true },
  unmet: { label: '没人点亮', tone: 'stop', next: '下一场还能许', isOver: true },
  rejected: { label: '没同意', tone: 'stop', next: '原因写在下面，下一场还能许', isOver: true },
  withdrawn: { label: '撤回了', tone: 'plain', next: '想许了再许', isOver: true },
} as const satisfies Record<string, StateRow>
export type WishState = keyof typeof wishStates

/** How a wish hangs on the wall: not at all, dark, or lit. */
export const lampOf = {
  draft: 'off',
  submitted: 'off',
  returned: 'off',
  proposed: 'off',
  listed: 'dark',
  lit: 'lit',
  backed: 'lit',
  handedOver: 'lit',
  delivering: 'lit',
  received: 'lit',
  thanked: 'lit',
  disputed: 'lit',
  undeliverable: 'off',
  unmet: 'off',
  rejected: 'off',
  withdrawn: 'off',
} as const satisfies Record<WishState, 'off' | 'dark' | 'lit'>
export type Lamp = (typeof lampOf)[WishState]

/** What a drive's report counts a wish as, once nothing more comes of it. */
export const outcomeOf: Readonly<Record<WishState, 'received' | 'withdrawn' | 'rejected' | 'undelivered' | 'open'>> = {
  draft: 'open',
  submitted: 'open',
  returned: 'open',
  proposed: 'open',
  listed: 'open',
  lit: 'open',
  backed: 'open',
  handedOver: 'open',
  delivering: 'open',
  received: 'received',
  thanked: 'received',
  disputed: 'open',
  undeliverable: 'undelivered',
  unmet: 'undelivered',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

/** While a wish stands here, its lamp counts against what the donor may hold. */
export const heldStates: readonly WishState[] = ['lit']

export const isWishState = (name: string): name is WishState => Object.hasOwn(wishStates, name)
export const wishStateNames: readonly WishState[] = Object.keys(wishStates).filter(isWishState)

/** Somebody still waits for something, or nobody does. */
export const openStates = wishStateNames.filter((state) => outcomeOf[state] === 'open')
export const overStates = wishStateNames.filter((state) => outcomeOf[state] !== 'open')
/** It gave back its place in the drive and its person's own. */
export const placelessStates = wishStateNames.filter((state) => ['withdrawn', 'rejected'].includes(outcomeOf[state]))

const handedOut: readonly string[] = ['received', 'thanked', 'disputed'] satisfies WishState[]
/** The gift has been in the worker's hands. */
export const isHandedOut = (state: string): boolean => handedOut.includes(state)

const atStation: readonly string[] = ['handedOver', 'delivering', 'undeliverable'] satisfies WishState[]
/** The gift lies at the station: a label can be stuck on it. */
export const isGiftHere = (state: string): boolean => atStation.includes(state)
