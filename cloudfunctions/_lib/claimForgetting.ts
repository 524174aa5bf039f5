/** What of claims goes with somebody: what is not paid ends and frees its money, what is paid keeps its sum and forgets whose it was. */
import { isPaidOut, leavingStates } from '../../domain/claim'
import { system } from '../../domain/kernel/machine'
import { onOf } from '../../domain/kernel/time'
import { freeKeys, moveClaim } from './claimFollow'
import { type Claim, stateOf } from './claimMove'
import { change, command, files, find, get, remove } from './cloud'
import { insist } from './insist'
import { forgetWordsAbout } from './objections'

const PAGE = 100
const MOST = 200

const lost = [
  'ownerId',
  'orgId',
  'personKey',
  'payee',
  'account',
  'bank',
  'accountKey',
  'said',
  'parts',
  'replaced',
] as const

/** The district stays, for the programme's numbers; of the desk what its programme tells anyhow, so that whoever pays still finds it. */
const withoutThem = async ({ desk, cityId, districtId, programmeId }: Claim) => {
  const programme = await get('programmes', programmeId)
  const { streetId, siteId } = programme ?? {}
  const ofProgramme = { ...(streetId ? { streetId } : {}), ...(siteId ? { siteId } : {}) }
  const kept = desk.orgId ? { orgId: desk.orgId } : { cityId, districtId, ...ofProgramme }
  return { set: { streetId: '', siteId: '', desk: kept, evidence: [], isListed: false }, unset: lost }
}

const forgetOnce = async (claim: Claim, now: Date): Promise<void> => {
  if (claim.ownerId === undefined) return
  for (const { fileId } of claim.evidence) await files.remove(fileId)
  for (const fileId of claim.replaced ?? []) await files.remove(fileId)
  const action = leavingStates.includes(stateOf(claim)) ? 'leave' : 'forget'
  await moveClaim(
    claim,
    { action, version: claim.version, form: {}, more: await withoutThem(claim), erases: true },
    { actor: system, now, requestId: `${action}-${claim.version}` },
  )
}

/** The hash of each line stays, and with it the batch's own; so do the sum and the day. */
export const forgetLines = async (claimId: string): Promise<void> => {
  const { rows } = await find('batchLines', { claimId }, { limit: MOST })
  await Promise.all(rows.map(({ _id }) => change('batchLines', _id, {}, { unset: ['name', 'account', 'bank'] })))
}

/** The claim as erased stands where it stood: what of it was paid is not paid to the same document twice. */
const keepMark = async (claimId: string, until: string | undefined, now: Date): Promise<void> => {
  const claim = await get('claims', claimId)
  const isKept = claim !== undefined && isPaidOut(stateOf(claim)) && until !== undefined && until >= onOf(now)
  if (!isKept) {
    await freeKeys({ _id: claimId, claimant: 'worker' })
    return
  }
  const { rows } = await find('claimKeys', { claimId }, { limit: MOST })
  await Promise.all(rows.map(({ _id }) => change('claimKeys', _id, { claimId }, { set: { eraseOn: until } })))
}

/** Safe to repeat: what a crash left undone is done by whoever comes again. */
export const forgetClaim = async (known: Claim, until: string | undefined, now: Date): Promise<void> => {
  await insist('claims', known, (claim) => forgetOnce(claim, now))
  await Promise.all([forgetLines(known._id), keepMark(known._id, until, now), forgetWordsAbout(known._id, now)])
}

export const forgetClaims = async (workerId: string, until: string | undefined, now: Date): Promise<void> => {
  for (let after = ''; ; ) {
    const { rows, more } = await find(
      'claims',
      { workerId, _id: command.gt(after) },
      { order: [['_id', 'asc']], limit: PAGE, withEvents: true },
    )
    for (const claim of rows) await forgetClaim(claim, until, now)
    after = rows.at(-1)?._id ?? after
    if (!more) return
  }
}

/** What they answered of themselves, up to when they went: what they answer after registering anew is theirs again. */
export const forgetAnswers = (personId: string, goneAt: string): Promise<boolean> =>
  remove('declared', personId, { at: command.lte(goneAt) })
