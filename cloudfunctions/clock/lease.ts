/** One clock at a time: a lease taken by one conditional write, given back with the run's figures as a heartbeat. */
import { addMinutes } from '../../domain/kernel/time'
import { change, command, insert } from '../_lib/cloud'

const CLOCK = 'clock'

/** A run that died gives it back by itself within a minute, which is as long as a function may live. */
export const takeLease = async (holder: string, now: Date): Promise<boolean> => {
  const at = now.toISOString()
  const lease = { at, holder, leaseUntil: addMinutes(now, 1) }
  if (await change('heartbeats', CLOCK, { leaseUntil: command.lte(at) }, { set: lease })) return true
  return insert('heartbeats', { _id: CLOCK, ...lease, done: 0, poisoned: 0 })
}

export const giveBack = async (holder: string, now: Date, done: number, poisoned: number): Promise<void> => {
  const at = now.toISOString()
  await change('heartbeats', CLOCK, { holder }, { set: { at, leaseUntil: at, done, poisoned } })
}
