/** Where a claim can stand: the words for it, what comes next, what of the budget it holds, in whose work list it is. */
import type { StateRow, Who } from '../kernel/machine'

export const claimStates = {
  /** Only an employer's has a day by which it must be handed in. */
  draft: {
    label: '还没交',
    tone: 'plain',
    next: '接着填，填好了交上去',
    atDue: 'shelve',
    readBy: ['owner', 'rosterOfficer', 'rosterKeeper'],
  },
  submitted: { label: '交了', tone: 'wait', next: '{desk} {by}前回您', atDue: 'escalate' },
  reviewing: { label: '在看', tone: 'wait', next: '{desk}在看，{by}前回您', atDue: 'escalate' },
  returned: { label: '要改一下', tone: 'stop', next: '{by}前改好再交', atDue: 'lapse' },
  approved: { label: '一审同意了', tone: 'wait', next: '{desk} {by}前办下一步', atDue: 'escalate' },
  countersigned: { label: '复核同意了', tone: 'wait', next: '{desk} {by}前办下一步', atDue: 'escalate' },
  published: { label: '公示中', tone: 'wait', next: '公示到 {by}，没人提异议就打钱', atDue: 'clear' },
  cleared: { label: '公示完了', tone: 'wait', next: '没人提异议，{desk} {by}前打钱', atDue: 'escalate' },
  batched: { label: '正在打钱', tone: 'wait', next: '银行在办，{by}前有回音', atDue: 'escalate' },
  paid: { label: '打出来了', tone: 'ok', next: '看看到了没有，到了点一下', atDue: 'remind' },
  confirmed: { label: '收到了', tone: 'ok', next: '没有要您办的事', isOver: true },
  missing: { label: '您说没到', tone: 'stop', next: '出纳去查，{by}前回您', atDue: 'escalate' },
  payFailed: { label: '没打成', tone: 'stop', next: '{by}前改好卡号，再打一次', atDue: 'remind' },
  repaired: { label: '等着再打', tone: 'wait', next: '{desk} {by}前再打一次', atDue: 'escalate' },
  refused: { label: '没同意', tone: 'stop', next: '不服，{by}前可以再评一次' },
  appealed: { label: '在再评', tone: 'wait', next: '换一个人看，{by}前回您', atDue: 'escalate' },
  upheld: { label: '再评没改', tone: 'stop', next: '还有话说，打 12345', isOver: true },
  overturned: { label: '再评同意了', tone: 'wait', next: '{desk} {by}前办下一步', atDue: 'escalate' },
  withdrawn: { label: '收回了', tone: 'plain', next: '想领再领', isOver: true },
  recalled: { label: '要退回', tone: 'stop', next: '{by}前退回，打 12345 问怎么退', atDue: 'remind' },
  repaid: { label: '退回了', tone: 'plain', next: '没有要您办的事', isOver: true },
} as const satisfies Record<string, StateRow>
export type ClaimState = keyof typeof claimStates
export const isClaimState = (name: string): name is ClaimState => Object.hasOwn(claimStates, name)
export const claimStateNames: readonly ClaimState[] = Object.keys(claimStates).filter(isClaimState)

/** Where a claim's money stands in its programme's books: a move between two of these is an entry there. */
export type Held = 'free' | 'reserved' | 'paid'
export const heldIn = {
  draft: 'free',
  submitted: 'free',
  reviewing: 'free',
  returned: 'free',
  approved: 'reserved',
  countersigned: 'reserved',
  published: 'reserved',
  cleared: 'reserved',
  batched: 'reserved',
  paid: 'paid',
  confirmed: 'paid',
  missing: 'paid',
  payFailed: 'reserved',
  repaired: 'reserved',
  refused: 'free',
  appealed: 'free',
  upheld: 'free',
  overturned: 'reserved',
  withdrawn: 'free',
  recalled: 'paid',
  repaid: 'free',
} as const satisfies Record<ClaimState, Held>

/** Whose turn it is where a state alone does not say: kept on the claim, decided by its edition when it is approved. */
export const turns = {
  countersigner: { label: '复核' },
  publication: { label: '公示' },
  cashier: { label: '打钱' },
} as const
export type Turn = keyof typeof turns

/** The work lists of the desk, and whose each is; 'none' is nobody's. */
export const queues = {
  review: { label: '要看的', note: '交上来的申领', by: 'claimReviewer' },
  sign: { label: '要复核的', note: '超过限额，要第二个人看', by: 'claimSigner' },
  pay: { label: '要打钱的', note: '定了，等出纳', by: 'claimCashier' },
  bank: { label: '等银行的', note: '在批里，等银行回音', by: 'claimCashier' },
  trace: { label: '说没到的', note: '打了，本人说没收到', by: 'claimCashier' },
  appeal: { label: '要再评的', note: '不服，换一个人看', by: 'claimReviewer' },
  repay: { label: '要退回的', note: '等钱退回来', by: 'claimCashier' },
  none: { label: '不用办的', note: '', by: undefined },
} as const satisfies Record<string, { label: string; note: string; by: Who | undefined }>
export type QueueName = keyof typeof queues
const isQueue = (name: string): name is QueueName => Object.hasOwn(queues, name)
export const queueNames = Object.keys(queues).filter(isQueue) as [QueueName, ...QueueName[]]

const queueOfState = {
  draft: 'none',
  submitted: 'review',
  reviewing: 'review',
  returned: 'none',
  approved: 'turn',
  countersigned: 'turn',
  published: 'turn',
  cleared: 'turn',
  batched: 'bank',
  paid: 'none',
  confirmed: 'none',
  missing: 'trace',
  payFailed: 'none',
  repaired: 'turn',
  refused: 'none',
  appealed: 'appeal',
  upheld: 'none',
  overturned: 'turn',
  withdrawn: 'none',
  recalled: 'repay',
  repaid: 'none',
} as const satisfies Record<ClaimState, QueueName | 'turn'>

const queueOfTurn = { countersigner: 'sign', publication: 'none', cashier: 'pay' } as const satisfies Record<
  Turn,
  QueueName
>

export const queueOf = (state: ClaimState, awaits: Turn | undefined): QueueName => {
  const queue = queueOfState[state]
  if (queue !== 'turn') return queue
  return awaits ? queueOfTurn[awaits] : 'none'
}

/** The five steps a worker counts by, and how far each state has come (UI.md §4.11). */
export const steps = ['交了', '在看', '定了', '打钱', '收到'] as const
export const stepOf = {
  draft: 0,
  submitted: 1,
  reviewing: 2,
  returned: 2,
  approved: 2,
  countersigned: 3,
  published: 3,
  cleared: 3,
  batched: 4,
  paid: 4,
  confirmed: 5,
  missing: 4,
  payFailed: 4,
  repaired: 4,
  refused: 3,
  appealed: 2,
  upheld: 3,
  overturned: 3,
  withdrawn: 0,
  recalled: 5,
  repaid: 5,
} as const satisfies Record<ClaimState, number>

/** Nothing more comes of it, or something does. */
export const openStates: readonly ClaimState[] = claimStateNames.filter(
  (state) => !('isOver' in claimStates[state]) && state !== 'refused',
)
export const overStates: readonly ClaimState[] = claimStateNames.filter((state) => !openStates.includes(state))
/** Its person may claim for the same period again. */
export const freeingStates: readonly ClaimState[] = ['withdrawn']
/** Nothing came of it for whoever was counted on it: another employer may count them; refused ones once the time to appeal is over. */
const unpaidStates: readonly ClaimState[] = ['withdrawn', 'upheld', 'repaid']
const unpaidOnceDue: readonly ClaimState[] = ['refused']
export const isUncounted = (
  { state, dueAt }: { readonly state: string; readonly dueAt?: string | undefined },
  now: Date,
): boolean =>
  unpaidStates.some((one) => one === state) ||
  (unpaidOnceDue.some((one) => one === state) && dueAt !== undefined && dueAt <= now.toISOString())
/** Money is on its way or out: an erasure keeps the row and forgets the person. */
const goneOut: readonly Held[] = ['paid']
export const isPaidOut = (state: ClaimState): boolean => goneOut.includes(heldIn[state]) || state === 'batched'
export const leavingStates: readonly ClaimState[] = openStates.filter((state) => !isPaidOut(state))
export const keptStates: readonly ClaimState[] = claimStateNames.filter((state) => !leavingStates.includes(state))
/** Whose name stands on a programme's published list. */
export const listedStates: readonly ClaimState[] = claimStateNames.filter(
  (state) => heldIn[state] !== 'free' && state !== 'approved',
)
