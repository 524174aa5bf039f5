/** Brings a call to the cloud and back: tries again what may be tried again, and turns the reply into data or AppError. */
import type { Reply } from '../../domain/kernel/api'
import type { Ask } from '../../domain/kernel/client'
import { AppError, isErrorCode } from '../../domain/kernel/errors'

/** Carries one call once. Throws `Unreached` when the same call may simply be sent again. */
export type Send = (name: string, call: { endpoint: string; input: unknown; version?: string }) => Promise<unknown>

/** Every call says which release sends it; a letter that waited through an update goes out as the new one. */
export const sentBy =
  (version: string, send: Send): Send =>
  (name, call) =>
    send(name, { ...call, version })

/** No signal, a time-out or throttling: nobody knows whether it arrived, and the request id makes asking again safe. */
export class Unreached extends Error {
  override name = 'Unreached'
}

export type Pace = { wait: (ms: number) => Promise<void>; random: () => number }

const TRIES = 3
const FIRST_PAUSE_MS = 400

/** Full jitter between half and one and a half of a doubling pause: phones that failed together come back apart. */
const pauseAfter = (attempt: number, random: number): number => FIRST_PAUSE_MS * 2 ** attempt * (0.5 + random)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const wordsIn = (fields: unknown): Record<string, string> | undefined => {
  if (!isObject(fields)) return undefined
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, text]) => (typeof text === 'string' ? [[path, text]] : [])),
  )
}

const refusalIn = (reply: Record<string, unknown>): AppError => {
  const { error } = reply
  if (!isObject(error) || typeof error.code !== 'string' || !isErrorCode(error.code)) return new AppError('INTERNAL')
  const fields = wordsIn(error.fields)
  return new AppError(error.code, fields ? { fields } : {})
}

const isReply = (value: unknown): value is Reply & Record<string, unknown> =>
  isObject(value) && typeof value.ok === 'boolean'

export const toAppError = (failure: unknown): AppError =>
  failure instanceof AppError ? failure : new AppError('INTERNAL', { reason: String(failure) })

const open = (reply: unknown): unknown => {
  if (!isReply(reply)) throw new AppError('INTERNAL', { reason: 'the reply has no shape we know' })
  if (reply.ok) return reply.data
  throw refusalIn(reply)
}

/** Gives up with UNREACHABLE; what arrived and was refused is thrown at once and never sent again. */
export const deliverBy =
  (send: Send, { wait, random }: Pace): Ask =>
  async (name, endpoint, input) => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      if (attempt > 0) await wait(pauseAfter(attempt - 1, random()))
      try {
        return open(await send(name, { endpoint, input }))
      } catch (failure) {
        if (!(failure instanceof Unreached)) throw failure
      }
    }
    throw new AppError('UNREACHABLE')
  }
