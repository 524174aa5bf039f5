/** 定时: every minute, what is due and what was not yet told; started by the timer and by nobody else. */
import type { Run } from '../_lib/clockwork'
import { find } from '../_lib/cloud'
import { randomText } from '../_lib/crypto'
import { serveFrom } from '../_lib/timer'
import { jobs } from './jobs'
import { giveBack, takeLease } from './lease'

/** The function is stopped at 60 s; what is left then waits for the next minute. */
const WORKS_MS = 40_000

const newRun = async (now: Date): Promise<Run> => {
  /** Measured apart from the calendar, which an operator may set. */
  const startedAt = performance.now()
  const { rows } = await find('poisons', {}, { order: [['at', 'desc']], limit: 200 })
  return {
    now,
    mayGoOn: () => performance.now() - startedAt < WORKS_MS,
    known: new Set(rows.map(({ _id }) => _id)),
    done: 0,
    poisoned: 0,
  }
}

export const main = serveFrom('timer', 'clock', async (_event, now) => {
  const holder = randomText(16, '0123456789abcdef')
  if (!(await takeLease(holder, now))) return { isElsewhere: true }
  const run = await newRun(now)
  for (const job of jobs) if (run.mayGoOn()) await job(run)
  await giveBack(holder, now, run.done, run.poisoned)
  return { done: run.done, poisoned: run.poisoned }
})
