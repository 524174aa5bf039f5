/** The real cases, over the real SDK in this process, by any machine's own names. */
import type { Move, Stamp } from '../../cloudfunctions/_lib/cases'
import type { DocOf } from '../../cloudfunctions/_lib/cloud'
import { AppError } from '../../domain/kernel/errors'
import { type ActionOf, actionNames, type Machine } from '../../domain/kernel/machine'
import { siteMachine } from '../../domain/site'
import { invitationMachine } from '../../domain/staff'
import { workerMachine } from '../../domain/worker'
import { here, OWNER } from './actors'

/** What came of it: the answer, or the code it was refused with. */
export const outcomeOf = (act: () => string): string => {
  try {
    return act()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

export type Stored = Pick<DocOf<'workers'>, 'state' | 'version' | 'events'>
export type Walk = {
  readonly machine: Machine
  readonly subject: { readonly ownerId: string }
  begin(id: string, stamp: Stamp): Promise<unknown>
  move(id: string, action: string, version: number | undefined, stamp: Stamp): Promise<Stored>
  stored(id: string): Promise<Stored>
  isIntact(id: string, events: Stored['events']): boolean
}

const reason = { reason: '照片看不清' }
const person = {
  name: '王秀兰',
  phone: { source: 'typed', phone: '13900001111' },
  document: { kind: 'passport', number: 'E12345678' },
  homeProvince: '34',
}
const forms: Readonly<Record<string, object>> = {
  reject: reason,
  refuse: reason,
  supersede: reason,
  revoke: reason,
  reissue: reason,
  correct: person,
}

export async function newWalks(): Promise<Record<string, Walk>> {
  const { begin, move } = await import('../../cloudfunctions/_lib/cases')
  const { get } = await import('../../cloudfunctions/_lib/cloud')
  const { isIntact } = await import('../../cloudfunctions/_lib/history')
  const walkOf = <N extends 'workers' | 'sites' | 'invitations', M extends Machine>(
    name: N,
    machine: M,
    beginAs: Walk['begin'],
  ): Walk => ({
    machine,
    subject: { ownerId: OWNER },
    isIntact,
    begin: beginAs,
    move: async (id, action, version, stamp) => {
      const known = actionNames(machine).find((one): one is ActionOf<M> => one === action)
      if (!known) throw new Error(`no action ${action}`)
      const asked: Move<N, M> = { id, action: known, version, form: forms[action] ?? {} }
      return (await move(name, machine, asked, stamp)).doc
    },
    stored: async (id) => {
      const doc = await get(name, id)
      if (!doc) throw new Error(`no ${name} ${id}`)
      return doc
    },
  })
  return {
    worker: walkOf('workers', workerMachine, (id, stamp) =>
      begin('workers', workerMachine, 'register', aRegistration(id), stamp),
    ),
    site: walkOf('sites', siteMachine, (id, stamp) => begin('sites', siteMachine, 'create', aSite(id), stamp)),
    invitation: walkOf('invitations', invitationMachine, (id, stamp) =>
      begin('invitations', invitationMachine, 'invite', anInvitation(id), stamp),
    ),
  }
}

const at = '2021-02-07T02:00:00.000Z'

const aRegistration = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  name: '王秀兰',
  phone: '13900001111',
  phoneSource: 'typed' as const,
  document: { kind: 'passport' as const, number: 'E12345678' },
  nameKey: 'n',
  tailKey: 't',
  phoneKey: 'p',
  documentKey: 'd',
  homeProvince: '34' as const,
  stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' } as const,
  isMinor: false,
  isLate: false,
  createdAt: at,
  registeredBy: OWNER,
  listKey: `${at}~${_id}`,
  eraseOn: '2021-09-27',
})

const aSite = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  name: '三号楼工地',
  address: '长寿路 999 弄',
  residence: 'factory' as const,
  keeperName: '门卫',
  keeperPhone: '021-00000001',
  streetName: '曹家渡街道',
  code: _id,
  codeVersion: 0,
  listKey: `${at}~${_id}`,
  createdAt: at,
})

const anInvitation = (_id: string) => ({
  _id,
  ...here,
  ownerId: OWNER,
  role: 'siteOfficer' as const,
  scope: { level: 'site', id: here.siteId } as const,
  scopeName: '三号楼工地',
  validUntil: '2021-02-08T02:00:00.000Z',
  createdAt: at,
})
