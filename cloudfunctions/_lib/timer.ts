/** The door of what no person calls: the timer's events and WeChat's own. */
import type { Reply, Source } from '../../domain/kernel/api'
import { AppError, errors } from '../../domain/kernel/errors'
import { nothing } from '../../domain/kernel/schema'
import { startedBy } from './identify'
import { logFailure, logRefusal } from './log'

/** Whoever else calls is refused here too, should a rule of the cloud's let them through. */
export const serveFrom =
  (source: Source, name: string, run: (event: unknown, now: Date) => Promise<unknown>) =>
  async (event: unknown): Promise<unknown> => {
    try {
      if (startedBy() !== source) throw new AppError('NOT_CALLABLE')
      return await run(event, new Date())
    } catch (error) {
      const code = error instanceof AppError ? error.code : 'INTERNAL'
      if (error instanceof AppError) logRefusal(name, code, 'not for this caller')
      else logFailure(name, error, nothing, {})
      return { ok: false, error: { code, message: errors[code].text } } satisfies Reply
    }
  }
