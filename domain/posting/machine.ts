/** 公开的话和图 as a table: shown only once WeChat's check has passed, taken down with a reason, appealed to somebody else. */
import * as v from 'valibot'
import { defineMachine, type StateOf } from '../kernel/machine'
import { nothing, Reason } from '../kernel/schema'
import { hours, workingDays } from '../kernel/time'

const ours = '本平台的承诺'
const reason = v.strictObject({ reason: Reason })
const reviewers = ['contentReviewer'] as const
const party = ['owner', 'contentReviewer', 'unionOfficer', 'cityAdmin'] as const
/** Unchecked for a day, and somebody looks. */
const toBeChecked = hours(24, ours)

export const postingMachine = defineMachine({
  readBy: party,
  starts: { write: { to: 'checking', by: ['anyone'], due: toBeChecked, says: '写了' } },
  states: {
    checking: { label: '在检查', tone: 'wait', next: '检查过了，大家才看得到', atDue: 'hold' },
    held: { label: '有人在看', tone: 'wait', next: '审核员看过，大家才看得到' },
    shown: { label: '看得到', tone: 'ok', next: '没有要您办的事', readBy: [...party, 'anyone'] },
    reported: { label: '看得到', tone: 'ok', next: '没有要您办的事', readBy: [...party, 'anyone'] },
    barred: { label: '不能放上去', tone: 'stop', next: '改了再写，或说说为什么' },
    takenDown: { label: '拿下来了', tone: 'stop', next: '不服，可以说说为什么' },
    appealed: { label: '在复看', tone: 'wait', next: '换一个人 {by}前看', atDue: 'urge' },
    upheld: { label: '没放回去', tone: 'stop', next: '找工会，或打 12345 问', isOver: true },
    erased: { label: '删掉了', tone: 'plain', next: '没有要您办的事', isOver: true, readBy: ['cityAdmin'] },
  },
  actions: {
    pass: {
      label: '通过',
      from: ['checking'],
      to: 'shown',
      by: ['system'],
      form: nothing,
      follows: ['wishText'],
      says: '检查过了',
    },
    hold: {
      label: '等人看',
      from: ['checking'],
      to: 'held',
      by: ['system'],
      form: nothing,
      tell: [{ template: 'textToReview', to: 'contentReviewer' }],
      says: '要人看一下',
    },
    bar: {
      label: '没通过',
      from: ['checking'],
      to: 'barred',
      by: ['system'],
      form: reason,
      tell: [{ template: 'textRefused', to: 'owner' }],
      follows: ['wishText'],
      says: '检查没过',
    },
    approve: {
      label: '可以',
      from: ['held'],
      to: 'shown',
      by: reviewers,
      notBy: ['owner'],
      form: nothing,
      follows: ['wishText'],
      says: '审核员看过了',
    },
    refuse: {
      label: '不行',
      from: ['held'],
      to: 'barred',
      by: reviewers,
      notBy: ['owner'],
      form: reason,
      tell: [{ template: 'textRefused', to: 'owner' }],
      follows: ['wishText'],
      says: '审核员没同意',
    },
    report: {
      label: '举报',
      from: ['shown', 'reported'],
      to: 'reported',
      by: ['anyone'],
      notBy: ['owner'],
      form: reason,
      tell: [{ template: 'textReported', to: 'contentReviewer' }],
      says: '有人举报',
    },
    keep: {
      label: '没问题',
      from: ['reported'],
      to: 'shown',
      by: reviewers,
      notBy: ['owner'],
      form: nothing,
      says: '看过，没问题',
    },
    takeDown: {
      label: '拿下来',
      from: ['shown', 'reported'],
      to: 'takenDown',
      by: reviewers,
      notBy: ['owner'],
      form: reason,
      tell: [{ template: 'textTakenDown', to: 'owner' }],
      follows: ['wishText'],
      says: '拿下来了',
    },
    appeal: {
      label: '不服，说说为什么',
      from: ['barred', 'takenDown'],
      to: 'appealed',
      by: ['owner'],
      form: reason,
      due: workingDays(3, ours),
      tell: [{ template: 'textAppealed', to: 'contentReviewer' }],
      says: '说了为什么不服',
    },
    urge: {
      label: '催办',
      from: ['appealed'],
      to: 'same',
      by: ['system'],
      form: nothing,
      tell: [{ template: 'textAppealed', to: 'contentReviewer' }],
      says: '过了日子，催了审核员',
    },
    /** Never by whoever decided it the first time. */
    restore: {
      label: '放回去',
      from: ['appealed'],
      to: 'shown',
      by: reviewers,
      notBy: ['owner', 'decider'],
      form: nothing,
      tell: [{ template: 'textRestored', to: 'owner' }],
      follows: ['wishText'],
      says: '放回去了',
    },
    uphold: {
      label: '还是不行',
      from: ['appealed'],
      to: 'upheld',
      by: reviewers,
      notBy: ['owner', 'decider'],
      form: reason,
      tell: [{ template: 'textUpheld', to: 'owner' }],
      says: '复看以后，还是不行',
    },
    /** Whoever wrote it had their registration erased. */
    erase: {
      label: '本人删了登记',
      from: ['checking', 'held', 'shown', 'reported', 'barred', 'takenDown', 'appealed', 'upheld'],
      to: 'erased',
      by: ['system'],
      form: nothing,
      says: '本人删了登记',
    },
  },
})

export type PostingState = StateOf<typeof postingMachine>
/** Where everybody may read it. */
export const shownStates: readonly PostingState[] = ['shown', 'reported']
/** What waits for a reviewer. */
export const reviewStates: readonly PostingState[] = ['held', 'reported', 'appealed']
