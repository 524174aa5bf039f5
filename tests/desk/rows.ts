/** Rows and roles for the desk's tests; nobody in them is real. */
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
