/** Takes from a limited good by one conditional update; never reads, decides and writes. */
import { type Quota, quotaKey } from '../../domain/kernel/quota'
import { onOf } from '../../domain/kernel/time'
import { change, command, get, insert } from './cloud'

const takeAt = (key: string, limit: number): Promise<boolean> =>
  change('counters', key, { used: command.lt(limit) }, { inc: { used: 1 } })

/** One wait: true when the window has begun, there was one left and it is now taken. */
export const takeOne = (name: string, subject: string, quota: Quota, now: Date): Promise<boolean> =>
  takeAt(quotaKey(name, subject, quota, onOf(now)), quota.limit)

/** None is left, asked beside `takeOne`: known before anything is done for whoever asks. */
export const isSpent = async (name: string, subject: string, quota: Quota, now: Date): Promise<boolean> =>
  ((await get('counters', quotaKey(name, subject, quota, onOf(now))))?.used ?? 0) >= quota.limit

/** Where `takeOne` found none: this may be the first of its window. */
export const takeFirst = async (name: string, subject: string, quota: Quota, now: Date): Promise<boolean> => {
  const key = quotaKey(name, subject, quota, onOf(now))
  if (await insert('counters', { _id: key, used: 1, at: now.toISOString() })) return true
  return takeAt(key, quota.limit)
}

/** True when there was one left and it is now taken: one wait, two for the first of a window. */
export const take = async (name: string, subject: string, quota: Quota, now: Date): Promise<boolean> =>
  (await takeOne(name, subject, quota, now)) || takeFirst(name, subject, quota, now)
