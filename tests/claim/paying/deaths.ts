/** The function claim in small steps, as it would be if its process died between them, or if what it listed were old by the time it writes. */
import type { Changes } from '../../builders/altered'

const DIES = `{
    process.exit(1)
    await new Promise(() => undefined)
  }`

/** Three claims a call and two a transaction; whatever is asked for by a request called “dies” ends after each step that was written. */
export const smallSteps: Changes = {
  'claim/makeBatch.ts': (text) =>
    text
      .replaceAll('linesAtOnce', 'atOnce')
      .replace('atOnce, ', '')
      .replace('type Input =', 'const atOnce = 3\ntype Input ='),
  'claim/gather.ts': (text) =>
    text
      .replace('const IN_ONE = 20', 'const IN_ONE = 2\nconst kept = new Map<string, Payable>()')
      .replace(
        'await putInSome(batch, claims.slice(at, at + IN_ONE), stamp)',
        `{
    await putInSome(batch, claims.slice(at, at + IN_ONE), stamp)
    if (stamp.requestId.startsWith('dies')) ${DIES}
  }`,
      )
      .replace(
        'const claims: Claim[] = []',
        "const { requestId } = stamp\n  const claims: Claim[] = []\n  const old = kept.get(till.programmeId)\n  if (old && requestId.startsWith('old')) return old",
      )
      .replace('{ actor, now }: Stamp', 'stamp: Stamp')
      .replace('(claimMachine, claim, actor, now)', '(claimMachine, claim, stamp.actor, stamp.now)')
      .replace(
        'if (claims.length > most || !more) return',
        `if (requestId.startsWith('looks')) {
      kept.set(till.programmeId, { claims, hasMore: false })
      return { claims: [], hasMore: false }
    }
    if (claims.length > most || !more) return`,
      ),
  'claim/closeBatch.ts': (text) =>
    text
      .replace('async (batchId: string, lines', 'async (batchId: string, requestId: string, lines')
      .replace('batch._id,\n      rows.map', 'batch._id,\n      stamp.requestId,\n      rows.map')
      .replace(
        "if (!first || !last || (await insertMany('batchLines', lines))) return lines",
        `if (!first || !last) return lines
  if (await insertMany('batchLines', lines)) {
    if (requestId.startsWith('dies')) ${DIES}
    return lines
  }`,
      ),
  'claim/applyResults.ts': (text) => text.replace('const IN_ONE = 20', 'const IN_ONE = 2'),
  'claim/settleLines.ts': (text) =>
    text.replace(
      '  await followClaims(docs, now)',
      `  if (stamp.requestId.startsWith('dies')) ${DIES}
  await followClaims(docs, now)`,
    ),
}
