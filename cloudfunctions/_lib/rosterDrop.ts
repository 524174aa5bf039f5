/** Lets a whole roster go: everybody on it is anybody's to count again, and its sheets are needed for nothing. */
import { sheetsInReading } from '../../domain/claim'
import { command, findOnly, removeMany } from './cloud'
import { freeCounted } from './counting'
import { MORE } from './outbox'

/** Of five hundred people each: half of the longest roster. The clock goes on with the rest. */
const PAGES_A_CALL = 10

export const dropSheets = async (claimId: string, before?: number): Promise<void> => {
  const older = before === undefined ? {} : { part: command.lt(before) }
  for (;;) {
    const where = { subjectId: claimId, ...older }
    const { rows, more } = await findOnly('sheets', where, ['_id'], { limit: sheetsInReading })
    await removeMany(
      'sheets',
      rows.map(({ _id }) => _id),
    )
    if (!more) return
  }
}

export const dropRoster = async (claimId: string): Promise<typeof MORE | undefined> => {
  if (!(await freeCounted({ claimId }, PAGES_A_CALL))) return MORE
  await dropSheets(claimId)
  return undefined
}
