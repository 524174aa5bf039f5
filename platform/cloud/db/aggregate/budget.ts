/** How much one aggregation may take: time in all, memory for each stage that holds documents back. */
import { CloudError, fail } from '../../errors'

export interface Limits {
  milliseconds: number
  /** MongoDB's own for a stage that may not spill to disk. */
  stageBytes: number
}

export const LIMITS: Limits = { milliseconds: 20_000, stageBytes: 100 * 1024 * 1024 }

/** So many steps between two looks at the clock. */
const STRIDE = 256

export class Budget {
  private readonly startedAt: number
  private steps = 0

  constructor(
    private readonly limits: Limits = LIMITS,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.startedAt = clock()
  }

  /** One more step of any loop. */
  readonly tick = (): void => {
    if (++this.steps % STRIDE !== 0 || this.clock() - this.startedAt <= this.limits.milliseconds) return
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `the aggregation took longer than ${this.limits.milliseconds / 1000} s: operation exceeded time limit`,
    )
  }

  /** What a stage holds on to at this moment. */
  hold(stage: string, bytes: number): void {
    if (bytes > this.limits.stageBytes)
      throw fail(`Exceeded memory limit for ${stage}: it may hold ${this.limits.stageBytes} bytes`)
  }
}
