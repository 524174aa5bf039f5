/** Which registration holds an identity document: the insert decides, whoever comes second is told who was first. */
import { stateRow } from '../../domain/kernel/machine'
import { workerMachine } from '../../domain/worker'
import { change, get, insert, remove } from '../_lib/cloud'
import type { WorkerDoc } from './handlers'

/** A hold whose registration never came (the function died between two writes) is free again after a minute. */
const HOLD_LIVES_MS = 60_000

/** `isNew`: this very call took it, and may give it back. */
export type Hold =
  | { readonly isHeld: true; readonly isNew: boolean }
  | { readonly isHeld: false; readonly other: WorkerDoc | undefined }

export const hold = async (documentKey: string, workerId: string, now: Date): Promise<Hold> => {
  const at = now.toISOString()
  if (await insert('idCards', { _id: documentKey, workerId, at })) return { isHeld: true, isNew: true }
  const card = await get('idCards', documentKey)
  if (!card || card.workerId === workerId)
    return card ? { isHeld: true, isNew: false } : hold(documentKey, workerId, now)
  const other = await get('workers', card.workerId)
  const isAbandoned = other
    ? stateRow(workerMachine, other.state).isOver === true
    : now.getTime() - Date.parse(card.at) > HOLD_LIVES_MS
  if (!isAbandoned) return { isHeld: false, other }
  const isTaken = await change('idCards', documentKey, { workerId: card.workerId }, { set: { workerId, at } })
  return isTaken ? { isHeld: true, isNew: true } : hold(documentKey, workerId, now)
}

export const holderOf = async (documentKey: string): Promise<string | undefined> =>
  (await get('idCards', documentKey))?.workerId

/** Moves the hold to another registration; true also when it stands there already. */
export const handOver = async (documentKey: string, fromId: string, toId: string, now: Date): Promise<boolean> => {
  if (await change('idCards', documentKey, { workerId: fromId }, { set: { workerId: toId, at: now.toISOString() } }))
    return true
  return (await holderOf(documentKey)) === toId
}

export const release = (documentKey: string, workerId: string): Promise<boolean> =>
  remove('idCards', documentKey, { workerId })
