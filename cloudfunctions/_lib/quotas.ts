/** Takes from a limited good by one conditional update; never reads, decides and writes. */
import { type Quota, quotaKey } from '../../domain/kernel/quota'
import { onOf } from '../../domain/kernel/time'
import { change, command, insert } from './cloud'

const takeOnce = (key: string, limit: number): Promise<boolean> =>
  change('counters', key, { used: command.lt(limit) }, { inc: { used: 1 } })

/** True when there was one left and it is now taken: one wait, two for the first of a window. */
export const take = async (name: string, subject: string, quota: Quota, now: Date): Promise<boolean> => {
  const key = quotaKey(name, subject, quota, onOf(now))
  if (await takeOnce(key, quota.limit)) return true
  if (await insert('counters', { _id: key, used: 1, at: now.toISOString() })) return true
  return takeOnce(key, quota.limit)
}
