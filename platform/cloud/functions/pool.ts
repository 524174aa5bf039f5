/** Keeps warm instances of one function, adds more under load up to a bound, and lets idle ones go. */
import { CloudError } from '../errors'
import { Instance, type InstanceOptions, type Invocation, type Outcome } from './instance'

export interface Bounds {
  perFunction: number
  total: number
  idleMs: number
}

export const DEFAULT_BOUNDS: Bounds = { perFunction: 4, total: 12, idleMs: 60_000 }

/** How many calls may wait for an instance before the function is said to be over its limit. */
const MAX_WAITING = 1000

/** Instances of every function together, so that one machine is not asked for more than it has. */
export class Fleet {
  readonly pools = new Map<string, Pool>()
  isStopped = false

  constructor(readonly bounds: Bounds) {}

  size(): number {
    return [...this.pools.values()].reduce((total, pool) => total + pool.size, 0)
  }

  /** Gives the places of idle instances of other functions to whoever waits, until one more fits. */
  makeRoom(): boolean {
    while (this.size() >= this.bounds.total)
      if (![...this.pools.values()].some((pool) => pool.dropIdle(0, 1) > 0)) return false
    return true
  }

  /** Takes no new calls; the ones running finish. */
  retire(): void {
    for (const pool of this.pools.values()) pool.retire()
  }

  async stop(): Promise<void> {
    this.isStopped = true
    await Promise.all([...this.pools.values()].map((pool) => pool.stop()))
    this.pools.clear()
  }
}

export class Pool {
  private instances: Instance[] = []
  private readonly waiting: (() => void)[] = []
  private isRetired = false

  constructor(
    private readonly fleet: Fleet,
    private readonly options: Omit<InstanceOptions, 'onGone'>,
  ) {}

  get size(): number {
    return this.instances.length
  }

  async run(invocation: Invocation): Promise<Outcome> {
    const instance = await this.free()
    try {
      return await instance.run(invocation)
    } finally {
      this.waiting.shift()?.()
      if (this.isRetired && this.waiting.length === 0) void instance.stop()
    }
  }

  /** Ends up to `most` instances idle for longer than `idleMs`; says how many. */
  dropIdle(idleMs: number, most: number): number {
    const idle = this.instances
      .filter((one) => !one.isBusy && performance.now() - one.idleSince >= idleMs)
      .slice(0, most)
    for (const instance of idle) void instance.stop()
    return idle.length
  }

  retire(): void {
    this.isRetired = true
    this.dropIdle(0, Number.POSITIVE_INFINITY)
  }

  async stop(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.stop()))
  }

  private async free(): Promise<Instance> {
    for (;;) {
      if (this.fleet.isStopped) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping')
      const instance = this.instances.find((one) => !one.isBusy) ?? this.grow()
      if (instance) {
        instance.reserve()
        return instance
      }
      if (this.waiting.length >= MAX_WAITING)
        throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many calls of this function at once')
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  /** One more, within the bounds; the first of a function always, or it could never be called. */
  private grow(): Instance | undefined {
    const canGrow = this.size < this.fleet.bounds.perFunction && this.fleet.makeRoom()
    return canGrow || this.size === 0 ? this.add() : undefined
  }

  private add(): Instance {
    const instance: Instance = new Instance({
      ...this.options,
      onGone: () => {
        this.instances = this.instances.filter((one) => one !== instance)
        this.waiting.shift()?.()
      },
    })
    this.instances.push(instance)
    return instance
  }
}
