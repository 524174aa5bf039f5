/** Hands in a roster that was gone through whole, or sends a returned one again: its sum is that of its sheets. */
import { claimMachine, type RosterForm } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import { isDone, type Stamp } from '../_lib/cases'
import { moveClaim, upToDate } from '../_lib/claimFollow'
import { command, get } from '../_lib/cloud'
import { freeCounted } from '../_lib/counting'
import { type Figures, figuresOf, firstPartOf } from '../_lib/roster'
import { isOpenOn, rulesOf } from './editions'
import { accountKeyOf, takeEvidence } from './form'
import type { Claim, ClaimHandler } from './handlers'
import { rosterClaim } from './rosterView'

/** As many pages as the longest roster fills. */
const PAGES = 25

const uncounted = (words: string) => new AppError('ROSTER_UNCOUNTED', { fields: { roster: words } })

const checkCounted = ({ parts, partsDone, taken }: Figures): void => {
  if (parts === 0 || partsDone < parts) throw uncounted(`名册数了 ${partsDone} 份，一共 ${parts} 份`)
  if (taken === 0) throw uncounted('名册里还没有一个人能数上，改好再传')
}

/** A draft only while the programme is open; what was handed in in time may be mended after. */
const checkOpen = async (claim: Claim, now: Date): Promise<void> => {
  if (claim.submittedAt !== undefined) return
  const programme = await get('programmes', claim.programmeId)
  if (!programme || !isOpenOn(programme, now)) throw new AppError('PROGRAMME_CLOSED')
}

const formFields = async (claim: Claim, { card, evidence }: RosterForm) => ({
  payee: card.name,
  account: card.account,
  bank: card.bank,
  accountKey: accountKeyOf(card.account),
  evidence: await takeEvidence(await rulesOf(claim), { evidence }, claim.evidence, `${claim._id}-${claim.version + 1}`),
})

const handIn = async (claim: Claim, version: number, form: RosterForm, stamp: Stamp): Promise<Claim> => {
  const isAgain = claim.submittedAt !== undefined
  const action = isAgain ? 'mend' : 'submit'
  next(claimMachine, claim, action, stamp.actor, stamp.now)
  if (version !== claim.version) throw new AppError('CONFLICT')
  await checkOpen(claim, stamp.now)
  const figures = await figuresOf(claim)
  checkCounted(figures)
  await freeCounted({ claimId: claim._id, part: command.lt(firstPartOf(claim)) }, PAGES)
  const set = {
    ...(await formFields(claim, form)),
    amountFen: figures.takenFen,
    people: figures.taken,
    ownerId: stamp.actor.personId,
    ...(isAgain ? {} : { submittedAt: stamp.now.toISOString() }),
  }
  const { declares: _declares, ...said } = form
  const more = isAgain ? { set, unset: ['parts' as const] } : { set }
  return moveClaim(claim, { action, version, form: said, more }, stamp)
}

export const submitRoster: ClaimHandler<'submitRoster'> = async (
  { id, version, form, requestId },
  { identified, now },
) => {
  const [{ actor }, stored] = await Promise.all([identified(), get('claims', id)])
  if (!stored) throw new AppError('NOT_FOUND')
  const stamp: Stamp = { actor, now, requestId }
  const claim = isDone(stored.events, stamp) ? stored : await handIn(await upToDate(stored, now), version, form, stamp)
  return { claim: rosterClaim(claim, await figuresOf(claim), actor, now) }
}
