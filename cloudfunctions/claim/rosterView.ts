/** An employer's claim as its officers see it, and the rows of its roster, masked. */
import { claimMachine, type RosterClaim, type RosterRow } from '../../domain/claim'
import { maskedLine, type RosterLine, type RosterOutcome } from '../../domain/claim/roster-row'
import { askingRows } from '../../domain/claim/rows-asking'
import { actionsFor, saysOf, stateRow } from '../../domain/kernel/machine'
import { fen, noMoney } from '../../domain/kernel/money'
import type { Actor } from '../../domain/kernel/roles'
import { stateOf } from '../_lib/claimMove'
import { masked } from '../_lib/cloud'
import { type Counted, countedIn } from '../_lib/counting'
import { sealedValue } from '../_lib/history'
import { countedIdIn, type Figures, linesIn, outcomesIn, type Sheet } from '../_lib/roster'
import type { Claim } from './handlers'
import { becauseOf, nextOf } from './mineView'
import { periodLabel } from './words'

const isTheirs = (action: string): boolean => action === 'gather' || Object.hasOwn(askingRows, action)

const whoDid = ({ action, by }: Claim['events'][number], reader: string): string => {
  if (by === reader) return '您'
  if (by === 'system') return '系统'
  return isTheirs(action) ? '同事' : '工作人员'
}

const timelineOf = (claim: Claim, reader: string) =>
  [...claim.events].reverse().map((event) => {
    const note = sealedValue(claim._id, event, 'reason')
    return {
      text: saysOf(claimMachine, event.action),
      at: event.at,
      by: whoDid(event, reader),
      ...(note ? { note } : {}),
    }
  })

export const rosterClaim = (claim: Claim, figures: Figures, actor: Actor, now: Date): RosterClaim => {
  const state = stateOf(claim)
  const { label, tone } = stateRow(claimMachine, state)
  const because = becauseOf(claim)
  const account = masked('claims', claim).account
  /** Before it is handed in, and while another roster takes the first one's place, its sheets say how much it is. */
  const isGathering = claim.people === 0
  return {
    id: claim._id,
    version: claim.version,
    programmeId: claim.programmeId,
    title: claim.title,
    periodLabel: periodLabel(claim.period),
    state,
    stateLabel: label,
    tone,
    next: nextOf(claim, now),
    isLate: claim.isLate,
    ...(because ? { because } : {}),
    amountFen: isGathering ? figures.takenFen : claim.amountFen,
    people: isGathering ? figures.taken : claim.people,
    parts: figures.parts,
    partsDone: figures.partsDone,
    refused: figures.refused,
    receiptNo: claim.receiptNo,
    ...(account ? { maskedAccount: account } : {}),
    timeline: timelineOf(claim, actor.personId),
    can: actionsFor(claimMachine, claim, actor, now),
  }
}

/** As it came out. */
export const outcomeRow = (
  { row, maskedName, maskedNumber, rowId, fen: amount, problem }: RosterOutcome,
  isObjected = false,
): RosterRow => ({
  row,
  ...(rowId ? { rowId } : {}),
  maskedName,
  maskedNumber,
  isCounted: rowId !== undefined,
  amountFen: fen(amount),
  ...(problem ? { problem } : {}),
  isObjected,
})

const TAKEN_OUT = '审核的人去掉了这个人'

/** Whether a row that was counted still is. */
const standingRow = (outcome: RosterOutcome, claim: Claim, counted: ReadonlyMap<string, Counted>): RosterRow => {
  const { rowId, ...said } = outcome
  if (rowId === undefined) return outcomeRow(outcome)
  const entry = counted.get(countedIdIn(rowId))?.months.find(({ claimId }) => claimId === claim._id)
  return entry ? outcomeRow(outcome, entry.isObjected) : outcomeRow({ ...said, fen: 0, problem: TAKEN_OUT })
}

/** Not gone through yet: nobody on it is counted. */
const openRow = (line: RosterLine): RosterRow => ({
  ...maskedLine(line),
  isCounted: false,
  amountFen: noMoney,
  ...(line.problem ? { problem: line.problem } : {}),
  isObjected: false,
})

export const rosterRows = async (sheet: Sheet, claim: Claim): Promise<RosterRow[]> => {
  const outcomes = outcomesIn(sheet)
  if (!outcomes) return linesIn(sheet).map(openRow)
  const counted = await countedIn(outcomes.flatMap(({ rowId }) => (rowId === undefined ? [] : [countedIdIn(rowId)])))
  return outcomes.map((outcome) => standingRow(outcome, claim, counted))
}
