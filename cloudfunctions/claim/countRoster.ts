/** Goes through one sheet of a roster. Sent twice, or again after a call that died, it counts nobody twice: each row finds its own. */
import { claimMachine, isUncounted } from '../../domain/claim'
import type { RosterOutcome } from '../../domain/claim/roster-row'
import { AppError } from '../../domain/kernel/errors'
import { canRead, next } from '../../domain/kernel/machine'
import { type Fen, fen, sum } from '../../domain/kernel/money'
import { upToDate } from '../_lib/claimFollow'
import { change, command, count, get } from '../_lib/cloud'
import { freeCounted } from '../_lib/counting'
import { firstPartOf, linesIn, type Sheet, sheetIdOf } from '../_lib/roster'
import { rulesOf } from './editions'
import type { Claim, ClaimHandler } from './handlers'
import { countRows, type Outcome } from './rosterCount'
import { outcomeRow, rosterRows } from './rosterView'

const isCounted = ({ outcome }: Outcome): boolean => outcome.rowId !== undefined
const amountOf = (outcomes: readonly RosterOutcome[]): Fen => sum(outcomes.map((one) => fen(one.fen)))

/** Of a row that was refused nothing is kept but what its employer knows it by. */
const keep = (sheet: Sheet, rows: readonly Outcome[]): Promise<boolean> => {
  const counted = rows.filter(isCounted)
  const set = {
    rows: JSON.stringify(counted.map(({ line }) => line)),
    report: JSON.stringify(rows.map(({ outcome }) => outcome)),
    taken: counted.length,
    takenFen: amountOf(counted.map(({ outcome }) => outcome)),
    isDone: true,
  }
  return change('sheets', sheet._id, { isDone: false }, { set })
}

const partsDoneOf = (claim: Claim): Promise<number> =>
  count('sheets', { subjectId: claim._id, part: command.gte(firstPartOf(claim)), isDone: true })

/** Another roster came, or the claim was taken back, while this sheet was gone through: whoever it counted is free again. */
const undo = async ({ _id: claimId }: Claim, part: number): Promise<never> => {
  await freeCounted({ claimId, part }, 1)
  throw new AppError('CONFLICT')
}

const stillStands = async (claim: Claim, now: Date): Promise<boolean> => {
  const after = await get('claims', claim._id)
  return after !== undefined && after.reading === claim.reading && !isUncounted(after, now)
}

const answerOf = async (sheet: Sheet, claim: Claim) => ({
  rows: await rosterRows(sheet, claim),
  counted: sheet.taken,
  refused: (sheet.lines ?? 0) - sheet.taken,
  amountFen: sheet.takenFen,
  partsDone: await partsDoneOf(claim),
})

export const countRoster: ClaimHandler<'countRoster'> = async ({ id, part }, { identified, now }) => {
  const [{ actor }, stored] = await Promise.all([identified(), get('claims', id)])
  if (!stored) throw new AppError('NOT_FOUND')
  const claim = await upToDate(stored, now)
  if (!canRead(claimMachine, claim, actor) || part < 0 || part >= (claim.sheets ?? 0)) throw new AppError('NOT_FOUND')
  const number = firstPartOf(claim) + part
  const [sheet, details] = await Promise.all([get('sheets', sheetIdOf(id, number)), rulesOf(claim)])
  /** Asked again after the roster was handed in, it is answered what came of it then. */
  if (!sheet?.isDone) next(claimMachine, claim, 'reread', actor, now)
  if (!sheet) throw new AppError('CONFLICT', { reason: 'a sheet that was not read to its end' })
  if (sheet.isDone) return answerOf(sheet, claim)
  const outcomes = await countRows(linesIn(sheet), number, { claim, details, actor, now })
  const isKept = await keep(sheet, outcomes)
  const [isStanding, partsDone] = await Promise.all([stillStands(claim, now), partsDoneOf(claim)])
  if (!isStanding) return undo(claim, number)
  if (!isKept) {
    const again = await get('sheets', sheet._id)
    return again ? answerOf(again, claim) : undo(claim, number)
  }
  const counted = outcomes.filter(isCounted).map(({ outcome }) => outcome)
  return {
    rows: outcomes.map(({ outcome }) => outcomeRow(outcome)),
    counted: counted.length,
    refused: outcomes.length - counted.length,
    amountFen: amountOf(counted),
    partsDone,
  }
}
