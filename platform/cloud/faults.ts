/** Failures to switch on: any call may be slowed, refused, timed out or done without its answer arriving. Off by default. */
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { CloudError, type WireCode } from './errors'
import { WxFailure } from './openapi/failure'

export const FAULT_PLACES = ['function', 'database', 'openapi', 'storage'] as const
export const FAULT_KINDS = ['latency', 'error', 'timeout', 'requestLimit', 'concurrentLimit', 'answerLost'] as const

const MAX_DELAY_MS = 60_000
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const words = v.pipe(v.string(), v.minLength(1))

export const Fault = v.strictObject({
  at: v.picklist(FAULT_PLACES),
  kind: v.picklist(FAULT_KINDS),
  /** What is called, as the call names itself: `worker`, `worker/register`, `modifyDocument`, `modifyDocument/people`. All without it. */
  name: v.optional(words),
  /** Only what this function asks for. */
  by: v.optional(words),
  /** Only the n-th call that matches, counted from when the fault was switched on. All of them without it. */
  nth: v.optional(count),
  /** How long the call is held up first. */
  ms: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DELAY_MS))),
  /** Held up by up to so much more, by chance: the same for the n-th matching call of every run. */
  spreadMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_DELAY_MS))),
  /** The number WeChat's own interface fails with; for an error of openapi only. */
  errcode: v.optional(v.pipe(v.number(), v.integer())),
})
export type Fault = v.InferOutput<typeof Fault>

export interface SwitchedFault extends Fault {
  id: number
  /** Calls that matched, and those it struck. */
  seen: number
  struck: number
}

/** A call as a fault may name it. */
export interface FaultyCall {
  at: Fault['at']
  names: readonly string[]
  by: string | undefined
  /** What a time-out of such a call is answered with; SERVER_TIMEOUT unless the place has its own. */
  timedOut?: () => Error
}

const ERRORS = {
  function: 'FUNCTIONS_EXECUTE_FAIL',
  database: 'DATABASE_REQUEST_FAILED',
  openapi: 'SYS_ERR',
  storage: 'STORAGE_REQUEST_FAIL',
} as const satisfies Record<Fault['at'], WireCode>

export class Faults {
  private switched: SwitchedFault[] = []
  private lastId = 0

  /** Switches a fault on; the number switches it off again. */
  on(fault: Fault): number {
    this.lastId += 1
    this.switched.push({ ...fault, id: this.lastId, seen: 0, struck: 0 })
    return this.lastId
  }

  /** Switches one fault off, or all of them. */
  off(id?: number): void {
    this.switched = id === undefined ? [] : this.switched.filter((one) => one.id !== id)
  }

  list(): SwitchedFault[] {
    return this.switched.map((one) => ({ ...one }))
  }

  async around<T>(call: FaultyCall, run: () => Promise<T> | T): Promise<T> {
    const striking = this.switched.length === 0 ? [] : this.switched.filter((fault) => strikes(fault, call))
    const delay = striking.reduce((total, fault) => total + delayOf(fault), 0)
    if (delay > 0) await wait(delay, undefined, { ref: false })
    const failing = striking.find(({ kind }) => kind !== 'latency')
    if (!failing) return run()
    if (failing.kind === 'answerLost') await run()
    throw failureOf(failing, call)
  }
}

/** Spread evenly by Knuth's multiplicative hash of how many calls came before. */
const chanceOf = (seen: number): number => (Math.imul(seen, 2_654_435_761) >>> 0) / 2 ** 32

export const delayOf = ({ ms = 0, spreadMs = 0, seen }: Pick<SwitchedFault, 'ms' | 'spreadMs' | 'seen'>): number =>
  ms + spreadMs * chanceOf(seen)

/** Counted as the calls arrive, so that the same order of calls meets the same faults. */
function strikes(fault: SwitchedFault, { at, names, by }: FaultyCall): boolean {
  const isMeant =
    fault.at === at &&
    (fault.name === undefined || names.includes(fault.name)) &&
    (fault.by === undefined || fault.by === by)
  if (!isMeant) return false
  fault.seen += 1
  if (fault.nth !== undefined && fault.nth !== fault.seen) return false
  fault.struck += 1
  return true
}

function failureOf({ kind, errcode }: Fault, { at, timedOut }: FaultyCall): Error {
  if (kind === 'requestLimit') return new CloudError('EXCEED_REQUEST_LIMIT', 'exceed request limit')
  if (kind === 'concurrentLimit')
    return new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'exceed concurrent request limit')
  if (kind === 'timeout' && timedOut) return timedOut()
  if (kind !== 'error') return new CloudError('SERVER_TIMEOUT', 'resource server timeout')
  if (errcode !== undefined) return new WxFailure(errcode, 'switched on in this local cloud')
  return new CloudError(ERRORS[at], 'a fault that was switched on in this local cloud')
}
