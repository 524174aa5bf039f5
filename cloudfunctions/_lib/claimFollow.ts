/** What follows from a claim's history: people told, a list published, a person free to claim again; and what falls due by itself. */
import { bounceReasons, claimants, claimMachine } from '../../domain/claim'
import { editionId } from '../../domain/claim/programme'
import { actionsFor, dueAction, system } from '../../domain/kernel/machine'
import { yuan } from '../../domain/kernel/money'
import { addMinutes, dueOn, onOf, sayDay, workingDays } from '../../domain/kernel/time'
import type { Stamp } from './cases'
import { type Claim, type ClaimAsked, changeOf, moveClaimAlone } from './claimMove'
import { isTellOnly, tellClaims } from './claimTell'
import { change, find, get, remove } from './cloud'
import { dueOf } from './due'
import { type EventRow, sealedValue } from './history'
import { type Fields, type Follow, type MORE, tellFrom } from './outbox'
import { dropRoster } from './rosterDrop'
import { forgetLeavers } from './rosterForget'
import { tellRoster } from './rosterTell'

const MOST = 200
const LOOKS_AGAIN_MINUTES = 24 * 60

const bounceLabel = (because: string | undefined): string =>
  Object.entries(bounceReasons).find(([name]) => name === because)?.[1].label ?? ''

export const fieldsOf = async (doc: Claim, event: EventRow, now: Date): Promise<Fields> => ({
  title: doc.title,
  amount: yuan(doc.amountFen),
  by: doc.dueAt ? sayDay(onOf(doc.dueAt), now) : '',
  reason: sealedValue(doc._id, event, 'reason') ?? '',
  because: bounceLabel(sealedValue(doc._id, event, 'because')),
})

/** Nobody's yes is missing: the list is shown for as long as the claim's own edition says. */
const publish = async (doc: Claim, now: Date): Promise<void> => {
  if (!actionsFor(claimMachine, doc, system, now).includes('publish')) return
  const edition = await get('editions', editionId(doc.programmeId, doc.edition))
  const days = edition?.details.publishDays ?? 1
  const until = dueOn(workingDays(days, edition?.details.payer ?? ''), now).at
  const stamp: Stamp = { actor: system, now, requestId: `publish-${doc.version}` }
  await moveClaim(
    doc,
    { action: 'publish', version: undefined, form: {}, until, more: { set: { isListed: true } } },
    stamp,
  )
}

/** Whoever it counted may be claimed for again: the claimant, and all on an employer's roster, which nothing needs any more. */
export const freeKeys = async ({
  _id,
  claimant,
}: Pick<Claim, '_id' | 'claimant'>): Promise<typeof MORE | undefined> => {
  const { rows } = await find('claimKeys', { claimId: _id }, { limit: MOST })
  await Promise.all(rows.map((row) => remove('claimKeys', row._id, { claimId: _id })))
  return claimants[claimant].hasRoster ? dropRoster(_id) : undefined
}

/** The bank sent back what was somebody's who is gone: nobody is left to mend it, and its money is free again. */
const letGo = async (doc: Claim, now: Date): Promise<void> => {
  if (doc.claimant !== 'worker' || doc.ownerId !== undefined) return
  if (!actionsFor(claimMachine, doc, system, now).includes('leave')) return
  const stamp: Stamp = { actor: system, now, requestId: `leave-${doc.version}` }
  await moveClaim(doc, { action: 'leave', version: undefined, form: {} }, stamp)
}

const deeds: Readonly<Record<string, (doc: Claim, now: Date) => Promise<unknown>>> = {
  publish,
  freeKey: freeKeys,
  letGo,
  tellRoster,
  forgetRows: forgetLeavers,
}

/** Done by its own function right after, what was missed by the clock; safe to repeat. */
export const followClaim = (doc: Claim, now: Date): Promise<void> => {
  const follow: Follow<'claims'> = async (deed, claim) => deeds[deed]?.(claim, now)
  return tellFrom('claims', claimMachine, doc, (claim, event) => fieldsOf(claim, event, now), now, follow)
}

/** Many that moved at once, as a bank's file moves them: in few requests, but for those from which more follows. */
export const followClaims = async (docs: readonly Claim[], now: Date): Promise<void> => {
  const others = docs.filter((doc) => !isTellOnly(doc))
  await Promise.all([
    tellClaims(docs.filter(isTellOnly), (claim, event) => fieldsOf(claim, event, now), now),
    ...others.map((doc) => followClaim(doc, now)),
  ])
}

export const moveClaim = async (doc: Claim, asked: ClaimAsked, stamp: Stamp): Promise<Claim> => {
  const moved = await moveClaimAlone(doc, asked, stamp)
  await followClaim(moved.doc, stamp.now)
  /** Its list is shown by itself at once: it stands a step further on than the move left it. */
  const isShownNext = actionsFor(claimMachine, moved.doc, system, stamp.now).includes('publish')
  return isShownNext ? ((await get('claims', doc._id)) ?? moved.doc) : moved.doc
}

/** What falls due moves no money: `clear` opens the cashier's turn, `lapse` ends what held nothing. */
const claimDue = dueOf(
  'claims',
  claimMachine,
  (doc, action, now) =>
    changeOf(doc, { action, version: undefined, form: {}, ...(action === 'clear' ? { awaits: 'cashier' } : {}) }, now),
  followClaim,
)

const hasObjection = async ({ _id }: Claim): Promise<boolean> =>
  (await find('objections', { claimId: _id, state: 'open' }, { limit: 1 })).rows.length > 0

/**
 * A list with a word against it stays up until that is answered: it is looked at again a day later. Where a time only
 * shuts a way, as the appeal's, the clock comes once.
 */
export const runClaim = async (doc: Claim, now: Date): Promise<Claim> => {
  const action = dueAction(claimMachine, doc, now)
  if (action === undefined) {
    await change('claims', doc._id, { version: doc.version }, { unset: ['wakeAt'] })
    return doc
  }
  const isContested = action === 'clear' && (await hasObjection(doc))
  if (!isContested) return claimDue.run(doc, now)
  await change('claims', doc._id, { version: doc.version }, { set: { wakeAt: addMinutes(now, LOOKS_AGAIN_MINUTES) } })
  return doc
}

/** As it stands now, should the clock have fallen behind. */
export const upToDate = async (doc: Claim, now: Date): Promise<Claim> =>
  dueAction(claimMachine, doc, now) === 'clear' && (await hasObjection(doc)) ? doc : claimDue.upToDate(doc, now)
