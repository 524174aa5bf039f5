/** One sentence for the person at the keyboard, in place of a stack, when a command cannot go on. */
import { messageOf } from '../../platform/cloud/errors'

export { messageOf }

export class CannotGoOn extends Error {}

/** Runs a command; whatever stops it is said in one sentence and ends the process with a code other than zero. */
export function command(run: () => Promise<void>): void {
  run().catch((failure: unknown) => {
    console.error(process.env.DEBUG && failure instanceof Error ? failure.stack : messageOf(failure))
    process.exit(1)
  })
}
