/** Waits while the cloud puts a function in place: it refuses the next change until it has. */
import { CannotGoOn } from '../say'

const PAUSE_MS = 500
const LONGEST_MS = 5 * 60_000
const underway = /ing$/

export async function untilActive(name: string, statusOf: () => Promise<string>): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  for (;;) {
    const status = await statusOf()
    if (!underway.test(status)) {
      if (status === 'Active') return
      throw new CannotGoOn(`the function ${name} is ${status}`)
    }
    if (Date.now() > deadline) throw new CannotGoOn(`the function ${name} is still ${status} after five minutes`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
