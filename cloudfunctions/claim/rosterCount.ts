/** What comes of the rows of one sheet: judged and priced, then counted, each refusal in a sentence that names no other employer. */
import { claimMachine, ONCE, type ProgrammeDetails } from '../../domain/claim'
import { maskedLine, type RosterLine, type RosterOutcome, rosterAmount } from '../../domain/claim/roster-row'
import { canRead } from '../../domain/kernel/machine'
import { type Fen, noMoney } from '../../domain/kernel/money'
import type { Actor } from '../../domain/kernel/roles'
import { command, find } from '../_lib/cloud'
import { countedIdOf, type Taken, takeAll } from '../_lib/counting'
import { sealedValue } from '../_lib/history'
import { firstPartOf, rowIdOf } from '../_lib/roster'
import type { Claim } from './handlers'
import { documentKeyOf, registeredAmong, rosterProblem } from './rosterJudge'

type Judged = {
  readonly line: RosterLine
  readonly documentKey: string
  readonly countedId: string
  readonly fen: Fen
  readonly problem?: string
}
type Judging = { readonly claim: Claim; readonly details: ProgrammeDetails; readonly actor: Actor; readonly now: Date }

/** Whom a reviewer took out: a later roster does not bring them back. */
const struckFrom = ({ _id, events }: Claim): ReadonlySet<string> =>
  new Set(events.filter(({ action }) => action === 'strike').map((event) => sealedValue(_id, event, 'rowId') ?? ''))

const amountIn = ({ amount }: ProgrammeDetails, line: RosterLine): Fen => {
  if (!amount) throw new Error('an open programme without an amount')
  return line.problem === undefined ? rosterAmount(amount, line) : noMoney
}

const judgedRows = async (lines: readonly RosterLine[], { claim, details, now }: Judging): Promise<Judged[]> => {
  const keyed = lines.map((line) => ({ line, documentKey: documentKeyOf(line) }))
  const sound = keyed.filter(({ line }) => line.problem === undefined)
  const workers = await registeredAmong(
    details,
    sound.map(({ documentKey }) => documentKey),
  )
  const struck = struckFrom(claim)
  return keyed.map(({ line, documentKey }) => {
    const countedId = countedIdOf(claim.programmeId, documentKey)
    const fen = amountIn(details, line)
    const problem =
      line.problem ??
      (struck.has(rowIdOf(countedId, claim.period)) ? '审核的人去掉了这个人' : undefined) ??
      rosterProblem(line, details, workers.get(documentKey), now) ??
      (fen === noMoney ? '算出来是 0 元' : undefined)
    return { line, documentKey, countedId, fen, ...(problem ? { problem } : {}) }
  })
}

/** Which of the claims that stand in the way are this employer's own, to say so. */
const ownAmong = async (answers: readonly Taken[], actor: Actor): Promise<ReadonlySet<string>> => {
  const ids = [...new Set(answers.flatMap((answer) => (answer.isTaken ? [] : answer.by)))]
  if (ids.length === 0) return new Set()
  const { rows } = await find('claims', { _id: command.in(ids) }, { limit: Math.min(ids.length, 500) })
  return new Set(rows.filter((claim) => canRead(claimMachine, claim, actor)).map(({ _id }) => _id))
}

const monthWords = (period: string): string => (period === ONCE ? '' : ` ${Number(period.split('-')[1])} 月`)

const refusal = (
  { isFull, by }: Extract<Taken, { isTaken: false }>,
  { claim, details }: Judging,
  own: ReadonlySet<string>,
): string => {
  if (isFull) return `一个人最多 ${details.mostMonths} 个月，已经满了`
  const who = `这个人${monthWords(claim.period)}`
  return by.every((claimId) => own.has(claimId)) ? `${who}已经在本单位另一份名册里` : `${who}已由别的单位报过`
}

const outcomeOf = (
  { line, countedId, problem }: Judged,
  answer: Taken | undefined,
  judging: Judging,
  own: ReadonlySet<string>,
): RosterOutcome => {
  const refused = { ...maskedLine(line), fen: noMoney }
  if (problem !== undefined) return { ...refused, problem }
  if (!answer) throw new Error('a row without an answer')
  if (!answer.isTaken) return { ...refused, problem: refusal(answer, judging, own) }
  return { ...maskedLine(line), rowId: rowIdOf(countedId, judging.claim.period), fen: answer.fen }
}

export type Outcome = { readonly line: RosterLine; readonly outcome: RosterOutcome }

export const countRows = async (lines: readonly RosterLine[], part: number, judging: Judging): Promise<Outcome[]> => {
  const { claim, details, now, actor } = judging
  const judged = await judgedRows(lines, judging)
  const answers = await takeAll(
    judged
      .filter(({ problem }) => problem === undefined)
      .map(({ countedId: id, documentKey, fen }) => ({ id, documentKey, fen })),
    {
      programmeId: claim.programmeId,
      month: claim.period,
      claimId: claim._id,
      part,
      firstPart: firstPartOf(claim),
      mostMonths: details.mostMonths,
      now,
    },
  )
  const own = await ownAmong([...answers.values()], actor)
  return judged.map((row) => ({ line: row.line, outcome: outcomeOf(row, answers.get(row.countedId), judging, own) }))
}
