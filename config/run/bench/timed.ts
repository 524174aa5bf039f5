/** Does something many times with so many under way at once, and says how long each took. */
import { performance } from 'node:perf_hooks'

export type Timed = { readonly p50: number; readonly p99: number; readonly perSecond: number }

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

export const median = (values: readonly number[]): number => quantile(ascending(values), 0.5)

export async function timed(count: number, inFlight: number, act: (n: number) => Promise<unknown>): Promise<Timed> {
  const taken: number[] = []
  let at = 0
  const runner = async (): Promise<void> => {
    while (at < count) {
      const n = at
      at += 1
      const from = performance.now()
      await act(n)
      taken.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: inFlight }, runner))
  const perSecond = count / ((performance.now() - from) / 1000)
  const sorted = ascending(taken)
  return { perSecond, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}
