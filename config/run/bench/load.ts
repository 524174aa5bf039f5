/** Sends requests with so many in flight, and says how long each took and what it waited for. */
import { performance } from 'node:perf_hooks'
import type { Town } from './town'

export type Shot = { readonly fn: string; readonly openid: string; readonly endpoint: string; readonly input: unknown }
export type Timing = {
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  readonly refused: number
}

const isOk = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true

const shoot = async ({ cloud }: Town, { fn, openid, endpoint, input }: Shot): Promise<boolean> => {
  const response = await fetch(`${cloud.url}/call/${fn}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ endpoint, input }),
  })
  return isOk(await response.json())
}

export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

export async function load(town: Town, shotAt: (n: number) => Shot, count: number, inFlight: number): Promise<Timing> {
  const taken: number[] = []
  let refused = 0
  let at = 0
  const runner = async (): Promise<void> => {
    while (at < count) {
      const n = at
      at += 1
      const from = performance.now()
      if (!(await shoot(town, shotAt(n)))) refused += 1
      taken.push(performance.now() - from)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: inFlight }, runner))
  const seconds = (performance.now() - from) / 1000
  const sorted = taken.sort((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), perSecond: count / seconds, refused }
}

/** The most waits for the database any of the last calls of this endpoint had: parallel requests count once. */
export const waitsOf = ({ cloud }: Town, fn: string, endpoint: string): { waits: number; requests: number } => {
  const calls = cloud
    .calls()
    .filter((call) => call.fn === fn && call.endpoint === endpoint)
    .slice(-200)
  return {
    waits: Math.max(0, ...calls.map(({ waits }) => waits)),
    requests: Math.max(0, ...calls.map(({ requests }) => requests)),
  }
}
