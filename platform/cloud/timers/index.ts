/** Starts timer functions when they are due: by the second with the real clock, on tick() with a test's. */
import type { Clock } from '../clock'
import { messageOf } from '../errors'
import { type Functions, readEvent } from '../functions'
import type { FunctionLog } from '../functions/log'
import { type Cron, parseCron, wasDue } from './cron'

interface Timer {
  fn: string
  name: string
  config: string
  cron: Cron
  /** Undefined until the first tick, which always runs it, as does one after the clock was set back. */
  lastAt: Date | undefined
}

export class Timers {
  private timers: Timer[] = []
  private beat: NodeJS.Timeout | undefined
  private running = new Set<string>()

  constructor(
    private readonly functions: Functions,
    private readonly clock: Clock,
    private readonly log: FunctionLog,
  ) {}

  load(): void {
    const before = new Map(this.timers.map((timer) => [`${timer.fn}/${timer.name}`, timer.lastAt]))
    this.timers = this.functions.triggers().map((trigger) => ({
      ...trigger,
      cron: parseCron(trigger.config),
      lastAt: before.get(`${trigger.fn}/${trigger.name}`),
    }))
  }

  list(): { fn: string; name: string; config: string; lastAt: string | undefined }[] {
    return this.timers.map(({ fn, name, config, lastAt }) => ({ fn, name, config, lastAt: lastAt?.toISOString() }))
  }

  /** Runs one whether it is due or not, and waits for it; false when there is none of that name. */
  async runNow(fn: string, name: string): Promise<boolean> {
    const timer = this.timers.find((one) => one.fn === fn && one.name === name)
    if (timer) await this.run(timer, this.clock.now())
    return timer !== undefined
  }

  /** Runs what became due since the last tick, each once however often it was due, and waits for it. */
  async tick(now = this.clock.now()): Promise<void> {
    const due = this.timers.filter(
      ({ cron, lastAt }) => lastAt === undefined || lastAt > now || wasDue(cron, lastAt, now),
    )
    for (const timer of this.timers) timer.lastAt = now
    await Promise.all(due.map((timer) => this.run(timer, now)))
  }

  /** A machine that was off missed every timer: each runs in the first second. */
  start(): void {
    this.beat = setInterval(() => {
      this.functions.dropIdle()
      void this.tick()
    }, 1000)
    this.beat.unref()
  }

  stop(): void {
    clearInterval(this.beat)
  }

  /** Failures are logged, not thrown: nobody waits for a timer in the real cloud. A run still going is not doubled. */
  private async run({ fn, name }: Timer, now: Date): Promise<void> {
    if (this.running.has(fn)) return
    this.running.add(fn)
    const event = { Message: '', Time: now.toISOString(), TriggerName: name, Type: 'Timer' }
    try {
      await this.functions.call(fn, readEvent(JSON.stringify(event)), { caller: 'timer', source: 'wx_trigger' })
    } catch (failure) {
      this.log.write({ fn, level: 'error', text: `the timer ${name} failed: ${messageOf(failure)}` })
    } finally {
      this.running.delete(fn)
    }
  }
}
