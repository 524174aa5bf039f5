/** The one clock: real, or set by a test; functions, server dates, timers and expiries all read it. */

export interface Clock {
  now(): Date
  /** Milliseconds when the clock is a test's, undefined when it is the real one. */
  fixedAt(): number | undefined
  set(date: Date | undefined): void
}

export function createClock(source?: () => Date): Clock {
  let fixed: Date | undefined
  const fixedAt = (): number | undefined => (fixed ?? source?.())?.getTime()
  return {
    now: () => new Date(fixedAt() ?? Date.now()),
    fixedAt,
    set: (date) => {
      fixed = date && new Date(date)
    },
  }
}
