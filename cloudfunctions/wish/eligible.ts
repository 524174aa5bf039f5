/** Whether a registered worker may wish in a drive, and why: the drive's rules over the facts of their registration. */
import { AppError } from '../../domain/kernel/errors'
import { assertMayStart, stateRow } from '../../domain/kernel/machine'
import { type Actor, covers } from '../../domain/kernel/roles'
import { onOf } from '../../domain/kernel/time'
import { type Answer, answersFor, type Facts, type Verdict, verdictOf, wishMachine } from '../../domain/wish'
import { workerMachine } from '../../domain/worker'
import { type DocOf, find, get } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import type { Drive } from './handlers'

export type Worker = DocOf<'workers'>

const factsOf = (worker: Worker): Facts => ({
  isVerified: stateRow(workerMachine, worker.state).tone === 'ok',
  stay: worker.stay.stay,
  trade: worker.stay.trade,
  residence: worker.stay.residence,
})

/** Registered with a phone of their own, and not sent back, stopped or gone. */
const standsWell = (worker: Worker | undefined): worker is Worker =>
  worker?.ownerId !== undefined &&
  worker.stay !== undefined &&
  workerMachine.actions.leave.from.some((from) => from === worker.state)

export const judgeWorker = (
  drive: Drive,
  worker: Worker | undefined,
  now: Date,
): { verdict: Verdict; rules: Answer[] } => {
  if (!standsWell(worker))
    return { verdict: 'no', rules: [{ text: '登记过', verdict: 'no', from: '扫码登记，3 分钟' }] }
  const isHere = covers(drive.scope, worker)
  const place: Answer = { text: '在这个区登记的', verdict: isHere ? 'yes' : 'no', from: '您扫的码' }
  const rules = [
    ...(drive.scope.level === 'city' && isHere ? [] : [place]),
    ...answersFor(drive.rules, factsOf(worker), onOf(now)),
  ]
  return { verdict: verdictOf(rules), rules }
}

const seatId = (drive: Drive, worker: Worker, place: number): string =>
  keyOf('wish seat', drive._id, worker.documentKey, String(place))

export const seatIdsOf = (drive: Drive, worker: Worker): string[] =>
  Array.from({ length: drive.wishesEach }, (_, place) => seatId(drive, worker, place))

export const ownedBy = async (personId: string): Promise<Worker | undefined> =>
  (await find('workers', { ownerId: personId }, { limit: 1 })).rows[0]

/** Throws NOT_FOUND or FORBIDDEN for whoever may not write a wish down for them. */
export const mayWriteFor = (worker: Worker | undefined, actor: Actor): Worker => {
  if (!worker) throw new AppError('NOT_FOUND')
  assertMayStart(wishMachine, 'makeFor', worker, actor)
  return worker
}

export const mustFindDrive = async (driveId: string): Promise<Drive> => {
  const drive = await get('drives', driveId)
  if (!drive) throw new AppError('NOT_FOUND')
  return drive
}
