/** Whether somebody's registration stands so that they may claim by it. */
import { workerMachine } from '../../domain/worker'
import { find } from '../_lib/cloud'
import type { Worker } from './handlers'

export const ownedBy = async (personId: string): Promise<Worker | undefined> =>
  (await find('workers', { ownerId: personId }, { limit: 1 })).rows[0]

/** Registered with a phone of their own, and not sent back, stopped or gone. */
export const standsWell = (worker: Worker | undefined): worker is Worker =>
  worker?.ownerId !== undefined &&
  worker.stay !== undefined &&
  workerMachine.actions.leave.from.some((from) => from === worker.state)
