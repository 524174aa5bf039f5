/** Rows and roles for the desk's tests; nobody in them is real. */
import type { DeskClaim, QueueLine } from '../../domain/claim'
import { fen } from '../../domain/kernel/money'
import type { Level, Role } from '../../domain/kernel/roles'
import type { GrantView } from '../../domain/staff/schema'
import type { RosterRow } from '../../domain/worker/views'

export const NOW = new Date('2021-02-09T02:00:00.000Z')

export const grant = (role: Role, level: Level): GrantView => ({
  grantId: `grant-${role}`,
  role,
  roleLabel: role,
  scope: { level, id: 'here' },
  scopeName: '这里',
  grantedAt: '2021-02-01T02:00:00.000Z',
})

export const aRow = (own: Partial<RosterRow>): RosterRow => ({
  id: 'row',
  version: 1,
  state: 'submitted',
  stateLabel: '等核实',
  tone: 'wait',
  maskedName: '张**',
  maskedPhone: '138****5678',
  maskedNumber: '310***********0019',
  siteId: 'site',
  residence: 'factory',
  trade: 'construction',
  exposure: 'no',
  stay: 'staying',
  isMinor: false,
  isLate: false,
  createdAt: '2021-02-05T02:00:00.000Z',
  can: ['reject', 'verify'],
  ...own,
})

export const aClaim = (own: Partial<DeskClaim>): DeskClaim => ({
  id: 'claim',
  version: 1,
  programmeId: 'programme',
  title: '通讯费补贴',
  benefit: 'phone',
  claimant: 'worker',
  maskedName: '张**',
  periodLabel: '',
  amountFen: fen(30_000),
  people: 1,
  receiptNo: '0001',
  state: 'submitted',
  stateLabel: '交了',
  tone: 'wait',
  queue: 'review',
  isLate: false,
  isClear: true,
  fact: '1 条规定都过了',
  can: ['return', 'refuse', 'approve'],
  ...own,
})

export const aLine = (queue: QueueLine['queue'], own: Partial<QueueLine>): QueueLine => ({
  queue,
  label: queue,
  waiting: 0,
  late: 0,
  today: 0,
  hasMore: false,
  ...own,
})
