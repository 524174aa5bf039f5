/** A limited good: one row says how much there is; `_lib/quotas` takes it by one conditional update. */

export type Quota = {
  readonly limit: number
  /** 'day' starts again at midnight in Shanghai; 'ever' never. */
  readonly window: 'day' | 'ever'
  readonly why: string
}

/** The key of the counter a taking counts on. */
export const quotaKey = (name: string, subject: string, quota: Quota, today: string): string =>
  quota.window === 'day' ? `${name}:${subject}:${today}` : `${name}:${subject}`
