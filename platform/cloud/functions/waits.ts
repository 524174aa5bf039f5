/** Counts what a call cost: how often it stood waiting for the database, parallel requests being one wait. */

import type { Span } from './instance'
import type { Origin } from './invocation'

interface OpenCall {
  fn: string
  origin: Origin
  /** seqIds of the requests that were for the database. */
  database: Set<string>
  /** Whoever waits for its end. */
  waiting: (() => void)[]
}

/** Which call each request on the wire belongs to. */
export class Ledger {
  private readonly calls = new Map<string, OpenCall>()

  open(id: string, fn: string, origin: Origin): void {
    this.calls.set(id, { fn, origin, database: new Set(), waiting: [] })
  }

  find(id: string): { fn: string; origin: Origin } | undefined {
    return this.calls.get(id)
  }

  noteDatabase(id: string, seqId: string): void {
    this.calls.get(id)?.database.add(seqId)
  }

  databaseRequests(id: string): Set<string> {
    return this.calls.get(id)?.database ?? new Set()
  }

  /** Resolves when the call is over. */
  closed(id: string): Promise<void> {
    return new Promise((resolve) => {
      const call = this.calls.get(id)
      if (call) call.waiting.push(resolve)
      else resolve()
    })
  }

  close(id: string): void {
    for (const tell of this.calls.get(id)?.waiting ?? []) tell()
    this.calls.delete(id)
  }
}

export function countWaits(spans: Span[], database: Set<string>): { waits: number; requests: number } {
  const asked = spans.filter((span) => database.has(/[?&]seqId=([^&]*)/.exec(span.path)?.[1] ?? ''))
  let waits = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { from, to } of [...asked].sort((left, right) => left.from - right.from)) {
    if (from >= until) waits++
    until = Math.max(until, to)
  }
  return { waits, requests: asked.length }
}
