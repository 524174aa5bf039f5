/** What a real phone would have refused, or what this one lacks: kept for the tests, which fail on any. */

export interface Fault {
  kind: string
  words: string
}

export const faults: Fault[] = []

export function fault(kind: string, words: string): void {
  faults.push({ kind, words })
  console.error(`[phone] ${kind}: ${words}`)
}
