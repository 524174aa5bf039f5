/** Agrees to many at once: only where every rule passed by itself and nothing is marked; each of the others says why. */
import { claimMachine, turnAfterApproval } from '../../domain/claim'
import { AppError, errors } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { isDone, type Stamp } from '../_lib/cases'
import { followClaim } from '../_lib/claimFollow'
import { type ClaimAsked, moveClaimAlone, moveClaimsAlone } from '../_lib/claimMove'
import { command, find } from '../_lib/cloud'
import { readsAtDesk } from './atDesk'
import { type Around, aroundOf, judgedIn } from './deskRow'
import type { Claim, ClaimHandler } from './handlers'
import { alikeTo, marksOf, objectionsTo } from './marks'

type Asked = { readonly id: string; readonly version: number }
type Refused = { readonly id: string; readonly code: string; readonly text: string }
type Looked = Around & {
  readonly objections: ReadonlyMap<string, number>
  readonly alike: Awaited<ReturnType<typeof alikeTo>>
}

const refusedBy = (id: string, error: unknown): Refused => {
  if (!(error instanceof AppError)) throw error
  return { id, code: error.code, text: errors[error.code].text }
}

const lookAt = async (claims: readonly Claim[]): Promise<Looked> => {
  const [around, objections] = await Promise.all([aroundOf(claims), objectionsTo(claims)])
  const alike = await alikeTo([...around.workers.values()])
  return { ...around, objections, alike }
}

/** What speaks against agreeing to it unseen, in a sentence. */
const unclear = (claim: Claim, looked: Looked): Refused | undefined => {
  const { _id: id, workerId = '', isClear } = claim
  const { verdict } = judgedIn(looked, claim)
  if (verdict === 'no') return { id, code: 'CLAIM_NOT_ELIGIBLE', text: '有一条规定不行，打开看一下' }
  if (!isClear || verdict !== 'yes') return { id, code: 'ACTION_NOT_ALLOWED', text: '有一条规定还不清楚，打开看一下' }
  const [mark] = marksOf({
    twins: looked.twins.get(id) ?? 0,
    alike: looked.alike.get(workerId),
    objections: looked.objections.get(id) ?? 0,
  })
  return mark && { id, code: 'ACTION_NOT_ALLOWED', text: `${mark.text}，打开看一下` }
}

/** Denied in the order every move is; undefined where it may go on, or did before. */
const denied = (
  { id, version }: Asked,
  claim: Claim | undefined,
  looked: Looked,
  stamp: Stamp,
): Refused | undefined => {
  try {
    if (!claim || !readsAtDesk(claim, stamp.actor)) throw new AppError('NOT_FOUND')
    if (isDone(claim.events, stamp)) return undefined
    next(claimMachine, claim, 'approve', stamp.actor, stamp.now)
    if (claim.version !== version) throw new AppError('CONFLICT')
    return unclear(claim, looked)
  } catch (error) {
    return refusedBy(id, error)
  }
}

const askedOf = (claim: Claim, { details }: Looked, personId: string): ClaimAsked => {
  const edition = details.get(claim._id)
  if (!edition) throw new Error('a claim without its edition')
  return {
    action: 'approve',
    version: claim.version,
    form: {},
    awaits: turnAfterApproval(edition, claim.amountFen),
    more: { set: { reviewedBy: personId } },
  }
}

type Move = { readonly claim: Claim; readonly asked: ClaimAsked }

const moveEach = async (moves: readonly Move[], stamp: Stamp): Promise<{ docs: Claim[]; refused: Refused[] }> => {
  const docs: Claim[] = []
  const refused: Refused[] = []
  for (const { claim, asked } of moves)
    try {
      docs.push((await moveClaimAlone(claim, asked, stamp)).doc)
    } catch (error) {
      refused.push(refusedBy(claim._id, error))
    }
  return { docs, refused }
}

/** Those of one programme with their money in one transaction; where that cannot be, one after the other, as far as it goes. */
const moveTogether = async (programmeId: string, moves: readonly Move[], stamp: Stamp) => {
  try {
    const rows = moves.map(({ claim, asked }) => ({ id: claim._id, asked, stamp }))
    return { docs: await moveClaimsAlone(programmeId, rows), refused: [] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return moveEach(moves, stamp)
  }
}

export const approveMany: ClaimHandler<'approveMany'> = async ({ claims: listed, requestId }, { identified, now }) => {
  const { actor } = await identified()
  const stamp: Stamp = { actor, now, requestId }
  const asked = [...new Map(listed.map((one) => [one.id, one])).values()]
  const ids = asked.map(({ id }) => id)
  const { rows } = await find('claims', { _id: command.in(ids) }, { limit: ids.length, withEvents: true })
  const known = new Map(rows.map((claim) => [claim._id, claim]))
  const looked = await lookAt(rows)
  const stopped = asked.map((one) => denied(one, known.get(one.id), looked, stamp)).filter((one) => one !== undefined)
  const isStopped = new Set(stopped.map(({ id }) => id))
  const moves = rows
    .filter(({ _id }) => !isStopped.has(_id))
    .map((claim) => ({ claim, asked: askedOf(claim, looked, actor.personId) }))
  const programmeIds = [...new Set(moves.map(({ claim }) => claim.programmeId))]
  const done = await Promise.all(
    programmeIds.map((programmeId) =>
      moveTogether(
        programmeId,
        moves.filter(({ claim }) => claim.programmeId === programmeId),
        stamp,
      ),
    ),
  )
  const docs = done.flatMap((one) => one.docs)
  await Promise.all(docs.map((doc) => followClaim(doc, now)))
  const refused = [...stopped, ...done.flatMap((one) => one.refused)]
  const isRefused = new Set(refused.map(({ id }) => id))
  return { approved: ids.filter((id) => !isRefused.has(id)), refused }
}
