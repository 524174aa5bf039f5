/** 实名登记 as a table: who may move a worker's registration where, by when, and who is told. */
import * as v from 'valibot'
import { defineMachine, type StateOf } from '../kernel/machine'
import { nothing, On, Reason } from '../kernel/schema'
import { workingDays } from '../kernel/time'
import { Person, Stay } from './schema'

/** Two working days to look at a registration: our own promise, printed on the card, not a law's. */
const toVerify = workingDays(2, '本平台的承诺')

const reason = v.strictObject({ reason: Reason })
export const desk = ['siteOfficer', 'streetOfficer', 'unionOfficer'] as const
/** Who may see one whole number, for a reason that is logged. */
export const revealers = [...desk, 'inspector'] as const
/** Who may take the masked list out as a file. */
export const exporters = [...desk, 'cityAdmin'] as const
const owned = ['submitted', 'verified', 'rejected', 'questioned', 'left'] as const

export const workerMachine = defineMachine({
  readBy: ['owner', 'siteOfficer', 'streetOfficer', 'unionOfficer', 'inspector', 'supervisor', 'cityAdmin'],
  starts: {
    register: {
      to: 'submitted',
      by: ['anyone'],
      due: toVerify,
      says: '登记了',
    },
    registerAgain: {
      to: 'questioned',
      by: ['anyone'],
      due: toVerify,
      tell: [{ template: 'questioned', to: 'streetOfficer' }],
      says: '登记了，证件号和别人的一样，等核对',
    },
    registerFor: { to: 'unconfirmed', by: desk, says: '别人代为登记，等本人确认' },
    stop: {
      to: 'stopped',
      by: ['anyone'],
      tell: [{ template: 'childLabour', to: 'inspector' }],
      says: '不满 16 岁，没有登记，告诉了劳动监察员',
    },
  },
  states: {
    unconfirmed: { label: '等本人确认', tone: 'wait', next: '等本人用自己的手机确认' },
    submitted: { label: '等核实', tone: 'wait', next: '工地管理员 {by}前核实', atDue: 'escalate' },
    questioned: { label: '等核对', tone: 'wait', next: '街道会核对证件，{by}前回话', atDue: 'escalate' },
    verified: { label: '已核实', tone: 'ok', next: '没有要您办的事' },
    rejected: { label: '要改', tone: 'stop', next: '改了再交' },
    left: { label: '已离开', tone: 'plain', next: '到了新地方，扫那里的码' },
    /** Under 16 (禁止使用童工规定): out of sight of the site, which may be the employer. */
    stopped: { label: '未满 16 岁', tone: 'stop', next: '劳动监察员会来帮忙', readBy: ['owner', 'inspector'] },
    erased: { label: '已删除', tone: 'plain', next: '没有了', readBy: ['owner'], isOver: true },
  },
  actions: {
    confirm: {
      label: '是我，确认',
      from: ['unconfirmed'],
      to: 'submitted',
      by: ['owner'],
      form: nothing,
      due: toVerify,
      says: '本人确认了',
    },
    verify: {
      label: '核实',
      from: ['submitted'],
      to: 'verified',
      by: desk,
      notBy: ['owner'],
      form: nothing,
      tell: [{ template: 'verified', to: 'owner' }],
      says: '核实好了',
    },
    reject: {
      label: '退回改',
      from: ['submitted', 'verified'],
      to: 'rejected',
      by: desk,
      notBy: ['owner'],
      form: reason,
      tell: [{ template: 'rejected', to: 'owner' }],
      says: '没通过，要改',
    },
    /** The document is theirs: the other registration under it stops. */
    settle: {
      label: '证件是他的',
      from: ['questioned'],
      to: 'submitted',
      by: ['streetOfficer', 'unionOfficer'],
      notBy: ['owner'],
      form: nothing,
      due: toVerify,
      tell: [{ template: 'settled', to: 'owner' }],
      says: '证件核对好了',
    },
    refuse: {
      label: '证件不是他的',
      from: ['questioned'],
      to: 'rejected',
      by: ['streetOfficer', 'unionOfficer'],
      notBy: ['owner'],
      form: reason,
      tell: [{ template: 'rejected', to: 'owner' }],
      says: '证件没核对上，要改',
    },
    supersede: {
      label: '停用',
      from: ['submitted', 'verified', 'unconfirmed', 'left'],
      to: 'rejected',
      by: ['system'],
      form: reason,
      tell: [{ template: 'superseded', to: 'owner' }],
      says: '同一个证件号另有登记，这份停了',
    },
    /** The same person by the phone WeChat vouches for, from a new WeChat account. */
    takeOver: {
      label: '换微信',
      from: ['unconfirmed', 'submitted', 'verified', 'rejected', 'left'],
      to: 'same',
      by: ['system'],
      form: nothing,
      says: '换了微信，还是这份登记',
    },
    /** Who they are changed: somebody looks again. */
    correct: {
      label: '改姓名、证件、手机',
      from: ['submitted', 'verified', 'rejected'],
      to: 'submitted',
      by: ['owner'],
      form: Person,
      due: toVerify,
      says: '改了个人信息，等核实',
    },
    update: { label: '改别的', from: owned, to: 'same', by: ['owner'], form: Stay, says: '改了过年的安排' },
    changeSite: {
      label: '换地方',
      from: owned,
      to: 'submitted',
      by: ['owner'],
      form: v.strictObject({ siteId: v.string() }),
      due: toVerify,
      says: '换了地方，等核实',
    },
    leave: {
      label: '我走了',
      from: ['submitted', 'verified', 'rejected'],
      to: 'left',
      by: ['owner'],
      form: v.strictObject({ from: v.picklist(['site', 'city']), returnOn: v.optional(On) }),
      says: '离开了',
    },
    escalate: {
      label: '催办',
      from: ['submitted', 'questioned'],
      to: 'same',
      by: ['system'],
      form: nothing,
      tell: [
        { template: 'late', to: 'streetOfficer' },
        { template: 'late', to: 'siteOfficer' },
      ],
      says: '过了日子还没核实，告诉了街道',
    },
    erase: {
      label: '不再用了，删掉',
      from: [...owned, 'unconfirmed', 'stopped'],
      to: 'erased',
      by: ['owner', 'system'],
      form: nothing,
      follows: ['forgetThem'],
      says: '撤回同意，删了个人信息',
    },
  },
})

export type WorkerState = StateOf<typeof workerMachine>
