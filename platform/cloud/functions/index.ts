/** Calls functions the way the real cloud does: who may, with whose identity, within which limits, and what it cost. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock'
import { CloudError, StartError } from '../errors'
import type { Faults } from '../faults'
import type { DeployedFunction, Manifest } from '../manifest'
import { type CallEvent, endpointOf } from './event'
import { type AnswerWire, FunctionTimeout, type Outcome } from './instance'
import { INSTANCE_ENV, invocation, type Origin } from './invocation'
import { CallRefused, checkReply, checkRequest } from './limits'
import type { FunctionLog } from './log'
import { type Bounds, Fleet, Pool } from './pool'
import { countWaits, Ledger } from './waits'

export { type CallEvent, readEvent } from './event'
export { APP_ID, ENV_ID, type Origin } from './invocation'

export interface CallFigures {
  fn: string
  endpoint: string | undefined
  source: string
  at: string
  ms: number
  /** Times the function stood waiting for the database; requests that overlap are one. */
  waits: number
  requests: number
  failure?: string
}

export interface FunctionsOptions {
  distDir: string
  env: Record<string, string>
  clock: Clock
  log: FunctionLog
  faults: Faults
  bounds: Bounds
  url(): string
  /** Answers what the functions' SDK sends. */
  wire: AnswerWire
}

const KEPT_CALLS = 1000
const KEPT_PEOPLE = 20_000
const FRESH_MS = 2 * 3_600_000

export class Functions {
  readonly calls: CallFigures[] = []
  readonly ledger = new Ledger()
  private manifest: Manifest['functions'] = {}
  private fleet: Fleet
  private readonly lastSeen = new Map<string, number>()

  constructor(private readonly options: FunctionsOptions) {
    this.fleet = new Fleet(options.bounds)
  }

  /** New code for the calls to come; those under way finish on the old. */
  load(functions: Manifest['functions']): void {
    for (const [name, { env }] of Object.entries(functions))
      for (const key of env)
        if (this.options.env[key] === undefined)
          throw new StartError(
            `The function ${name} needs ${key}: set it in the environment or in env.json of the data folder.`,
          )
    this.manifest = functions
    this.fleet.retire()
    this.fleet = new Fleet(this.options.bounds)
  }

  /** WeChat lets a text be checked only for who used the mini-program within two hours. */
  isFresh(openid: string): boolean {
    const seenAt = this.lastSeen.get(openid)
    return seenAt !== undefined && this.options.clock.now().getTime() - seenAt <= FRESH_MS
  }

  /** Who used the mini-program, and when last. */
  seen(): Record<string, string> {
    return Object.fromEntries([...this.lastSeen].map(([openid, at]) => [openid, new Date(at).toISOString()]))
  }

  names(): string[] {
    return Object.keys(this.manifest)
  }

  declared(name: string): DeployedFunction | undefined {
    return Object.hasOwn(this.manifest, name) ? this.manifest[name] : undefined
  }

  triggers(): { fn: string; name: string; config: string }[] {
    return Object.entries(this.manifest).flatMap(([fn, { triggers }]) =>
      triggers.map(({ name, config }) => ({ fn, name, config })),
    )
  }

  /** Runs a function on an event; answers the JSON text it returned. */
  async call(name: string, event: CallEvent, origin: Origin): Promise<string> {
    const declared = this.admit(name, event, origin)
    const requestId = randomUUID()
    const startedAt = performance.now()
    this.ledger.open(requestId, name, origin)
    let figures: Pick<CallFigures, 'waits' | 'requests' | 'failure'> = { waits: 0, requests: 0 }
    try {
      const { text, spans } = await this.run(name, declared, event, origin, requestId)
      figures = countWaits(spans, this.ledger.databaseRequests(requestId))
      checkReply(text, origin.caller)
      return text
    } catch (failure) {
      figures = { ...figures, failure: failure instanceof Error ? failure.message : String(failure) }
      throw failure
    } finally {
      this.ledger.close(requestId)
      this.keep({
        fn: name,
        endpoint: endpointOf(event),
        source: origin.source,
        at: this.options.clock.now().toISOString(),
        ms: performance.now() - startedAt,
        ...figures,
      })
    }
  }

  private run(
    name: string,
    declared: DeployedFunction,
    event: CallEvent,
    origin: Origin,
    requestId: string,
  ): Promise<Outcome> {
    const endpoint = endpointOf(event)
    const call = {
      at: 'function',
      names: endpoint === undefined ? [name] : [name, `${name}/${endpoint}`],
      by: origin.fn,
      timedOut: () => new FunctionTimeout(declared.timeoutSeconds),
    } as const
    return this.options.faults.around(call, () =>
      this.pool(name, declared).run(invocation(name, declared, event, origin, requestId, this.options)),
    )
  }

  /** Whether this function may be called so, by this caller. */
  private admit(name: string, { text }: CallEvent, origin: Origin): DeployedFunction {
    const declared = this.declared(name)
    if (!declared) throw new CloudError('FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${name}`)
    if (!declared.calledBy.includes(origin.caller))
      throw new CallRefused(
        'FUNCTIONS_REQUEST_FAIL',
        `the function ${name} is not open to a call from ${origin.caller}`,
      )
    checkRequest(text)
    if (origin.caller === 'client' && origin.openid) this.see(origin.openid)
    return declared
  }

  /** Whoever was here last stands last; the first go when there are too many. */
  private see(openid: string): void {
    this.lastSeen.delete(openid)
    this.lastSeen.set(openid, this.options.clock.now().getTime())
    const [first] = this.lastSeen.keys()
    if (this.lastSeen.size > KEPT_PEOPLE && first !== undefined) this.lastSeen.delete(first)
  }

  /** Lets instances go that nobody has called for a while. */
  dropIdle(): void {
    for (const pool of this.fleet.pools.values()) pool.dropIdle(this.options.bounds.idleMs, Number.POSITIVE_INFINITY)
  }

  stop(): Promise<void> {
    return this.fleet.stop()
  }

  private keep(figures: CallFigures): void {
    this.calls.push(figures)
    if (this.calls.length > KEPT_CALLS) this.calls.shift()
  }

  private pool(name: string, declared: DeployedFunction): Pool {
    const existing = this.fleet.pools.get(name)
    if (existing) return existing
    const granted = Object.fromEntries(declared.env.map((key) => [key, this.options.env[key] ?? '']))
    const pool = new Pool(this.fleet, {
      entry: join(this.options.distDir, declared.entry),
      memoryMb: declared.memoryMb,
      env: { ...granted, ...INSTANCE_ENV },
      adminUrl: `${this.options.url()}/admin`,
      onWire: this.options.wire,
      onLog: (level, text) => this.options.log.write({ fn: name, level, text }),
    })
    this.fleet.pools.set(name, pool)
    return pool
  }
}
