/** How much is too much around public texts, as rows. */
import type { Quota } from '../kernel/quota'

export const postingQuotas = {
  reports: { limit: 20, window: 'day', why: '一个人一天最多举报几次' },
} as const satisfies Record<string, Quota>
