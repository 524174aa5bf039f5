/** Every machine, and who stands before its cases in the tests. */
import { batchMachine, claimMachine, objectionMachine, programmeMachine, type Turn } from '../../domain/claim'
import type { Machine, Subject } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { postingMachine } from '../../domain/posting'
import { siteMachine } from '../../domain/site'
import { invitationMachine } from '../../domain/staff'
import { donorMachine, driveMachine, wishMachine } from '../../domain/wish'
import { workerMachine } from '../../domain/worker'
import { everyone, here, named, OWNER, station, wishPeople } from './actors'
import { aboutNamed, claimNamed, claimPeople, desk, objectionPeople, turnPeople } from './claim-people'

/** A claim three times: what may be done with it hangs on whose turn it is. */
export const machines: Readonly<Record<string, Machine>> = {
  worker: workerMachine,
  site: siteMachine,
  invitation: invitationMachine,
  wish: wishMachine,
  drive: driveMachine,
  donor: donorMachine,
  posting: postingMachine,
  programme: programmeMachine,
  claimToSign: claimMachine,
  claimToShow: claimMachine,
  claimToPay: claimMachine,
  batch: batchMachine,
  objection: objectionMachine,
}

export type Cast = {
  readonly people: readonly (readonly [string, Actor])[]
  readonly subject: Omit<Subject, 'state'> & { readonly ownerId: string }
}

const plain: Cast = { people: everyone, subject: { ownerId: OWNER, ...here } }
const round: Cast = { people: wishPeople, subject: { ownerId: OWNER, ...named, ...here, station } }
const awaiting = (awaits: Turn, people = turnPeople): Cast => ({
  people,
  subject: { ownerId: OWNER, ...claimNamed, ...here, desk, awaits },
})

const casts: Readonly<Record<string, Cast>> = {
  wish: round,
  drive: round,
  donor: round,
  posting: round,
  claimToSign: awaiting('countersigner', claimPeople),
  claimToShow: awaiting('publication'),
  claimToPay: awaiting('cashier'),
  batch: { people: claimPeople, subject: { ownerId: OWNER, ...desk, desk } },
  objection: { people: objectionPeople, subject: { ownerId: OWNER, ...aboutNamed, ...desk, desk } },
}

/** Who stands before a machine's cases in the tests, and whom these name. */
export const castOf = (name: string): Cast => casts[name] ?? plain
