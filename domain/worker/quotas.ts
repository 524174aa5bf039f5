/** How much is too much, as rows: against codes that were photographed and spread, and ghosts registered in bulk (DOMAIN.md §2.1). */
import type { Quota } from '../kernel/quota'

export const quotas = {
  device: { limit: 3, window: 'ever', why: '一部手机一生最多登记几份（删了重来也算）' },
  siteDaily: { limit: 500, window: 'day', why: '一个点位一天最多登记几份' },
  confirmTries: { limit: 5, window: 'day', why: '一个人一天最多试几次确认编号' },
} as const satisfies Record<string, Quota>
