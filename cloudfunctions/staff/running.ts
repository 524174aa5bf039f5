/** Whether the timer is alive: its heartbeat, and how much it could not do, for whoever runs the city. */
import { addMinutes } from '../../domain/kernel/time'
import { find, get } from '../_lib/cloud'
import type { StaffHandler } from './handlers'

/** DESIGN.md §3: five missed minutes are a stopped timer, not a slow one. */
const SILENT_MINUTES = 5
const MOST = 100

export const running: StaffHandler<'running'> = async (_input, { now }) => {
  const [heartbeat, { rows, more }] = await Promise.all([
    get('heartbeats', 'clock'),
    find('poisons', {}, { order: [['at', 'asc']], limit: MOST }),
  ])
  const oldest = rows[0]
  return {
    ...(heartbeat ? { lastRanAt: heartbeat.at } : {}),
    isSilent: !heartbeat || heartbeat.at < addMinutes(now, -SILENT_MINUTES),
    setAside: rows.length,
    hasMore: more,
    ...(oldest ? { oldestSetAsideAt: oldest.at } : {}),
  }
}
