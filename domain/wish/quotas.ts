/** How much is too much around wishes, as rows. */
import type { Quota } from '../kernel/quota'

/** Lamps one person may hold and not yet have handed over (DOMAIN.md §2.5: at most 3); a company up to what a union gave it. */
export const openLights = 3
export const companyLights = 50
/** One call lights at most this many. */
export const mostAtOnce = 50
/** What a single thing may be worth at most, whatever a drive says: 500 yuan (DOMAIN.md §2.5, configurable). */
export const mostValueFen = 50_000

export const wishQuotas = {
  codeTries: { limit: 20, window: 'day', why: '一个人一天最多试错几次交接码、领取码' },
  makes: { limit: 20, window: 'day', why: '一个人一天最多写几个心愿' },
} as const satisfies Record<string, Quota>
