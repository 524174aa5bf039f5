/** The function claim as it would be if its process died in the middle of a transaction, or if it read and then wrote. */
import type { Changes } from '../../builders/altered'

const dies = (counter: string, most: number): string =>
  `const self = globalThis as unknown as { isMortal?: boolean; ${counter}: number }
      if (self.isMortal && ++self.${counter} === ${most}) {
        process.exit(1)
        await new Promise(() => undefined)
      }`

/** Each instance dies at its fifth entry in any books, before it commits, or else after its seventh commit, before it answers. */
export const mortal: Changes = {
  'claim/index.ts': (text) => `${text}\nObject.assign(globalThis, { isMortal: true, entries: 0, commits: 0 })\n`,
  '_lib/books.ts': (text) =>
    text.replace(
      "await within.apply('books', _id, { ...limit, inc: { version: 1 } })",
      `await within.apply('books', _id, { ...limit, inc: { version: 1 } })
      ${dies('entries', 5)}`,
    ),
  '_lib/transact.ts': (text) =>
    text.replace(
      'return await tryTransaction(work)',
      `const result = await tryTransaction(work)
      ${dies('commits', 7)}
      return result`,
    ),
}

/** The same handlers over a database that has no transactions: each read is a read and each write a write, one after the other. */
export const readsThenWrites: Changes = {
  '_lib/cloud.ts': (text) =>
    text.replace('database.runTransaction(work, 0)', 'work(database as unknown as Transaction)'),
}
