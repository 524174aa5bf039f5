/** Hours and codes in the words of whoever brings a gift. */
import { onOf, sayDay, sayInstant } from '../../../domain/kernel/time'
import { clockOf } from '../../../domain/kernel/time/day'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

/** 2 月 9 日（周二） 10:00 前 */
export const byWhen = (at: string, now: Date): string => `${sayDay(onOf(at), now)} ${clockOf(at).replace(/^0/, '')} 前`

export const leftUntil = (at: string, now: Date): string => {
  const hours = Math.floor((Date.parse(at) - now.getTime()) / HOUR_MS)
  if (hours < 1) return '不到 1 小时'
  return hours < DAY_HOURS ? `还剩 ${hours} 小时` : `还剩 ${Math.floor(hours / DAY_HOURS)} 天 ${hours % DAY_HOURS} 小时`
}

export const undoWords = (until: string, now: Date): string => `点错了？${sayInstant(until, now)} 前可以撤回`

export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
