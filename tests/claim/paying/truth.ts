/** What must be true of batches, their lines, their claims and the books whenever nothing is under way; each thing that is not, in words. */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { storedIn } from '../../builders/stored'
import { moneyIn, untrueMoney } from '../race/truth'

type Stored = Awaited<ReturnType<typeof storedIn>>

const Claim = v.object({
  _id: v.string(),
  state: v.string(),
  amountFen: v.number(),
  batchId: v.optional(v.string()),
  lineNo: v.optional(v.number()),
})
const Batch = v.object({
  _id: v.string(),
  state: v.string(),
  lines: v.number(),
  totalFen: v.number(),
  paid: v.number(),
  paidFen: v.number(),
  failed: v.number(),
  hash: v.optional(v.string()),
})
const Line = v.object({
  _id: v.string(),
  batchId: v.string(),
  no: v.number(),
  claimId: v.string(),
  amountFen: v.number(),
  hash: v.string(),
  outcome: v.optional(v.string()),
})
type StoredClaim = v.InferOutput<typeof Claim>
type StoredBatch = v.InferOutput<typeof Batch>
type StoredLine = v.InferOutput<typeof Line>

const total = (rows: readonly { amountFen: number }[]): number =>
  rows.reduce((all, { amountFen }) => all + amountFen, 0)
const same = (what: string, stored: unknown, counted: unknown): string[] =>
  stored === counted ? [] : [`${what} is ${stored} and should be ${counted}`]

const inBank = ({ state }: StoredClaim): boolean => state === 'batched'

/** Counted from one, none left out. */
const gaps = (what: string, numbers: readonly (number | undefined)[]): string[] =>
  same(`the numbers of ${what}`, [...numbers].sort((a = 0, b = 0) => a - b).join(), numbers.map((_, n) => n + 1).join())

const ofLine = (line: StoredLine, claims: readonly StoredClaim[]): string[] => {
  const claim = claims.find(({ _id }) => _id === line.claimId)
  const isHere = claim?.batchId === line.batchId && claim.lineNo === line.no
  const waits = claim !== undefined && isHere && inBank(claim)
  return [
    ...same(`waiting for ${line._id}`, waits, line.outcome === undefined),
    ...same(`the amount of ${line._id}`, line.amountFen, claim?.amountFen),
  ]
}

const ofBatch = (batch: StoredBatch, all: readonly StoredLine[], claims: readonly StoredClaim[]): string[] => {
  const { _id, state, lines, totalFen, paid, paidFen, failed, hash } = batch
  const own = all.filter(({ batchId }) => batchId === _id).sort((a, b) => a.no - b.no)
  const waiting = claims.filter((claim) => inBank(claim) && claim.batchId === _id)
  if (state === 'gathering')
    return [
      ...gaps(
        _id,
        waiting.map(({ lineNo }) => lineNo),
      ),
      ...same(`lines of ${_id}`, lines, waiting.length),
      ...same(`total of ${_id}`, totalFen, total(waiting)),
    ]
  const [paidLines, failedLines] = ['paid', 'failed'].map((outcome) => own.filter((line) => line.outcome === outcome))
  const sums = own.map((line) => line.hash).join('\n')
  return [
    ...gaps(
      _id,
      own.map(({ no }) => no),
    ),
    ...same(`lines of ${_id}`, lines, own.length),
    ...same(`total of ${_id}`, totalFen, total(own)),
    ...same(`paid of ${_id}`, paid, paidLines?.length),
    ...same(`paid fen of ${_id}`, paidFen, total(paidLines ?? [])),
    ...same(`failed of ${_id}`, failed, failedLines?.length),
    ...same(`hash of ${_id}`, hash, createHash('sha256').update(sums).digest('hex')),
    ...same(`settled of ${_id}`, state, paid + failed === lines ? 'settled' : 'closed'),
    ...own.flatMap((line) => ofLine(line, claims)),
  ]
}

const ofWaiting = (claims: readonly StoredClaim[], batches: readonly StoredBatch[]): string[] =>
  claims
    .filter(inBank)
    .flatMap(({ _id, batchId }) =>
      batches.some((batch) => batch._id === batchId) ? [] : [`${_id} waits in a batch there is none of`],
    )

/** None, ever. */
export const untruePaying = async (db: Stored): Promise<string[]> => {
  const claims = v.parse(v.array(Claim), await db.all('claims'))
  const batches = v.parse(v.array(Batch), await db.all('batches'))
  const lines = v.parse(v.array(Line), await db.all('batchLines'))
  return [
    ...untrueMoney(await moneyIn(db)),
    ...batches.flatMap((batch) => ofBatch(batch, lines, claims)),
    ...ofWaiting(claims, batches),
  ]
}
