/**
 * Takes somebody out of employers' rosters who erased their registration. While a claim is under way its rows are what
 * public money is decided by, and stay sealed (个人信息保护法 art 47: what the law keeps is stored and not used); once it
 * is over, name and number go. What stays of them are keyed hashes, so that nobody is paid for twice.
 */
import { claimMachine, isUncounted } from '../../domain/claim'
import { stateRow } from '../../domain/kernel/machine'
import { change, command, type DocOf, find } from './cloud'
import { type Counted, countedIdOf } from './counting'
import { keyOf } from './crypto'
import { countedIdIn, linesIn, outcomesIn, sheetIdOf } from './roster'
import { transact } from './transact'

type Claim = DocOf<'claims'>

const MOST = 200
const GONE = '（删了登记）'

/** Name and number of these people, out of one sheet and of what came of its rows. */
const wipe = (sheetId: string, programmeId: string, countedIds: readonly string[]): Promise<void> =>
  transact(async (within) => {
    const sheet = await within.get('sheets', sheetId)
    if (!sheet) return
    const isTheirs = (kind: string | undefined, number: string): boolean =>
      kind !== undefined && countedIds.includes(countedIdOf(programmeId, keyOf('document', kind, number)))
    const rows = linesIn(sheet).map(({ kind, bornOn, ...line }) =>
      isTheirs(kind, line.number)
        ? { ...line, name: '', number: '' }
        : { ...line, ...(kind ? { kind } : {}), ...(bornOn ? { bornOn } : {}) },
    )
    const report = outcomesIn(sheet)?.map((outcome) =>
      outcome.rowId !== undefined && countedIds.includes(countedIdIn(outcome.rowId))
        ? { ...outcome, maskedName: GONE, maskedNumber: '' }
        : outcome,
    )
    const set = { rows: JSON.stringify(rows), ...(report ? { report: JSON.stringify(report) } : {}) }
    await within.apply('sheets', sheetId, { set })
  })

const isClosed = (claim: Claim, now: Date): boolean =>
  stateRow(claimMachine, claim.state).isOver === true || isUncounted(claim, now)

/** One sheet after the other: two people of one sheet do not meet. */
const wipeIn = async (claim: Claim, people: readonly Counted[]): Promise<void> => {
  const byPart = new Map<number, string[]>()
  for (const { _id, months } of people)
    for (const { claimId, part } of months)
      if (claimId === claim._id) byPart.set(part, [...(byPart.get(part) ?? []), _id])
  for (const [part, ids] of byPart) await wipe(sheetIdOf(claim._id, part), claim.programmeId, ids)
}

/** Safe to repeat. What cannot go yet is remembered, and goes when its claim is over (`forgetLeavers`). */
export const forgetRows = async (documentKey: string, now: Date): Promise<void> => {
  const { rows } = await find('counted', { personKey: documentKey }, { limit: MOST })
  for (const counted of rows) await change('counted', counted._id, {}, { set: { isLeaving: true } })
  const claimIds = [...new Set(rows.flatMap(({ months }) => months.map(({ claimId }) => claimId)))].slice(0, MOST)
  if (claimIds.length === 0) return
  const claims = await find('claims', { _id: command.in(claimIds) }, { limit: claimIds.length })
  for (const claim of claims.rows) if (isClosed(claim, now)) await wipeIn(claim, rows)
}

/** Of a claim that is over: whoever erased their registration while it was under way. */
export const forgetLeavers = async (claim: Claim): Promise<void> => {
  if (claim.sheets === undefined) return
  for (let behind = ''; ; ) {
    const where = { 'months.claimId': claim._id, isLeaving: true, _id: command.gt(behind) }
    const { rows, more } = await find('counted', where, { order: [['_id', 'asc']], limit: MOST })
    await wipeIn(claim, rows)
    behind = rows.at(-1)?._id ?? ''
    if (!more) return
  }
}
