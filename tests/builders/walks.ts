/** The real cases, over the real SDK in this process, by any machine's own names. */
import type { Move, Stamp } from '../../cloudfunctions/_lib/cases'
import type { DocOf } from '../../cloudfunctions/_lib/cloud'
import { batchMachine, claimMachine, objectionMachine, programmeMachine } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { type ActionOf, actionNames, type Machine, type StartOf } from '../../domain/kernel/machine'
import { postingMachine } from '../../domain/posting'
import { siteMachine } from '../../domain/site'
import { invitationMachine } from '../../domain/staff'
import { donorMachine, driveMachine, wishMachine } from '../../domain/wish'
import { workerMachine } from '../../domain/worker'
import { aDonation, aDrive, anInvitation, aPosting, aRegistration, aSite, aWish } from './begun'
import { aBatch, aClaim, anObjection, aProgramme } from './begun-claims'
import { type Cast, castOf } from './casts'

/** What came of it: the answer, or the code it was refused with. */
export const outcomeOf = (act: () => string): string => {
  try {
    return act()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

export type Stored = Pick<DocOf<'workers'>, 'state' | 'version' | 'events' | 'enteredAt'>
export type Walk = {
  readonly machine: Machine
  readonly cast: Cast
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
  unlist: reason,
  refuse: reason,
  supersede: reason,
  revoke: reason,
  reissue: reason,
  correct: person,
  return: reason,
  dispute: reason,
  report: reason,
  takeDown: reason,
  close: reason,
  appeal: reason,
  overrule: reason,
  quash: reason,
  uphold: reason,
  recall: reason,
  found: reason,
  dismiss: reason,
  admit: reason,
}

/** By one update of its own, or in a transaction beside other documents. */
export type Way = 'alone' | 'within'

export const walked = [
  'workers',
  'sites',
  'invitations',
  'wishes',
  'drives',
  'donors',
  'postings',
  'programmes',
  'claims',
  'batches',
  'objections',
] as const
type Walked = (typeof walked)[number]

export async function newWalks(way: Way = 'alone'): Promise<Record<string, Walk>> {
  const { begin, move, moveWithin } = await import('../../cloudfunctions/_lib/cases')
  const { transact } = await import('../../cloudfunctions/_lib/transact')
  const { get } = await import('../../cloudfunctions/_lib/cloud')
  const { isIntact } = await import('../../cloudfunctions/_lib/history')
  const walkOf = <N extends Walked, M extends Machine>(
    called: string,
    name: N,
    machine: M,
    start: StartOf<M>,
    fields: (id: string) => Parameters<typeof begin<N, M>>[3],
  ): Walk => ({
    machine,
    cast: castOf(called),
    isIntact,
    begin: (id, stamp) => begin(name, machine, start, fields(id), stamp),
    move: async (id, action, version, stamp) => {
      const known = actionNames(machine).find((one): one is ActionOf<M> => one === action)
      if (!known) throw new Error(`no action ${action}`)
      const asked: Move<N, M> = { id, action: known, version, form: forms[action] ?? {} }
      const moves = {
        alone: () => move(name, machine, asked, stamp),
        within: () => transact((within) => moveWithin(within, name, machine, asked, stamp)),
      }
      return (await moves[way]()).doc
    },
    stored: async (id) => {
      const doc = await get(name, id)
      if (!doc) throw new Error(`no ${name} ${id}`)
      return doc
    },
  })
  return {
    worker: walkOf('worker', 'workers', workerMachine, 'register', aRegistration),
    site: walkOf('site', 'sites', siteMachine, 'create', aSite),
    invitation: walkOf('invitation', 'invitations', invitationMachine, 'invite', anInvitation),
    wish: walkOf('wish', 'wishes', wishMachine, 'make', aWish),
    drive: walkOf('drive', 'drives', driveMachine, 'publish', aDrive),
    donor: walkOf('donor', 'donors', donorMachine, 'begin', aDonation),
    posting: walkOf('posting', 'postings', postingMachine, 'write', aPosting),
    programme: walkOf('programme', 'programmes', programmeMachine, 'write', aProgramme),
    claimToSign: walkOf('claimToSign', 'claims', claimMachine, 'submit', aClaim('countersigner')),
    claimToShow: walkOf('claimToShow', 'claims', claimMachine, 'submit', aClaim('publication')),
    claimToPay: walkOf('claimToPay', 'claims', claimMachine, 'submit', aClaim('cashier')),
    batch: walkOf('batch', 'batches', batchMachine, 'gather', aBatch),
    objection: walkOf('objection', 'objections', objectionMachine, 'raise', anObjection),
  }
}
