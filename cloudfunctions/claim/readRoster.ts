/** Reads a roster into an employer's draft: the file first, so that a refused one leaves nothing behind; sent again it goes on. */
import { claimMachine, claimQuotas, type ProgrammeDetails, periodsOf } from '../../domain/claim'
import type { RosterLine } from '../../domain/claim/roster-row'
import { AppError } from '../../domain/kernel/errors'
import { next } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { onOf } from '../../domain/kernel/time'
import { isDone, type Stamp } from '../_lib/cases'
import { upToDate } from '../_lib/claimFollow'
import { command, files, get } from '../_lib/cloud'
import { freeCounted } from '../_lib/counting'
import { idFor } from '../_lib/crypto'
import { take } from '../_lib/quotas'
import { type Figures, figuresOf, firstPartOf } from '../_lib/roster'
import { ROSTER } from './deskFacts'
import { isOpenOn, rulesOf } from './editions'
import { type Employer, employerAt, isForEmployer, isOf } from './employer'
import type { Claim, ClaimHandler, Programme } from './handlers'
import { holdKey } from './keys'
import { beginRoster, isLatest, type Read, reread } from './rosterBegin'
import { layOut, rosterIn, sheetCount } from './rosterSheets'
import { rosterClaim } from './rosterView'

type Input = Parameters<ClaimHandler<'readRoster'>>[0]

/** As many pages as the longest roster fills. */
const PAGES = 25

const invalid = (field: string, problem: string) => new AppError('INPUT_INVALID', { fields: { [field]: problem } })

const checkMonth = ({ month }: Input, details: ProgrammeDetails, now: Date): void => {
  if (!periodsOf(details).some((period) => period === month)) throw invalid('month', '这个月不在这一项里，换一个月')
  if (month !== 'once' && month > onOf(now).slice(0, 7)) throw invalid('month', '这个月还没到，到了再报')
}

/** A claim that was handed in keeps the edition it was judged by. */
const editionFor = async (
  input: Input,
  programme: Programme,
  before: Claim | undefined,
  now: Date,
): Promise<Pick<Read, 'details' | 'edition'>> => {
  if (before?.submittedAt !== undefined) return { details: await rulesOf(before), edition: before.edition }
  if (!isOpenOn(programme, now)) throw new AppError('PROGRAMME_CLOSED')
  if (input.edition !== programme.edition) throw new AppError('CONFLICT')
  checkMonth(input, programme.details, now)
  return programme
}

const answerOf = (claim: Claim, figures: Figures, actor: Actor, now: Date) => ({
  claim: rosterClaim(claim, figures, actor, now),
  rows: figures.lines,
})

/** The sheets, and nobody left counted by an earlier reading; the file goes once all of it is kept. */
const finish = async (claim: Claim, lines: readonly RosterLine[], input: Input, actor: Actor, now: Date) => {
  await layOut(claim, lines, now)
  await freeCounted({ claimId: claim._id, part: command.lt(firstPartOf(claim)) }, PAGES)
  await files.remove(input.fileId)
  return answerOf(claim, await figuresOf(claim), actor, now)
}

/** Throws NOT_FOUND, CONFLICT, and what the machine denies. */
const standing = async (
  input: Input,
  claimId: string,
  employer: Employer,
  stamp: Stamp,
): Promise<Claim | undefined> => {
  const stored = await get('claims', claimId)
  if (!stored) {
    if (input.claim) throw new AppError('NOT_FOUND')
    return undefined
  }
  const isSame = stored.programmeId === input.programmeId && stored.period === input.month
  if (!isOf(stored, employer) || !isSame) throw new AppError('NOT_FOUND')
  return isDone(stored.events, stamp) ? stored : upToDate(stored, stamp.now)
}

/** What this request did before, as far as it came; undefined where it did nothing yet. */
const doneBefore = async (before: Claim, input: Input, stamp: Stamp) => {
  if (!isDone(before.events, stamp)) return undefined
  const { actor, now } = stamp
  const figures = await figuresOf(before)
  const isWhole = figures.partsHere === figures.parts
  if (isWhole || !isLatest(before, stamp)) return answerOf(before, figures, actor, now)
  return finish(before, await rosterIn(input.fileId, await rulesOf(before), now), input, actor, now)
}

/** Another roster only while it is the employer's to give: in a draft, or where just that was sent back. */
const checkReread = (before: Claim, { actor, now }: Stamp): void => {
  next(claimMachine, before, 'reread', actor, now)
  const isAsked = before.submittedAt === undefined || before.parts?.includes(ROSTER)
  if (!isAsked) throw new AppError('ACTION_NOT_ALLOWED')
}

export const readRoster: ClaimHandler<'readRoster'> = async (input, { identified, personId, now }) => {
  const claimId = input.claim?.id ?? idFor(personId, input.requestId, 'roster')
  const [{ actor }, employer, programme] = await Promise.all([
    identified(),
    employerAt(input.scope, identified()),
    get('programmes', input.programmeId),
  ])
  const stamp: Stamp = { actor, now, requestId: input.requestId }
  if (!programme || programme.edition === 0 || !isForEmployer(programme, employer)) throw new AppError('NOT_FOUND')
  const before = await standing(input, claimId, employer, stamp)
  const done = before && (await doneBefore(before, input, stamp))
  if (done) return done
  if (before) checkReread(before, stamp)
  const { details, edition } = await editionFor(input, programme, before, now)
  if (!(await take('rosters', personId, claimQuotas.rosters, now))) throw new AppError('TRIES_USED_UP')
  const lines = await rosterIn(input.fileId, details, now)
  const read: Read = { claimId, details, edition }
  if (!before)
    await holdKey({ programmeId: programme._id, period: input.month, personKey: employer.key, claimId, details }, now)
  const claim = before
    ? await reread(before, read, input.claim?.version, sheetCount(lines), stamp)
    : await beginRoster(read, programme, employer, input.month, sheetCount(lines), stamp)
  return finish(claim, lines, input, actor, now)
}
